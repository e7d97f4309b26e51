using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published.Series;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// How an authority's plans drift between bands from how England's fare, at an unchanged total: some keep plans past 19, some do not.
/// </summary>
/// <param name="Lasting">Plans gained a year by band, as a share of all plans of the authority; adds up to 0.</param>
/// <param name="Spread">Standard deviation of a year's gain by band around that, as a share of a large caseload.</param>
internal sealed record BandDrift(ImmutableArray<double> Lasting, ImmutableArray<double> Spread)
{
    private const double MedianToDeviation = 1.4826;
    private const double Furthest = 3;
    private const int Years = 3;
    private const int FewestSeen = 10;
    private const double AssumedSpread = 0.01;

    /// <summary>Learns the drift of every authority, in their order.</summary>
    internal static ImmutableArray<BandDrift> Of(
        IReadOnlyList<PlaceYears> authorities, PlaceYears england, PublishedSeries series, TrendAssumptions assumptions)
    {
        int last = england.Count - 1;
        (int Year, BandFlows Flows)[] seen =
        [
            .. Enumerable.Range(Math.Max(1, last - Years + 1), Math.Min(Years, last))
                .Select(t => (t, Flows: BandFlows.Of(england, t, series, assumptions))).Where(year => year.Flows is not null).Select(year => (year.t, year.Flows!)),
        ];
        double[][][] gains = [.. authorities.Select(place => seen.Select(year => Gains(place, year.Year, year.Flows)).OfType<double[]>().ToArray())];
        double[] spread = [.. Enumerable.Range(0, series.Bands.Length).Select(b => Spreading(authorities, gains, b, assumptions) ?? Assumed(england, b))];
        return [.. gains.Select((years, i) => new BandDrift(Pooled(years, spread, Small(authorities[i], assumptions), assumptions), [.. spread]))];
    }

    /// <summary>Gains of a year by band, as shares of the plans before, less what is only a change of the total.</summary>
    private static double[]? Gains(PlaceYears place, int t, BandFlows flows)
    {
        if (place.Bands(t - 1) is not { } before || place.Bands(t) is not { } after || place.NewBands(t) is not { } begun || before.Sum() <= 0)
        {
            return null;
        }

        double all = before.Sum();
        double[] expected = flows.Survivors(before);
        double[] gains = [.. after.Select((plans, b) => (plans - begun[b] - expected[b]) / all)];
        double total = gains.Sum();
        double held = expected.Sum();
        return [.. gains.Select((gain, b) => gain - (held > 0 ? total * expected[b] / held : 0))];
    }

    private static double? Spreading(IReadOnlyList<PlaceYears> authorities, double[][][] gains, int band, TrendAssumptions assumptions)
    {
        double[] sizes = [.. gains.SelectMany((years, i) => years.Select(year => Math.Abs(year[band]) / Small(authorities[i], assumptions))).Order()];
        return sizes.Length >= FewestSeen ? MedianToDeviation * sizes[sizes.Length / 2] : null;
    }

    /// <summary>Where too little was seen: as chance would have it, larger for larger bands, and nothing for empty ones.</summary>
    private static double Assumed(PlaceYears england, int band) =>
        england.Bands(england.Count - 1) is { } held && held.Sum() is > 0 and double all ? AssumedSpread * Math.Sqrt(held[band] / all) : AssumedSpread / 2;

    private static ImmutableArray<double> Pooled(double[][] years, double[] spread, double small, TrendAssumptions assumptions)
    {
        double[] pooled = [.. spread.Select((deviation, b) =>
            years.Sum(year => Math.Clamp(year[b], -Furthest * deviation * small, Furthest * deviation * small)) / (years.Length + assumptions.DriftWorth))];
        double rest = pooled.Sum();
        return [.. pooled.Select(gain => gain - (rest / pooled.Length))];
    }

    private static double Small(PlaceYears place, TrendAssumptions assumptions) =>
        Math.Sqrt(1 + (assumptions.SmallCaseload / Math.Max(1, place.Plans(place.Count - 1) ?? assumptions.SmallCaseload)));
}
