namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// How far the joining rates of regions lie from England's: the mean over the years, pooled towards England by as much as the regions
/// differ no more than chance lets them (empirical Bayes). On the 2022 release they hardly do.
/// </summary>
internal static class RegionDeviations
{
    private const int FewestYears = 2;

    /// <summary>Deviations by code of the region, as logarithms; a region that is not there deviates by 0.</summary>
    internal static IReadOnlyDictionary<string, double> Of(IReadOnlyList<PlaceYears> regions, EnglandTrend england, TrendAssumptions assumptions)
    {
        (string Code, double Mean, double Variance)[] seen = [.. regions.Select(region => (region.Place.Code, Years: Seen(region, england, assumptions)))
            .Where(region => region.Years.Length >= FewestYears)
            .Select(region => (region.Code, region.Years.Average(), Variance(region.Years) / region.Years.Length))];
        if (seen.Length < 3)
        {
            return new Dictionary<string, double>();
        }

        double centre = seen.Average(region => region.Mean);
        double between = Math.Max(0, Variance([.. seen.Select(region => region.Mean)]) - seen.Average(region => region.Variance));
        return seen.ToDictionary(region => region.Code, region => between / (between + region.Variance + 1e-12) * (region.Mean - centre));
    }

    private static double[] Seen(PlaceYears region, EnglandTrend england, TrendAssumptions assumptions) =>
    [
        .. Enumerable.Range(0, region.Count).Skip(Math.Max(1, region.Count - assumptions.YearsLearntFrom))
            .Where(t => region.Joining(t) is > 0 && england.JoiningIn(t) is not null)
            .Select(t => Math.Log(region.Joining(t)!.Value / england.JoiningIn(t)!.Value)),
    ];

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
