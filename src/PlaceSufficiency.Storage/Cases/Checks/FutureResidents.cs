using System.Globalization;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Tables;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>A projection covers the planned years, and there are residents to join: an error where joiners follow them, else a warning.</summary>
internal static class FutureResidents
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables, Horizon? horizon, CaseSettings? settings)
    {
        JoinersFollow? follows = settings?.Demand?.Population?.Joiners ?? (tables.Projection.Rows.Count > 0 ? JoinersFollow.Residents : JoinersFollow.Stated);
        return
        [
            .. horizon is null || !tables.Projection.IsComplete ? [] : Gaps(tables.Projection, horizon),
            .. !tables.Population.IsComplete || tables.Population.Rows.Count == 0 ? [] : follows == JoinersFollow.Residents ? Nobody(tables).Concat(TooMany(tables))
                : NobodyNear(tables).Concat(TooMany(tables).Select(finding => finding with { Severity = Severity.Warning })),
        ];
    }

    /// <summary>A year within the projection that it leaves out: rates would jump to another source for one year.</summary>
    private static IEnumerable<Finding> Gaps(TableContents<PopulationProjectionRow> projection, Horizon horizon) =>
        from age in projection.Rows.GroupBy(row => (row.Area, row.Age))
        let years = age.Select(row => row.Year).ToHashSet()
        let missing = horizon.PlannedYears.Where(year => year < years.Max() && !years.Contains(year)).ToArray()
        where missing.Length > 0
        orderby age.Key.Area?.Value, age.Key.Age
        select Finding.Error(
            "projection-year-missing",
            $"The projection of age {age.Key.Age}{(age.Key.Area is { } area ? $" in {area}" : string.Empty)} goes to {years.Max()} but leaves out {string.Join(", ", missing)}.",
            projection.File,
            age.Max(row => row.Line),
            "academic_year",
            missing[0].ToString());

    private static ILookup<int, int> Persons(CaseTables tables) => tables.Population.Rows.ToLookup(row => row.Age, row => row.Persons);

    /// <summary>More joiners a year of an age than it has residents.</summary>
    private static IEnumerable<Finding> TooMany(CaseTables tables)
    {
        ILookup<int, int> persons = Persons(tables);
        return from rows in tables.Joiners.Rows.GroupBy(row => row.YearGroup)
               let residents = persons[rows.Key.Age].Sum()
               let joiners = rows.Sum(row => row.PerYear)
               where residents > 0 && joiners > residents
               select Finding.Error(
                   "rate-above-1", string.Create(CultureInfo.InvariantCulture, $"{joiners} pupils of year group {rows.Key} join a year, but only {residents} of age {rows.Key.Age} live there."),
                   tables.Joiners.File, rows.First().Line, "joiners_per_year", joiners.ToString(CultureInfo.InvariantCulture), "the population is in thousands.");
    }

    /// <summary>Joiners as stated need no residents to be counted, but homes are drawn by where residents of the age live.</summary>
    private static IEnumerable<Finding> NobodyNear(CaseTables tables)
    {
        ILookup<int, int> persons = Persons(tables);
        return from rows in tables.Joiners.Rows.Where(row => row.PerYear > 0).GroupBy(row => row.YearGroup)
               where persons[rows.Key.Age].Sum() == 0
               select Finding.Warning(
                   "joiners-without-residents",
                   string.Create(CultureInfo.InvariantCulture, $"{rows.Sum(row => row.PerYear)} pupils of year group {rows.Key} join a year, but nobody of age {rows.Key.Age} lives there; their homes follow residents of all ages."),
                   tables.Joiners.File, rows.First().Line, "year_group", rows.Key.ToString());
    }

    private static IEnumerable<Finding> Nobody(CaseTables tables)
    {
        ILookup<int, int> persons = Persons(tables);
        return from row in tables.Joiners.Rows
               where row.PerYear > 0 && persons[row.YearGroup.Age].Sum() == 0
               select Finding.Error(
                   "joiners-without-residents",
                   string.Create(CultureInfo.InvariantCulture, $"Joiners follow residents, but nobody of age {row.YearGroup.Age} lives in the base year."),
                   tables.Joiners.File, row.Line, "year_group", row.YearGroup.ToString());
    }
}
