using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Xlsx;

/// <summary>What runs assume, and what they assume differently.</summary>
internal static class AssumptionSheets
{
    private static readonly string[] _publicDemand = ["authority", "joiner-scalings", "level-shifts", "uncertainty", "trend", "need-group"];

    /// <summary>
    /// Whether everybody may see a statement. What is not named here is withheld: counts of pupils, shares of them (a third of three is one), what is of
    /// a home area, and whatever cases come to state later.
    /// </summary>
    internal static bool IsPublic(CaseStatement statement)
    {
        string[] key = statement.Value.Key.Split('/');
        return statement.Part switch
        {
            CasePart.Demand => _publicDemand.Contains(key[0]),
            CasePart.Provision or CasePart.Schemes or CasePart.Limits => true,
            CasePart.Places => key[0] == "places",
            CasePart.Prices => key[0] == "price",
            CasePart.Travel => key is ["travel", _] or ["travel", "ceiling" or "threshold", ..],
            _ => false,
        };
    }

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
