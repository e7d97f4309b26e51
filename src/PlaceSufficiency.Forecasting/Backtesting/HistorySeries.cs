using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Backtesting;

/// <summary>The history of a case as the series of one place, by year group and by need.</summary>
public static class HistorySeries
{
    /// <summary>Code under which the case's one place stands.</summary>
    public const string Place = "case";

    private static readonly PublishedAgeBand _allAges = Band(YearGroup.Youngest, YearGroup.Oldest);

    /// <summary>By year group, in the bands that most Januaries are counted in; other years count in total only.</summary>
    /// <exception cref="FindingsException">Fewer than two Januaries are known.</exception>
    public static PublishedSeries ByAge(PlanningCase planningCase)
    {
        HistoryCount[] counts = [.. planningCase.History];
        PublishedAgeBand[] bands = counts.Where(count => !count.IsAllAges).GroupBy(count => count.Year)
            .Select(year => year.Select(BandOf).Distinct().OrderBy(band => band.From).ToArray())
            .GroupBy(year => string.Join(';', year.Select(band => band.Label)))
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.First()).FirstOrDefault() ?? [_allAges];
        return Of(planningCase, [.. bands], bandsAreAges: true, rows => Parts(
            bands.Select(band => (IReadOnlyList<HistoryCount>)[.. rows.Where(row => BandOf(row) == band)]), alone: row => row.Need is null));
    }

    /// <summary>By need; null where the history tells no needs.</summary>
    public static PublishedSeries? ByNeed(PlanningCase planningCase)
    {
        PrimaryNeed[] needs = [.. planningCase.History.Select(count => count.Need).OfType<PrimaryNeed>().Distinct().Order()];
        return needs.Length == 0 ? null : Of(
            planningCase, [.. needs.Select(need => new PublishedAgeBand(NeedLabel(need), 0, 25))], bandsAreAges: false,
            rows => Parts(needs.Select(need => (IReadOnlyList<HistoryCount>)[.. rows.Where(row => row.Need == need)]), alone: row => row.IsAllAges));
    }

    /// <summary>"need ASD".</summary>
    internal static string NeedLabel(PrimaryNeed need) => $"need {need}";

    /// <summary>The rows of each part: the one that counts all of it where there is one, else those that add up to it; null where a part has none.</summary>
    private static HistoryCount[][]? Parts(IEnumerable<IReadOnlyList<HistoryCount>> parts, Func<HistoryCount, bool> alone)
    {
        HistoryCount[][] found = [.. parts.Select(rows => rows.Where(alone).ToArray() is { Length: > 0 } whole ? whole : rows.ToArray())];
        return found.All(rows => rows.Length > 0) ? found : null;
    }

    private static PublishedSeries Of(
        PlanningCase planningCase, ImmutableArray<PublishedAgeBand> bands, bool bandsAreAges, Func<IReadOnlyList<HistoryCount>, HistoryCount[][]?> parts)
    {
        Dictionary<AcademicYear, HistoryCount[]> years = planningCase.History.GroupBy(count => count.Year).ToDictionary(year => year.Key, year => year.ToArray());
        if (years.Count < 2)
        {
            throw new FindingsException([Finding.Error(
                "history-missing", "A backtest needs the plans of at least two Januaries.", "tables/history.csv", value: $"{years.Count}", maybe: "tables/history.csv is still to be written; the data dictionary says how.")]);
        }

        PlanSeries place = new(
            Place, planningCase.Authority, PublishedLevel.Authority, string.Empty,
            Counts(years, parts, count => count.Plans), Counts(years, parts, count => count.NewPlans), Counts(years, parts, count => count.Ceased));
        return new PublishedSeries(bands, bands, bands, [place]) { BandsAreAges = bandsAreAges };
    }

    private static ImmutableSortedDictionary<AcademicYear, BandedCount> Counts(
        Dictionary<AcademicYear, HistoryCount[]> years, Func<IReadOnlyList<HistoryCount>, HistoryCount[][]?> parts, Func<HistoryCount, int?> of) =>
        years.Select(year => (Year: year.Key, Count: CountOf(year.Value, parts(year.Value), of))).Where(year => year.Count is not null)
            .ToImmutableSortedDictionary(year => year.Year, year => year.Count!);

    private static BandedCount? CountOf(HistoryCount[] rows, HistoryCount[][]? parts, Func<HistoryCount, int?> of)
    {
        ImmutableArray<int> byBand = parts is not null && parts.All(part => part.All(row => of(row) is not null)) ? [.. parts.Select(part => part.Sum(row => of(row)!.Value))] : [];
        int? total = rows.FirstOrDefault(row => row is { IsAllAges: true, Need: null }) is { } whole ? of(whole) : null;
        total ??= byBand.IsEmpty ? null : byBand.Sum();
        return total is { } count ? new BandedCount(count, byBand) : null;
    }

    private static PublishedAgeBand BandOf(HistoryCount count) => Band(count.From, count.To);

    private static PublishedAgeBand Band(YearGroup from, YearGroup to) =>
        new(from == to ? $"year group {from}" : $"year groups {from} to {to}", from.Age, to.Age);
}
