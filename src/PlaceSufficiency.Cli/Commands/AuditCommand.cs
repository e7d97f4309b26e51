using System.CommandLine;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>audit</c>: re-checks a finished plan from its files alone.</summary>
internal static class AuditCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string> folder = new("run") { Description = "Folder of a finished run, or a scenario file whose results exist." };
        Option<string> results = Arguments.Out();
        Command command = new("audit", "Check a finished plan again, from the files in its folder alone.") { folder, results };
        command.SetAction((parsed, _) => Task.FromResult(Audit(screen, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(results))));
        return command;
    }

    private static int Audit(Screen screen, string folder, string results)
    {
        StoredRun stored = StoredRun.Read(folder, new ResultFolders(results));
        screen.Findings([.. stored.Run.Loaded.Findings.Concat(stored.Audit.Findings).Select(finding => (folder, finding))], asResult: true);
        TableView.Show(screen, TierTable.Of(stored.Audit));
        screen.Line(stored.Audit.Passed ? "Audited: no rule is broken." : "The plan failed its audit: do not use its figures.");
        return stored.Audit.Passed ? ExitCode.Answered : ExitCode.AuditFailed;
    }
}
