using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Storage.Published;

/// <summary>The rows of one authority in the files of the DfE release "Education, health and care plans", reporting year 2025.</summary>
public sealed class Release2025
{
    private const string Ages = "Child or young persons age";

    private readonly PublishedRow[] _caseload;
    private readonly PublishedRow[] _needs;
    private readonly PublishedRow[] _newPlans;
    private readonly PublishedRow[] _newNeeds;
    private readonly PublishedRow[] _ceased;

    /// <summary>Reads the rows of an authority.</summary>
    /// <param name="folder">Folder of the release, its files plain or gzipped.</param>
    /// <param name="authority">Name or ONS code.</param>
    /// <exception cref="FindingsException">A file is missing or has nothing about the authority.</exception>
    public Release2025(string folder, string authority)
    {
        PublishedRow[] Own(string file) => PublishedFile.Rows(folder, file).Where(row => Release2022.Is(row, authority)).ToArray() is { Length: > 0 } rows
            ? rows
            : throw Release2022.Missing(file, authority, "the 2025 release");
        (_caseload, _needs) = (Own("caseload.csv"), Own("sen_needs_all_plans.csv"));
        (_newPlans, _newNeeds, _ceased) = (Own("newplans.csv"), Own("sen_need_newplans.csv"), Own("ceased_plans.csv"));
        (Authority, Code) = (_caseload[0]["la_name"], _caseload[0]["new_la_code"]);
    }

    /// <summary>Name of the authority as published.</summary>
    public string Authority { get; }

    /// <summary>ONS code of the authority.</summary>
    public string Code { get; }

    /// <summary>Years whose caseload is published by placement.</summary>
    public IEnumerable<AcademicYear> CaseloadYears => _caseload.Where(row => row["breakdown"] == "All EHC plans").Select(row => YearOf(row)).Order();

    /// <summary>All plans of each January, with those begun and ceased in the calendar year before it where they are published.</summary>
    internal IEnumerable<HistoryCount> Totals()
    {
        int? Flow(PublishedRow[] rows, string all, string column, AcademicYear january) =>
            rows.FirstOrDefault(row => row["breakdown"] == all && CalendarYearOf(row) == january.CensusYear - 1)?.Count(column);
        return from row in _caseload
               where row["breakdown"] == "All EHC plans" && row.Count("ehcplans") is not null
               let year = YearOf(row)
               orderby year
               select new HistoryCount(
                   year, YearGroup.Youngest, YearGroup.Oldest, null, row.CountOrNone("ehcplans"),
                   Flow(_newPlans, "New EHC plans", "new_ehc_plans", year), Flow(_ceased, "All ceased EHC plans", "total_ceased", year));
    }

    /// <summary>Plans by placement in January of a year.</summary>
    /// <exception cref="FindingsException">The year is not published, or the placements do not add up to all plans.</exception>
    public ImmutableSortedDictionary<PublishedPlacement, int> Placements(AcademicYear year)
    {
        PublishedRow all = _caseload.FirstOrDefault(row => row["breakdown"] == "All EHC plans" && YearOf(row) == year)
            ?? throw Release2022.Missing("caseload.csv", Authority, year.ToString());
        ImmutableSortedDictionary<PublishedPlacement, int> counts = Placements(all).ToImmutableSortedDictionary();
        int plans = all.CountOrNone("ehcplans");
        return counts.Values.Sum() == plans ? counts : throw new FindingsException([Finding.Error(
            "published-total", $"The placements of {year} add up to {counts.Values.Sum()}, not to all {plans} plans.", "caseload.csv", all.Line, "ehcplans")]);
    }

    /// <summary>The two-way tables of the year published by need: January 2025.</summary>
    public NeedYearTables NeedTables()
    {
        AcademicYear year = YearOf(_needs[0]);
        PublishedRow[] caseload = [.. _caseload.Where(row => YearOf(row) == year)];
        return new NeedYearTables(
            year,
            Summed(Of(_needs, "Type of placement").Where(row => !PlacementNames.IsTotal(row["breakdown"]))
                .SelectMany(row => ByNeed(row).Select(count => ((count.Need, PlacementOf(row)), count.Plans)))),
            Summed(Of(_needs, Ages).SelectMany(row => ByNeed(row).Select(count => ((count.Need, AgeOf(row)), count.Plans)))),
            Summed(Of(_needs, "Sex").SelectMany(row => ByNeed(row).Select(count => ((count.Need, SexOf(row)), count.Plans)))),
            Summed(Of(caseload, Ages).SelectMany(row => Placements(row).Select(count => ((count.Key, AgeOf(row)), count.Value)))),
            Summed(Of(caseload, "Sex").SelectMany(row => Placements(row).Select(count => ((count.Key, SexOf(row)), count.Value)))));
    }

