using System.CommandLine;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Cli.Commands;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Postgres;

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
            List<(string Label, Finding Finding)> unreadable = [];
            int failed = 0;
            int audited = 0;
            foreach (RunManifest each in runs)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Read(archive, each, unreadable) is { } plan)
                {
                    Finding[] findings = [.. PlanAudit.Check(plan.Case, plan.Demand, plan.Plan).Findings.Where(finding => finding.Severity == Severity.Error)];
                    audited++;
                    failed += findings.Length > 0 ? 1 : 0;
                    screen.Findings([.. findings.Select(finding => (each.Label, finding))], asResult: true);
                }
            }

            screen.Findings(unreadable, asResult: false);
            screen.Line(failed == 0 ? $"{audited:#,##0} runs audited: no rule is broken." : $"{failed:#,##0} of {audited:#,##0} runs failed their audit: do not use their figures.");
            if (audited < runs.Count)
            {
                screen.Line($"{runs.Count - audited:#,##0} runs could not be audited.");
            }

            return Task.FromResult(failed > 0 ? ExitCode.AuditFailed : unreadable.Count > 0 ? ExitCode.BadInput : ExitCode.Answered);
        });
        return command;
    }

    /// <summary>The plan; null where the archive does not hold enough of it to audit, which must not keep the others from theirs.</summary>
    private static ArchivedPlan? Read(IRunArchive archive, RunManifest run, List<(string Label, Finding Finding)> unreadable)
    {
        try
        {
            return ArchivedPlan.Read(archive, run);
        }
        catch (FindingsException exception) when (!PostgresArchive.IsAway(exception))
        {
            unreadable.AddRange(exception.Findings.Select(finding => (run.Label, finding)));
            return null;
        }
    }
}
