using System.CommandLine;
using System.Globalization;
using PlaceSufficiency.Cli.Archives;
using PlaceSufficiency.Cli.Batches;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Queue;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>submit</c>, <c>cancel</c> and <c>run-one</c>: batches that many machines share.</summary>
internal static class QueueCommands
{
    /// <summary>Queues a batch.</summary>
    internal static Command Submit(Screen screen)
    {
        Argument<string> file = new("batch") { Description = "A batch file." };
        Option<string> location = Arguments.Archive();
        Command command = new("submit", "Queue the runs of a batch file for workers; what the archive has is not made again.") { file, location };
        command.SetAction((parsed, cancellation) =>
        {
            BatchPlan plan = BatchPlan.Read(parsed.GetRequiredValue(file));
            screen.Findings(plan.Findings, asResult: false);
            using BatchQueue queue = BatchQueue.Open(parsed.GetRequiredValue(location));
            plan.AddCases(queue.Archive);
            queue.Archive.AddBatch(plan.Record);
            int queued = queue.Submit(plan.Record, _ => { }, cancellation);
            screen.Line($"{plan.Record.Name}: {queued:#,##0} of {plan.Record.Runs.Length:#,##0} runs queued for workers of version {BuildIdentity.Text}; the others are in the archive.");
            screen.Unbroken($"Batch {plan.Record.Id}");
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    /// <summary>Stops a batch.</summary>
    internal static Command Cancel(Screen screen)
    {
        Argument<string> batch = new("batch") { Description = "The batch: its name or id." };
        Option<string> location = Arguments.Archive();
        Command command = new("cancel", "Stop a queued batch: runs that are not begun never are; what is in the archive stays.") { batch, location };
        command.SetAction((parsed, _) =>
        {
            using BatchQueue queue = BatchQueue.Open(parsed.GetRequiredValue(location));
            BatchRecord record = ArchiveSelection.Batch(queue.Archive, parsed.GetRequiredValue(batch));
            queue.Tables.Cancel(record.Id);
            screen.Line($"{record.Name} is cancelled. Submit it again to go on with it.");
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    /// <summary>Makes one run of a recorded batch, for schedulers that count.</summary>
    internal static Command RunOne(Screen screen)
    {
        Option<string> key = new("--key") { Description = "The run: its id, or with --batch its number in the batch, from 0 (SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX).", HelpName = "key", Required = true };
        Option<string?> batch = new("--batch") { Description = "The batch: its name or id.", HelpName = "batch" };
        Option<int?> limit = Arguments.TimeLimit();
        Option<string> location = Arguments.Archive();
        Command command = new("run-one", "Make one run of a batch that was submitted or recorded, for Slurm arrays, Kubernetes indexed jobs and the like.") { key, batch, limit, location };
        command.SetAction((parsed, cancellation) =>
        {
            using IRunArchive archive = ArchiveLocation.Open(parsed.GetRequiredValue(location), create: false);
            RunRequest request = Request(archive, parsed.GetRequiredValue(key), parsed.GetValue(batch));
            SolveOutcome outcome = new RunSolver(archive).Solve(request, parsed.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null, cancellation);
            screen.Line($"{request.Label}: {outcome.Result switch { SolveResult.Added => "made.", SolveResult.Found => "found in the archive.", _ => $"failed. {outcome.Words}" }}");
            return Task.FromResult(outcome.Result is SolveResult.Added or SolveResult.Found ? ExitCode.Answered : outcome.Result == SolveResult.ArchiveAway ? ExitCode.Unexpected : ExitCode.NoSolution);
        });
        return command;
    }

    private static RunRequest Request(IRunArchive archive, string key, string? batch)
    {
        IEnumerable<RunRequest> runs = batch is null ? archive.Batches().SelectMany(record => record.Runs) : ArchiveSelection.Batch(archive, batch).Runs;
        RunRequest? found = batch is not null && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && key.Length < RunIdentity.IdLength
            ? runs.ElementAtOrDefault(number)
            : runs.FirstOrDefault(run => run.Identity.Id == key);
        return found ?? throw new FindingsException([Finding.Error("unknown-run", batch is null ? "No batch of the archive has this run." : $"The batch has {runs.Count()} runs, numbered from 0.", key: "--key", value: key)]);
    }
}
