using System.Collections.Immutable;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>Shares of the age bands: of the plans held at the origin and of new plans.</summary>
internal static class AgeMix
{
    private const int Years = 3;

    /// <summary>
    /// Plans at the origin by band, adding up to the total: as published, plans of unknown age shared out like the others. Where the
    /// origin is not published by band, in the shares of the last year that is, else in England's.
    /// </summary>
    internal static ImmutableArray<int> Start(PlaceYears place, PlaceYears england, int bands)
    {
        int total = place.Plans(place.Count - 1) ?? 0;
        double[] shares = LastBands(place) ?? LastBands(england) ?? [.. Enumerable.Repeat(1.0, bands)];
        return [.. WholeParts.Of(total, shares)];
    }

    /// <summary>Share of each band in new plans: the authority's of the last years with the national mix added as so many plans.</summary>
    internal static ImmutableArray<double> NewPlans(PlaceYears place, PlaceYears england, double[] held, TrendAssumptions assumptions)
    {
        double[] nation = RecentNew(england, held.Length);
        if (nation.Sum() <= 0)
        {
            nation = held;
        }

        double all = nation.Sum();
        double[] own = RecentNew(place, held.Length);
        double sum = own.Sum() + assumptions.MixWorth;
        return [.. own.Select((begun, b) => (begun + (assumptions.MixWorth * (all > 0 ? nation[b] / all : 1.0 / held.Length))) / sum)];
    }

    private static double[]? LastBands(PlaceYears place) =>
        Enumerable.Range(0, place.Count).Reverse().Select(place.Bands).FirstOrDefault(bands => bands is not null && bands.Sum() > 0);

    private static double[] RecentNew(PlaceYears place, int bands)
    {
        double[] sum = new double[bands];
        for (int t = Math.Max(0, place.Count - Years); t < place.Count; t++)
        {
            if (place.NewBands(t) is { } begun)
            {
                sum = [.. sum.Zip(begun, (so, far) => so + far)];
            }
        }

        return sum;
    }
}
