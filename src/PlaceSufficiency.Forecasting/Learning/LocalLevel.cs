namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>
/// Where a rate stands after some years: each year shows it with noise, and between years it drifts about a trend. Later years
/// count for more the larger the drift is beside the noise (the local level model, filtered: Harvey 1989, chapter 2).
/// </summary>
internal static class LocalLevel
{
    /// <summary>The level in the last year.</summary>
    /// <param name="shown">What each year shows, in order: the logarithm of observed over expected.</param>
    /// <param name="counts">Children each year's figure was counted from, above 0.</param>
    /// <param name="noise">Standard deviation of a year's own noise, beyond that of counting.</param>
    /// <param name="drift">Standard deviation of a year's drift.</param>
    /// <param name="trend">Expected step a year.</param>
    internal static double Last(IReadOnlyList<double> shown, IReadOnlyList<int> counts, double noise, double drift, double trend)
    {
        double level = shown[0];
        double unsure = (noise * noise) + (1.0 / counts[0]);
        for (int year = 1; year < shown.Count; year++)
        {
            unsure += drift * drift;
            double gain = unsure / (unsure + (noise * noise) + (1.0 / counts[year]));
            level += trend + (gain * (shown[year] - level - trend));
            unsure *= 1 - gain;
        }

        return level;
    }
}
