using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>Adds places up to the place that they make together.</summary>
internal static class PlaceSum
{
    /// <summary>The sum; a year counts by band only where every place with the year does.</summary>
    internal static PlanSeries Of(string code, string name, PublishedLevel level, string region, IEnumerable<PlanSeries> parts)
    {
        PlanSeries[] places = [.. parts];
        return new PlanSeries(code, name, level, region, Sum(places, place => place.Plans), Sum(places, place => place.NewPlans), Sum(places, place => place.CeasedPlans))
        {
            Openings = places.SelectMany(place => place.Openings.Keys).Distinct().ToImmutableSortedDictionary(
                year => year, year => places.Sum(place => place.Openings.TryGetValue(year, out int plans) ? plans : place.Plans.TryGetValue(year, out BandedCount? count) ? count.Total : 0)),
        };
    }

    private static ImmutableSortedDictionary<AcademicYear, BandedCount> Sum(
        PlanSeries[] places, Func<PlanSeries, ImmutableSortedDictionary<AcademicYear, BandedCount>> counts) => places
        .SelectMany(counts)
        .GroupBy(pair => pair.Key, pair => pair.Value)
        .ToImmutableSortedDictionary(year => year.Key, year => new BandedCount(
            year.Sum(count => count.Total),
            year.All(count => count.HasBands) ? [.. Enumerable.Range(0, year.First().ByBand.Length).Select(b => year.Sum(count => count.ByBand[b]))] : []));
}
