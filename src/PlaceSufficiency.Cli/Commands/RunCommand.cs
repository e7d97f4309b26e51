using System.CommandLine;
using System.Diagnostics;
using PlaceSufficiency.Cli.Batches;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Storage.Batches;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>run</c>: answers the question of each scenario and compares them.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string[]> scenarios = Arguments.Scenarios();
        Option<string> results = Arguments.Out();
        Option<int> threads = Arguments.Threads();
        Option<int?> limit = Arguments.TimeLimit();
        Option<bool> tables = new("--tables") { Description = "Print the tables of every scenario, also when several are run." };
        Option<bool> foresight = new("--without-looking-ahead")
        {
            Description = "Also plan each scenario September by September without looking ahead, audit that plan, and say what looking ahead is worth.",
        };
        Option<string> archive = Arguments.Archive();
        Option<bool> plan = new("--plan") { Description = "Of a batch file: show its runs and what they would take, and make none." };
        Command command = new("run", "Forecast, allocate and audit scenarios, write their results and print the answer; or make the runs of a batch file.") { scenarios, results, archive, threads, limit, tables, foresight, plan };
        command.SetAction((parsed, cancellation) => parsed.GetRequiredValue(scenarios) is [var file] && BatchReader.IsBatch(file)
            ? RunBatchFile(
                screen, file, parsed.GetRequiredValue(archive), parsed.GetRequiredValue(threads), parsed.GetValue(limit), parsed.GetValue(plan), cancellation)
            : Task.FromResult(Run(
            screen,
            parsed.GetRequiredValue(scenarios),
            parsed.GetRequiredValue(results),
            parsed.GetRequiredValue(threads),
            parsed.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            parsed.GetValue(tables),
            parsed.GetValue(foresight),
            cancellation)));
        return command;
    }

    private static Task<int> RunBatchFile(Screen screen, string file, string archive, int processes, int? limit, bool plan, CancellationToken cancellation) => plan
        ? BatchRun.Plan(screen, file, archive, processes, cancellation)
        : BatchRun.Of(screen, file, archive, new BatchWork(processes, limit is { } seconds ? TimeSpan.FromSeconds(seconds) : null), cancellation);

    private static int Run(
        Screen screen, string[] scenarios, string results, int threads, TimeSpan? limit, bool allTables, bool withoutLookingAhead, CancellationToken cancellation)
    {
        Stopwatch elapsed = Stopwatch.StartNew();
        ReadCases read = ReadCases.Of(scenarios, threads, cancellation);
        screen.Findings(read.Findings, asResult: false);
        if (read.HasErrors)
        {
            return ExitCode.BadInput;
        }

        ResultFolders folders = new(results);
        folders.RefuseOtherThings(read.Cases);
        IReadOnlyList<RunOutcome> outcomes = RunBatch.Of(read.Cases, new RunAsk(limit, withoutLookingAhead), threads, screen, cancellation);
        AuditedRun[] runs = [.. outcomes.OfType<AuditedRun>()];
        foreach (AuditedRun run in runs)
        {
            cancellation.ThrowIfCancellationRequested();
            folders.Write(run);
        }

        foreach (AuditedRun run in runs)
        {
            RunView.Show(screen, run, folders.Of(run.Case), withTables: allTables || outcomes.Count == 1);
        }

        ComparisonView.Show(screen, runs);
        screen.Aside($"{runs.Length} of {outcomes.Count} scenarios answered in {elapsed.Elapsed.TotalSeconds:0.0} s.");
        return Trouble(screen, outcomes);
    }

    /// <summary>Says what came to nothing, and the exit code for it.</summary>
    private static int Trouble(Screen screen, IReadOnlyList<RunOutcome> outcomes)
    {
        foreach (Unsolved unsolved in outcomes.OfType<Unsolved>())
        {
            screen.Aside($"{unsolved.Case.Path.Name}: no solution. {unsolved.Reason}");
        }

        foreach (AuditedRun run in outcomes.OfType<AuditedRun>().Where(run => run.FaultsWithoutLookingAhead.Count > 0))
        {
            screen.Aside($"{run.Case.Path.Name}: without looking ahead no plan that keeps every rule was found; what looking ahead is worth is not shown.");
            screen.Findings([.. run.FaultsWithoutLookingAhead.Select(finding => (run.Case.Path.Path, finding))], asResult: false);
        }

        FailedAudit[] failed = [.. outcomes.OfType<FailedAudit>()];
        foreach (FailedAudit audit in failed)
        {
            screen.Aside($"{audit.Case.Path.Name}: the plan failed its audit and nothing was written.");
            screen.Findings([.. audit.Findings.Select(finding => (audit.Case.Path.Path, finding))], asResult: false);
        }

        return failed.Length > 0 ? ExitCode.AuditFailed : outcomes.Any(outcome => outcome is Unsolved) ? ExitCode.NoSolution : ExitCode.Answered;
    }
}
