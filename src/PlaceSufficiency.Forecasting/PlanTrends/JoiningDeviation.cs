namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>How far the joining rate of an authority lies from its region's and lasts to lie there, as learnt from its years.</summary>
/// <param name="Region">Deviation of the region from England, as a logarithm; what the authority comes back to.</param>
/// <param name="Mean">Expected deviation of the authority from its region at the origin, as a logarithm.</param>
/// <param name="Variance">How uncertain that is.</param>
internal sealed record JoiningDeviation(double Region, double Mean, double Variance)
{
    /// <summary>
    /// Learns the deviation by a Kalman filter: it keeps a share of itself from year to year, and each year's rate shows it with noise.
    /// Where new plans are not known the year's growth shows it, with more noise.
    /// </summary>
    /// <param name="place">The authority.</param>
    /// <param name="england">England.</param>
    /// <param name="region">Deviation of its region.</param>
    /// <param name="movementVariance">Variance of movements as a share of the caseload squared, of an authority of its size.</param>
    /// <param name="assumptions">What is assumed.</param>
    internal static JoiningDeviation Of(PlaceYears place, EnglandTrend england, double region, double movementVariance, TrendAssumptions assumptions)
    {
        double kept = assumptions.DeviationKept;
        double spread = assumptions.DeviationSpread * assumptions.DeviationSpread;
        double mean = 0;
        double variance = spread;
        for (int t = Math.Max(1, place.Count - assumptions.YearsLearntFrom); t < place.Count; t++)
        {
            mean *= kept;
            variance = (kept * kept * variance) + (spread * (1 - (kept * kept)));
            if (Seen(place, england, t, movementVariance, assumptions) is not { } seen)
            {
                continue;
            }

            double sure = Math.Sqrt(variance + seen.Noise) * assumptions.MostSurprise;
            double gain = variance / (variance + seen.Noise);
            mean += gain * Math.Clamp(seen.Deviation - region - mean, -sure, sure);
            variance *= 1 - gain;
        }

        return new JoiningDeviation(region, mean, variance);
    }

    /// <summary>A year's deviation from England and the variance of what it says about the lasting one; null where nothing is known.</summary>
    internal static YearSeen? Seen(PlaceYears place, EnglandTrend england, int t, double movementVariance, TrendAssumptions assumptions)
    {
        double noise = assumptions.JoiningNoise * assumptions.JoiningNoise;
        if (place.Joining(t) is { } joining && england.JoiningIn(t) is { } nation && place.Plans(t - 1) is { } before)
        {
            double begun = joining * before;
            double middle = ((assumptions.DeviationSpread * assumptions.DeviationSpread) + noise) / 2;
            return new YearSeen(Math.Log(Math.Max(begun, 0.5) / before / nation) + middle, noise + (1 / Math.Max(begun, 5)));
        }

        return place.Growth(t) is { } growth && england.GrowthIn(t) is { } all
            ? new YearSeen((growth - all) / england.Joining, noise + (movementVariance / (england.Joining * england.Joining)))
            : null;
    }
}

/// <summary>What one year shows of a deviation.</summary>
/// <param name="Deviation">The deviation, as a logarithm of the joining rate.</param>
/// <param name="Noise">Its variance.</param>
internal readonly record struct YearSeen(double Deviation, double Noise);
