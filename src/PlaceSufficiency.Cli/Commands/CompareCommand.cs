using System.CommandLine;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Answer;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>compare</c>: what two finished runs state differently, and what that changes and costs.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string> first = new("first") { Description = "Folder of a finished run, or a scenario file whose results exist; the baseline." };
        Argument<string> second = new("second") { Description = "The run to compare with it." };
        Option<string> results = Arguments.Out();
        Command command = new("compare", "Say what two finished runs state differently, what that changes and what an extra pupil placed costs.") { first, second, results };
        command.SetAction((parsed, _) => Task.FromResult(Compare(
            screen, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetRequiredValue(results))));
        return command;
    }

    private static int Compare(Screen screen, string first, string second, string results)
    {
        ResultFolders folders = new(results);
        StoredRun[] runs = [StoredRun.Read(first, folders), StoredRun.Read(second, folders)];
        (string Folder, Finding Finding)[] findings = [.. runs.Zip([first, second]).SelectMany(pair => pair.First.Audit.Findings.Select(finding => (pair.Second, finding)))];
        screen.Findings(findings, asResult: false);
        if (runs.Any(run => !run.Audit.Passed))
        {
            return ExitCode.AuditFailed;
        }

        if (runs[0].Name == runs[1].Name)
        {
            runs = [runs[0] with { Name = $"{runs[0].Name} (first)" }, runs[1] with { Name = $"{runs[1].Name} (second)" }];
        }

        Show(screen, runs[0], runs[1]);
        return ExitCode.Answered;
    }

    private static void Show(Screen screen, StoredRun first, StoredRun second)
    {
        IReadOnlyList<CaseDifference> differences = CaseDifference.Between(first.Run.Loaded.Case, second.Run.Loaded.Case);
        TableView.Show(screen, DifferenceTable.Of(first.Name, second.Name, differences));
        if (differences.Count == 0)
        {
            screen.Line($"{first.Name} and {second.Name} state the same.");
            screen.Line();
        }

        ComparisonView.Show(screen, [first.Summary, second.Summary]);
        foreach (StoredRun run in (StoredRun[])[first, second])
        {
            screen.Line($"{run.Name}: {SufficiencyAnswer.Sentence(run.Run.Loaded.Case, run.Audit.Figures)}");
        }
    }
}