    /// <summary>New and ceased plans: new by age and sex over the three last years, new by need of the last, ceased over the two last.</summary>
    public PlanFlowTables Flows()
    {
        PublishedRow[] started = [.. Of(_newPlans, "Age when plan started")];
        int[] newYears = [.. started.Select(CalendarYearOf).Distinct().OrderDescending().Take(3).Order()];
        PublishedRow[] ceased = [.. Of(_ceased, "Age plan ceased").Where(row => AgeNames.SingleYear(row["breakdown"]) is not null)];
        int[] ceasedYears = [.. ceased.Select(CalendarYearOf).Distinct().OrderDescending().Take(2).Order()];
        AcademicYear between = AcademicYear.OfCensus(ceasedYears[^1]);
        return new PlanFlowTables(
            [.. newYears],
            ByAge(started.Where(row => newYears.Contains(CalendarYearOf(row))), "new_ehc_plans"),
            Of(_newPlans, "Sex").Where(row => newYears.Contains(CalendarYearOf(row)) && SexOf(row) is not null)
                .GroupBy(row => SexOf(row)!.Value).ToImmutableSortedDictionary(group => group.Key, group => group.Sum(row => row.CountOrNone("new_ehc_plans"))),
            CalendarYearOf(_newNeeds[0]),
            Summed(Of(_newNeeds, Ages).SelectMany(row => ByNeed(row).Select(count => ((count.Need, AgeOf(row)), count.Plans)))),
            Summed(Of(_newNeeds, "Sex").SelectMany(row => ByNeed(row).Select(count => ((count.Need, SexOf(row)), count.Plans)))),
            [.. ceasedYears],
            ByAge(ceased.Where(row => ceasedYears.Contains(CalendarYearOf(row))), "total_ceased"),
            ByAge(Of(_caseload.Where(row => YearOf(row) == between), Ages), "ehcplans"));
    }

    private static AcademicYear YearOf(PublishedRow row) => AcademicYear.StartingIn(int.Parse(row["time_period"][..4], CultureInfo.InvariantCulture));

    private static int CalendarYearOf(PublishedRow row) => int.Parse(row["time_period"], CultureInfo.InvariantCulture);

    private static IEnumerable<PublishedRow> Of(IEnumerable<PublishedRow> rows, string topic) => rows.Where(row => row["breakdown_topic"] == topic);

    private static Dictionary<PublishedPlacement, int> Placements(PublishedRow row) => PlacementNames.Columns
        .GroupBy(column => column.Value).ToDictionary(group => group.Key, group => group.Sum(column => row.CountOrNone(column.Key)));

    private static IEnumerable<(PrimaryNeed? Need, int Plans)> ByNeed(PublishedRow row)
    {
        foreach (PrimaryNeed need in Enum.GetValues<PrimaryNeed>())
        {
            string column = $"number_{need.ToString().ToLowerInvariant()}";
            if (row.Has(column))
            {
                yield return (need, row.CountOrNone(column));
            }
        }

        yield return (null, row.CountOrNone("number_need_unknown"));
    }

    private static ImmutableSortedDictionary<int, int> ByAge(IEnumerable<PublishedRow> rows, string column) =>
        rows.GroupBy(AgeOf).ToImmutableSortedDictionary(group => group.Key, group => group.Sum(row => row.CountOrNone(column)));

    private static ImmutableDictionary<TKey, int> Summed<TKey>(IEnumerable<(TKey Key, int Plans)> counts)
        where TKey : notnull => counts.GroupBy(count => count.Key).ToImmutableDictionary(group => group.Key, group => group.Sum(count => count.Plans));

    private static PublishedPlacement PlacementOf(PublishedRow row) => PlacementNames.Rows.TryGetValue(row["breakdown"], out PublishedPlacement placement)
        ? placement
        : throw Unknown(row, "placement", NearMiss.Sentence(row["breakdown"], PlacementNames.Rows.Keys));

    private static int AgeOf(PublishedRow row) => AgeNames.SingleYear(row["breakdown"]) ?? throw Unknown(row, "age", null);

    private static Sex? SexOf(PublishedRow row) => row["breakdown"] switch
    {
        "Female" => Sex.Female,
        "Male" => Sex.Male,
        "Unknown" => null,
        _ => throw Unknown(row, "sex", null),
    };

    private static FindingsException Unknown(PublishedRow row, string what, string? maybe) => new([Finding.Error(
        "published-breakdown", $"The published table has a {what} that is not known; its layout may have changed.", row: row.Line, key: "breakdown", value: row["breakdown"], maybe: maybe)]);
}
