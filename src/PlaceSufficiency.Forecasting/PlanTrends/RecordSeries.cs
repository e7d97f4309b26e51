using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>Counts records of children as one place's series, so that the trend model can be tested on them.</summary>
public static class RecordSeries
{
    /// <summary>Code under which the records' one place stands.</summary>
    public const string Place = "records";

    /// <summary>The records by year group, in which plans grow up by one a year.</summary>
    public static PublishedSeries ByYearGroup(PlanRecords records)
    {
        int youngest = States(records).Min(state => state.YearGroup.Age);
        ImmutableArray<PublishedAgeBand> bands = [.. Enumerable.Range(youngest, YearGroup.Oldest.Age - youngest + 1).Select(age => Band(YearGroup.OfAge(age)))];
        return Of(records, bands, state => Band(state.YearGroup), bandsAreAges: true);
    }

    /// <summary>The records by primary need, in their own codes.</summary>
    public static PublishedSeries ByNeed(PlanRecords records)
    {
        ImmutableArray<PublishedAgeBand> bands = [.. States(records).Select(state => state.Need).Distinct().Order(StringComparer.Ordinal).Select(Need)];
        return Of(records, bands, state => Need(state.Need), bandsAreAges: false);
    }

    private static PublishedAgeBand Band(YearGroup group) => new($"year group {group.Value}", group.Age, group.Age);

    private static PublishedAgeBand Need(string code) => new($"need {code}", 0, 25);

    private static IEnumerable<PlanState> States(PlanRecords records) => records.Rows.SelectMany(row => new[] { row.Before, row.After }).OfType<PlanState>();

    private static PublishedSeries Of(PlanRecords records, ImmutableArray<PublishedAgeBand> bands, Func<PlanState, PublishedAgeBand> bandOf, bool bandsAreAges)
    {
        Dictionary<PublishedAgeBand, int> at = bands.Index().ToDictionary(band => band.Item, band => band.Index);
        BandedCount Count(IEnumerable<PlanState?> states)
        {
            int[] counts = new int[bands.Length];
            foreach (PlanState state in states.OfType<PlanState>())
            {
                counts[at[bandOf(state)]]++;
            }

            return new BandedCount(counts.Sum(), [.. counts]);
        }

        ILookup<AcademicYear, PlanYear> years = records.Rows.ToLookup(row => row.Year);
        AcademicYear first = records.Years[0];
        PlanSeries place = new(
            Place, records.Source, PublishedLevel.Authority, string.Empty,
            records.Years.ToImmutableSortedDictionary(year => year.Next, year => Count(years[year].Select(row => row.After))).SetItem(first, Count(years[first].Select(row => row.Before))),
            records.Years.ToImmutableSortedDictionary(year => year.Next, year => Count(years[year].Where(row => row.Before is null).Select(row => row.After))),
            records.Years.ToImmutableSortedDictionary(year => year.Next, year => Count(years[year].Where(row => row.After is null).Select(row => row.Before))))
        {
            Openings = records.Years.ToImmutableSortedDictionary(year => year, year => years[year].Count(row => row.Before is not null)),
        };
        return new PublishedSeries(bands, bands, bands, [place]) { BandsAreAges = bandsAreAges };
    }
}
