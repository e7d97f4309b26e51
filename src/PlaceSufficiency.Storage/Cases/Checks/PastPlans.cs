using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>The history of a case counts nobody twice. What is doubtful in it concerns who learns from it, and is said there.</summary>
internal static class PastPlans
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables) => [.. Reversed(tables.History), .. Overlaps(tables.History)];

    private static IEnumerable<Finding> Reversed(TableContents<HistoryRow> history) =>
        from row in history.Rows
        where row.Count.From > row.Count.To
        select Finding.Error("year-groups-reversed", $"Year group {row.Count.From} is older than {row.Count.To}.", history.File, row.Line, "year_to", row.Count.To.ToString());

    private static IEnumerable<Finding> Overlaps(TableContents<HistoryRow> history) =>
        from rows in history.Rows.Where(row => !row.Count.IsAllAges && row.Count.From <= row.Count.To).GroupBy(row => (row.Count.Year, row.Count.Need))
        let ordered = rows.OrderBy(row => row.Count.From).ToArray()
        from pair in ordered.Zip(ordered.Skip(1))
        where pair.First.Count.To >= pair.Second.Count.From
        select Finding.Error(
            "history-bands-overlap", $"Year groups {pair.Second.Count.From} to {pair.Second.Count.To} are counted in line {pair.First.Line} too.", history.File, pair.Second.Line, "year_from", pair.Second.Count.From.ToString());
}
