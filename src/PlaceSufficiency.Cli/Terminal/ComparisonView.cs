using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Cli.Terminal;

/// <summary>Several finished runs side by side in a terminal.</summary>
internal static class ComparisonView
{
    private const string Baseline = "do-nothing";

    /// <summary>Compares runs with the one called do-nothing, else with the first; shows nothing for fewer than two.</summary>
    internal static void Show(Screen screen, IReadOnlyList<AuditedRun> runs)
    {
        bool severalCases = runs.Select(run => run.Case.Path.CaseName).Distinct().Count() > 1;
        Show(screen, [.. runs.OrderBy(run => run.Case.Path.Name != Baseline).Select(run => severalCases ? run.Summary with { Name = $"{run.Case.Path.CaseName}/{run.Summary.Name}" } : run.Summary)]);
    }

    /// <summary>Compares runs with the first.</summary>
    internal static void Show(Screen screen, IReadOnlyList<RunSummary> runs)
    {
        if (runs.Count < 2)
        {
            return;
        }

        foreach (ReportTable table in ComparisonTables.Of(RunComparison.Of(runs)))
        {
            TableView.Show(screen, table);
        }
    }
}
