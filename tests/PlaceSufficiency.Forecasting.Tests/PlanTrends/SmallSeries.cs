using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Tests.PlanTrends;

/// <summary>Made-up published series.</summary>
internal static class SmallSeries
{
    internal static readonly ImmutableArray<PublishedAgeBand> Bands = [new("young", 0, 4), new("school", 5, 15), new("old", 16, 25)];

    internal static readonly AcademicYear First = AcademicYear.OfCensus(2016);

    /// <summary>A place with plans by band in each January from 2016 and new plans by band in each year from 2016.</summary>
    internal static PlanSeries Place(string code, int[][] plans, int[][]? begun, PublishedLevel level = PublishedLevel.Authority) => new(
        code, $"Place {code}", level, level == PublishedLevel.National ? string.Empty : "E12000008",
        Counts(plans, First), begun is null ? ImmutableSortedDictionary<AcademicYear, BandedCount>.Empty : Counts(begun, First.Next), ImmutableSortedDictionary<AcademicYear, BandedCount>.Empty);

    /// <summary>Authorities that differ, some growing fast and some slowly, and England as their sum.</summary>
    internal static PublishedSeries Several(int number, int years = 8)
    {
        Random random = new(7);
        List<PlanSeries> places = [];
        for (int i = 0; i < number; i++)
        {
            double size = 300 + random.Next(3000);
            double growth = 1.02 + (random.NextDouble() * 0.12);
            int[][] plans = [.. Enumerable.Range(0, years).Select(t => Parts(size * Math.Pow(growth, t) * (0.97 + (random.NextDouble() * 0.06)), 0.1, 0.65, 0.25))];
            int[][] begun = [.. Enumerable.Range(1, years - 1).Select(t => Parts(plans[t - 1].Sum() * (growth - 0.92), 0.3, 0.6, 0.1))];
            places.Add(Place($"E0600{i:0000}", plans, begun));
        }

        return new PublishedSeries(Bands, Bands, [], [.. places]);
    }

    private static int[] Parts(double whole, params double[] shares) => [.. shares.Select(share => (int)Math.Round(whole * share))];

    private static ImmutableSortedDictionary<AcademicYear, BandedCount> Counts(int[][] counts, AcademicYear first) =>
        counts.Index().ToImmutableSortedDictionary(year => first.PlusYears(year.Index), year => new BandedCount(year.Item.Sum(), [.. year.Item]));
}
