using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Xlsx;

/// <summary>What runs assume, and what they assume differently.</summary>
internal static class AssumptionSheets
{
    private static readonly string[] _ofPupils = ["stock/", "joiners/", "imports/", "area/", "population/"];

    /// <summary>Whether everybody may see a statement: not where it counts pupils or is of a home area.</summary>
    internal static bool IsPublic(CaseStatement statement) =>
        !_ofPupils.Any(start => statement.Value.Key.StartsWith(start, StringComparison.Ordinal))
        && (statement.Part != CasePart.Travel || statement.Value.Key.Split('/') is ["travel", _] or ["travel", "ceiling" or "threshold", ..]);

    /// <summary>Everything that a run states, a row a key; years in a row with the same value are one row.</summary>
    internal static ReportTable All(ScenarioReport run, Func<CaseStatement, bool> shows) => new TableOf<(CasePart Part, KeyChange Statement)>(
            "assumptions", $"Everything that {run.Run} states", "Other runs state the same but for what the sheet of differences lists.")
        .Ranked("part", "Part", row => new TextCell(Spelling.Of(row.Part), (int)row.Part))
        .Words("key", "What", row => row.Statement.Key)
        .Words("value", "Stated", row => row.Statement.New)
        .Of(CaseStatements.Of(run.Case).Where(shows).GroupBy(statement => statement.Part)
            .SelectMany(part => YearRuns.Joined(part.Select(statement => new KeyChange(statement.Value.Key, string.Empty, statement.Value.Value))).Select(statement => (part.Key, statement))));

    /// <summary>What each run states other than the first.</summary>
    internal static ReportTable Differences(IReadOnlyList<ScenarioReport> runs, Func<CaseStatement, bool> shows) => new TableOf<(string Run, CaseDifference Difference)>(
            "differences", $"What runs state other than {runs[0].Run}")
        .Words("run", "Run", row => row.Run)
        .Ranked("part", "Part", row => new TextCell(Spelling.Of(row.Difference.Part), (int)row.Difference.Part))
        .Words("key", "What", row => row.Difference.Change.Key)
        .Words("baseline", $"{runs[0].Run}", row => row.Difference.Change.Old)
        .Words("stated", "This run", row => row.Difference.Change.New)
        .Of(runs.Skip(1).SelectMany(run => CaseDifference.Between(runs[0].Case, run.Case)
            .Where(difference => shows(new CaseStatement(difference.Part, new KeyedValue(difference.Change.Key, string.Empty))))
            .Select(difference => (run.Run, difference))));
}
