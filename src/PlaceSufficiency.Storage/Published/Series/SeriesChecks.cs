using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>What is doubtful in published series once they stand: each is said, none stops the others.</summary>
internal static class SeriesChecks
{
    /// <summary>Everything that is doubtful.</summary>
    /// <param name="series">The series.</param>
    /// <param name="caseload">Name of the caseload's file, for the messages.</param>
    internal static IEnumerable<Finding> Of(PublishedSeries series, string caseload) => series.Places.SelectMany(place =>
        (IEnumerable<Finding>)[.. Gaps(place, caseload), .. Borders(place, caseload), .. Rates(place), .. Emptiness(series, place), .. Balance(place)]);

    private static IEnumerable<Finding> Gaps(PlanSeries place, string caseload)
    {
        AcademicYear[] years = [.. place.Plans.Keys];
        AcademicYear[] missing = [.. Enumerable.Range(0, years.Length == 0 ? 0 : years[^1].YearsSince(years[0])).Select(years[0].PlusYears).Where(year => !place.Plans.ContainsKey(year))];
        if (missing.Length > 0)
        {
            yield return Finding.Warning(
                "published-gap", $"{place.Name} has no caseload in {Words(missing)}; nothing is learnt from the years beside the gap.", caseload, key: "time_period", value: Words(missing));
        }
    }

    private static IEnumerable<Finding> Borders(PlanSeries place, string caseload)
    {
        if (BoundaryChanges.Cut.FirstOrDefault(change => change.Code == place.Code) is { } cut)
        {
            yield return Finding.Warning(
                "published-border", $"{place.Name} was made from {cut.Before.Length} earlier area(s) ({string.Join(", ", cut.Before)}); its series begins in January {cut.FirstCensus}, and more is borrowed from its region and England.",
                caseload, key: "new_la_code", value: place.Code);
        }

        BorderChange[] after = [.. BoundaryChanges.Cut.Where(change => change.Before.Contains(place.Code))];
        if (after.Length > 0)
        {
            yield return Finding.Warning(
                "published-border", $"{place.Name} ended with a change of borders; its area is now in {string.Join(" and ", after.Select(change => change.Name))}. It is not forecast.",
                caseload, key: "new_la_code", value: place.Code);
        }
    }

    private static IEnumerable<Finding> Rates(PlanSeries place)
    {
        foreach ((AcademicYear year, BandedCount ended) in place.CeasedPlans)
        {
            if (place.Plans.TryGetValue(year.Previous, out BandedCount? before)
                && ended.Total > before.Total + (place.NewPlans.TryGetValue(year, out BandedCount? begun) ? begun.Total : 0))
            {
                yield return Finding.Warning(
                    "published-rate", $"{place.Name} ceased {ended.Total} plans in {year.StartYear} but had {before.Total} in January and began no more: a rate of leaving above 1.",
                    key: "total_ceased", value: Number(ended.Total));
            }
        }

        foreach ((AcademicYear year, BandedCount begun) in place.NewPlans)
        {
            if (place.Plans.TryGetValue(year.Previous, out BandedCount? before) && before.Total > 0 && begun.Total > before.Total)
            {
                yield return Finding.Warning(
                    "published-rate", $"{place.Name} began {begun.Total} plans in {year.StartYear}, more than the {before.Total} it had in January: a rate of joining above 1.",
                    key: "new plans", value: Number(begun.Total));
            }
        }
    }

    private static IEnumerable<Finding> Emptiness(PublishedSeries series, PlanSeries place) => place.NewPlans
        .Where(year => place.Plans.TryGetValue(year.Key, out BandedCount? after) && after.Total == 0 && year.Value.Total > 0)
        .Select(year => Finding.Warning(
            "published-new-without-plans", $"{place.Name} began {year.Value.Total} plans in {year.Key.StartYear} but held none the January after.", key: "new plans", value: Number(year.Value.Total)));

    private static IEnumerable<Finding> Balance(PlanSeries place)
    {
        (AcademicYear Year, int Plans)[] unexplained = [.. place.Residuals.Where(pair => pair.Value != 0).Select(pair => (pair.Key, pair.Value))];
        if (place.Level == PublishedLevel.Authority && unexplained.Length > 0)
        {
            yield return Finding.Warning(
                "published-balance",
                $"{place.Name}: plans less (plans a year before + new - ceased) is {string.Join(", ", unexplained.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Plans:+#,##0;-#,##0} in {one.Year.StartYear}")))}; moves, corrections and late records, kept apart as movements.",
                key: "new_la_code", value: place.Code);
        }
    }

    private static string Words(IEnumerable<AcademicYear> years) => string.Join(", ", years.Select(year => Number(year.CensusYear)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
