using PlaceSufficiency.Domain.Findings;
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
            .Concat(PlacesBeforeOpening(tables));

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

    private static IEnumerable<Finding> PlacesBeforeOpening(CaseTables tables) =>
        from row in tables.SchemeYears.Rows
        where row.Year is { YearsAfterOpening: < 0, Places: not null }
        select Finding.Error(
            "places-before-opening", "A year before the opening can spend but not add places.", tables.SchemeYears.File, row.Line, "places", $"{row.Year.Places}");
}
