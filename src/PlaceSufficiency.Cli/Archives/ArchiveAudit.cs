using System.CommandLine;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Cli.Commands;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Archive;

namespace PlaceSufficiency.Cli.Archives;

/// <summary><c>archive audit</c>: checks archived plans again from the archive alone, as <c>audit</c> does those in folders.</summary>
internal static class ArchiveAudit
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string?> run = new("run") { Description = "A run: its id or name; left out, all.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> batch = new("--batch") { Description = "Only runs of this batch: its name or id.", HelpName = "batch" };
        Option<string> location = Arguments.Archive();
        Command command = new("audit", "Check plans again from the archive alone: every rule, every figure, every bound.") { run, batch, location };
        command.SetAction((parsed, cancellation) =>
        {
            using IRunArchive archive = ArchiveLocation.Open(parsed.GetRequiredValue(location), create: false);
            IReadOnlyList<RunManifest> runs = parsed.GetValue(run) is { } only ? [ArchiveSelection.Run(archive, only)] : ArchiveSelection.Runs(archive, parsed.GetValue(batch), null);
            int failed = 0;
            foreach (RunManifest each in runs)
            {
                cancellation.ThrowIfCancellationRequested();
                IReadOnlyList<Finding> findings = Audit(archive, each);
                failed += findings.Count > 0 ? 1 : 0;
                screen.Findings([.. findings.Select(finding => (each.Label, finding))], asResult: true);
            }

            screen.Line(failed == 0 ? $"{runs.Count:#,##0} runs audited: no rule is broken." : $"{failed:#,##0} of {runs.Count:#,##0} runs failed their audit: do not use their figures.");
            return Task.FromResult(failed == 0 ? ExitCode.Answered : ExitCode.AuditFailed);
        });
        return command;
    }

    private static IReadOnlyList<Finding> Audit(IRunArchive archive, RunManifest run)
    {
        ArchivedPlan plan = ArchivedPlan.Read(archive, run);
        return [.. PlanAudit.Check(plan.Case, plan.Demand, plan.Plan).Findings.Where(finding => finding.Severity == Severity.Error)];
    }
}
