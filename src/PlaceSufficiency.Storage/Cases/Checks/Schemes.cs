using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Every scheme adds places, and opens within the planned years if it opens.</summary>
internal static class Schemes
{
    /// <summary>What is wrong or doubtful.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables, Horizon? horizon) =>
        tables.Schemes.Rows.SelectMany(row => Opening(tables.Schemes.File, row, horizon))
            .Concat(tables.SchemeYears.IsComplete ? WithoutPlaces(tables) : [])
            .Concat(PlacesBeforeOpening(tables))
            .Concat(YearGroups(tables));

    private static IEnumerable<Finding> Opening(string file, SchemeRow row, Horizon? horizon)
    {
        if (row.Opens <= horizon?.BaseYear)
        {
            yield return Finding.Error(
                "scheme-opens-too-early", $"The scheme opens before the first planned year, {horizon.PlannedYears[0]}.", file, row.Line, "opens", $"{row.Opens}",
                "its places belong in places.csv.");
        }

        if (row.Opens > horizon?.LastYear)
        {
            yield return Finding.Warning(
                "scheme-opens-too-late", $"The scheme opens after the last planned year, {horizon.LastYear}, so its places never count.", file, row.Line, "opens", $"{row.Opens}");
        }
    }

    private static IEnumerable<Finding> WithoutPlaces(CaseTables tables) =>
        from row in tables.Schemes.Rows
        where !tables.SchemeYears.Rows.Any(year => year.Scheme == row.Id && year.Year.Places > 0)
        select Finding.Error(
            "scheme-without-places", $"The scheme adds no places in {tables.SchemeYears.File}.", tables.Schemes.File, row.Line, "scheme_id", row.Id.Value);

    /// <summary>A school that fills by year group has no other places, so that how many there are of each year group is known.</summary>
    private static IEnumerable<Finding> YearGroups(CaseTables tables)
    {
        HashSet<SchemeId> filling = [.. tables.SchemeYears.Rows.Where(row => !row.ByYearGroup.IsEmpty).Select(row => row.Scheme)];
        foreach (SchemeRow row in tables.Schemes.Rows.Where(row => filling.Contains(row.Id)))
        {
            if (tables.Schemes.Rows.Any(other => other.Provision == row.Provision && !filling.Contains(other.Id)) || tables.Places.Rows.Any(places => places.Provision == row.Provision && places.Places > 0))
            {
                yield return Finding.Error(
                    "year-groups-and-other-places", "A scheme that states places by year group is for a provision that has no other places.", tables.Schemes.File, row.Line, "provision_id", row.Provision.Value,
                    "the new school should be a provision of its own.");
            }
        }

        foreach (SchemeYearRow row in tables.SchemeYears.Rows.Where(row => !row.ByYearGroup.IsEmpty && row.Year.Places is { } places && row.ByYearGroup.Sum(of => of.Places) < places))
        {
            yield return Finding.Error(
                "year-groups-below-places", $"The year groups come to {row.ByYearGroup.Sum(of => of.Places)} places, fewer than the places in all.", tables.SchemeYears.File, row.Line, "places_by_year_group");
        }
    }

    private static IEnumerable<Finding> PlacesBeforeOpening(CaseTables tables) =>
        from row in tables.SchemeYears.Rows
        where row.Year is { YearsAfterOpening: < 0, Places: not null }
        select Finding.Error(
            "places-before-opening", "A year before the opening can spend but not add places.", tables.SchemeYears.File, row.Line, "places", $"{row.Year.Places}");
}
