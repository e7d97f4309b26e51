using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>What two cases state differently.</summary>
public static class DifferenceTable
{
    /// <summary>The table; a row a key.</summary>
    public static ReportTable Of(string first, string second, IReadOnlyList<CaseDifference> differences) =>
        new TableOf<CaseDifference>("differences", $"What differs: {first} -> {second}")
            .Ranked("part", "Part", row => new TextCell(Spelling.Of(row.Part), (int)row.Part))
            .Words("key", "Key", row => row.Change.Key)
            .Words("first", "First", row => row.Change.Old)
            .Words("second", "Second", row => row.Change.New)
            .Of(differences);
}
