using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>Names of the files of a series; null where there is none.</summary>
/// <param name="Caseload">Plans in January.</param>
/// <param name="NewPlans">New plans.</param>
/// <param name="Ceased">Ceased plans.</param>
internal sealed record SeriesFileNames(string Caseload, string? NewPlans, string? Ceased);

/// <summary>What is doubtful in published series once they stand: each is said, none stops the others.</summary>
internal static class SeriesChecks
{
    /// <summary>Adds everything that is doubtful.</summary>
    /// <param name="series">The series.</param>
    /// <param name="files">Names of the files, for the messages.</param>
    /// <param name="findings">Takes it.</param>
    internal static void Check(PublishedSeries series, SeriesFileNames files, PlaceFindings findings)
    {
        AcademicYear last = series.LastYear;
        foreach (PlanSeries place in series.Places)
        {
            Finding[] doubts =
            [
                .. Gaps(place, place.Plans, "caseload", files.Caseload), .. Gaps(place, place.NewPlans, "new plans", files.NewPlans), .. Gaps(place, place.CeasedPlans, "ceased plans", files.Ceased), .. Borders(place, files.Caseload, last), .. Leaving(place, files.Ceased), .. Joining(place, files.NewPlans),
                .. Emptiness(place, files.NewPlans), .. Balance(place, files.Ceased),
            ];
            foreach (Finding doubt in doubts)
            {
                findings.Add(place.Code, doubt);
            }
        }
    }

    private static IEnumerable<Finding> Gaps(PlanSeries place, ImmutableSortedDictionary<AcademicYear, BandedCount> counts, string what, string? file)
    {
        AcademicYear[] years = [.. counts.Keys];
        AcademicYear[] missing = years.Length == 0 ? [] : [.. Enumerable.Range(0, years[^1].YearsSince(years[0])).Select(years[0].PlusYears).Where(year => !counts.ContainsKey(year))];
        if (missing.Length > 0)
        {
            yield return Finding.Warning(
                "published-gap", $"{place.Name} has no {what} in {Words(missing)}; nothing is learnt from the years beside the gap.", file, key: "time_period", value: Words(missing));
        }
    }

    private static IEnumerable<Finding> Borders(PlanSeries place, string caseload, AcademicYear last)
    {
        if (BoundaryChanges.Cut.FirstOrDefault(change => change.Code == place.Code) is { } cut)
        {
            yield return Finding.Warning(
                "published-border", $"{place.Name} was made from {cut.Before.Length} earlier area(s) ({string.Join(", ", cut.Before)}); its series begins in January {cut.FirstCensus}, and more is borrowed from its region and England.",
                caseload, key: "new_la_code", value: place.Code);
        }

        BorderChange[] after = [.. BoundaryChanges.Cut.Where(change => change.Before.Contains(place.Code))];
        if (after.Length > 0 && !place.Plans.ContainsKey(last))
        {
            yield return Finding.Warning(
                "published-border", $"{place.Name} ended with a change of borders; its area is now in {string.Join(" and ", after.Select(change => change.Name))}. It is not forecast.",
                caseload, key: "new_la_code", value: place.Code);
        }
    }

    private static IEnumerable<Finding> Leaving(PlanSeries place, string? ceased) =>
        from pair in place.CeasedPlans
        let before = place.Plans.TryGetValue(pair.Key.Previous, out BandedCount? plans) ? plans.Total : (int?)null
        let begun = place.NewPlans.TryGetValue(pair.Key, out BandedCount? plans) ? plans.Total : 0
        where before is not null && pair.Value.Total > before + begun
        select Finding.Warning(
            "published-rate", $"{place.Name} ceased {pair.Value.Total} plans in {pair.Key.StartYear} but had {before} in January and began {begun}: a rate of leaving above 1.",
            ceased, key: "total_ceased", value: Number(pair.Value.Total));

    private static IEnumerable<Finding> Joining(PlanSeries place, string? newPlans) =>
        from pair in place.NewPlans
        let before = place.Plans.TryGetValue(pair.Key.Previous, out BandedCount? plans) ? plans.Total : 0
        where before > 0 && pair.Value.Total > before
        select Finding.Warning(
            "published-rate", $"{place.Name} began {pair.Value.Total} plans in {pair.Key.StartYear}, more than the {before} it had in January: a rate of joining above 1, which nothing is learnt from.",
            newPlans, key: "new plans", value: Number(pair.Value.Total));

    private static IEnumerable<Finding> Emptiness(PlanSeries place, string? newPlans) => place.NewPlans
        .Where(year => place.Plans.TryGetValue(year.Key, out BandedCount? after) && after.Total == 0 && year.Value.Total > 0)
        .Select(year => Finding.Warning(
            "published-new-without-plans", $"{place.Name} began {year.Value.Total} plans in {year.Key.StartYear} but held none the January after.", newPlans, key: "new plans", value: Number(year.Value.Total)));

    private static IEnumerable<Finding> Balance(PlanSeries place, string? ceased)
    {
        (AcademicYear Year, int Plans)[] unexplained = [.. place.Residuals.Where(pair => pair.Value != 0).Select(pair => (pair.Key, pair.Value))];
        if (place.Level == PublishedLevel.Authority && unexplained.Length > 0)
        {
            yield return Finding.Warning(
                "published-balance",
                $"{place.Name}: plans less (plans a year before + new - ceased) is {string.Join(", ", unexplained.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Plans:+#,##0;-#,##0} in {one.Year.StartYear}")))}; moves, corrections and late records, kept apart as movements.",
                ceased, key: "new_la_code", value: place.Code);
        }
    }

    private static string Words(IEnumerable<AcademicYear> years) => string.Join(", ", years.Select(year => Number(year.CensusYear)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
