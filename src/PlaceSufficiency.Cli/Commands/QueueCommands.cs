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

/// <summary><c>submit</c>, <c>status</c>, <c>cancel</c> and <c>run-one</c>: batches that many machines share.</summary>
internal static class QueueCommands
{
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromSeconds(2);

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
            plan.RecordIn(queue.Archive);
            int queued = queue.Submit(plan.Record, _ => { }, cancellation);
            screen.Line($"{plan.Record.Name}: {queued:#,##0} of {plan.Record.Runs.Length:#,##0} runs queued for workers of version {BuildIdentity.Text}; the others are in the archive.");
            screen.Unbroken($"Batch {plan.Record.Id}");
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    /// <summary>How far batches are, and who works.</summary>
    internal static Command Status(Screen screen)
    {
        Option<string> location = Arguments.Archive();
        Option<bool> watch = new("--watch") { Description = "Say it again whenever it changes, until every batch is finished." };
        Command command = new("status", "Say how far queued batches are, which workers are there, and what failed.") { location, watch };
        command.SetAction(async (parsed, cancellation) =>
        {
            using BatchQueue queue = BatchQueue.Open(parsed.GetRequiredValue(location));
            string before = string.Empty;
            while (true)
            {
                IReadOnlyList<BatchState> states = queue.Tables.States();
                string now = string.Join('\n', [.. states.Select(Words), .. Workers(queue)]);
                if (now != before)
                {
                    screen.Unbroken(now);
                    before = now;
                }

                if (!parsed.GetValue(watch) || states.All(state => state.IsOver))
                {
                    break;
                }

                await Task.Delay(_betweenLooks, cancellation).ConfigureAwait(false);
            }

            foreach ((string run, string words) in queue.Tables.States().Where(state => state.Failed > 0).SelectMany(state => queue.Tables.Failures(state.Id)))
            {
                screen.Aside($"{run[..12]}: {words.Split('\n')[0]}");
            }

            return ExitCode.Answered;
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

    private static string Words(BatchState state)
    {
        string end = state switch
        {
            { IsCancelled: true } => ", cancelled",
            _ when state.Done == state.Runs => ", finished",
            _ when state.IsOver => $", finished with {state.Failed:#,##0} failed",
            { Failed: > 0 } => $", {state.Failed:#,##0} failed",
            _ => string.Empty,
        };
        return $"{state.Name} ({state.Id[..12]}): {state.Done:#,##0} of {state.Runs:#,##0} runs made{end}";
    }

    private static IEnumerable<string> Workers(BatchQueue queue)
    {
        IReadOnlyList<LivingWorker> workers = queue.Tables.Workers();
        string[] lacking = [.. queue.Tables.States().Where(state => !state.IsOver).Select(state => state.Version).Distinct().Except(workers.Select(worker => worker.Version))];
        return
        [
            workers.Count == 0 ? "No worker is there." : $"Workers: {string.Join(", ", workers.Select(worker => $"{worker.Name} ({worker.Version}, {worker.Words})"))}",
            .. lacking.Select(version => $"Runs wait for version {version}, and no worker of that version is there."),
        ];
    }
}
