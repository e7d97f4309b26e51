using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Cli.Terminal;
using Spectre.Console;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>Runs scenarios side by side. Their outcomes come in the order of the scenarios, however many run at once.</summary>
public static class RunBatch
{
    /// <summary>Runs every scenario, showing where each stands.</summary>
    /// <param name="cases">The scenarios.</param>
    /// <param name="ask">What is asked of each.</param>
    /// <param name="threads">How many run at once, at least 1.</param>
    /// <param name="screen">Where progress is shown.</param>
    /// <param name="cancellation">Stops all of them.</param>
    /// <exception cref="OperationCanceledException">They were stopped.</exception>
    public static IReadOnlyList<RunOutcome> Of(
        IReadOnlyList<ReadCase> cases, RunAsk ask, int threads, Screen screen, CancellationToken cancellation)
    {
        if (screen.ProgressTerminal is not { } terminal)
        {
            Lock turn = new();
            return Run(cases, ask, threads, new RunProgress((read, words) => { lock (turn) { screen.Aside($"{read.Path.Name}: {words}"); } }, (_, _) => { }), cancellation);
        }

        return terminal.Progress()
            .Columns(new SpinnerColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(display =>
            {
                Dictionary<ReadCase, ProgressTask> tasks = cases.ToDictionary(read => read, read => display.AddTask(Description(read, "waiting")).IsIndeterminate());
                RunProgress progress = new(
                    (read, words) => Update(tasks[read], read, words),
                    (read, words) => tasks[read].Description = Description(read, words));
                return Run(cases, ask, threads, progress, cancellation);
            });
    }

    private static void Update(ProgressTask task, ReadCase read, string words)
    {
        task.Description = Description(read, words);
        if (words is "done" or "failed its audit")
        {
            task.Value = task.MaxValue;
            task.StopTask();
        }
    }

    private static string Description(ReadCase read, string words) => Markup.Escape(Printable.Of($"{read.Path.Name}: {words}"));

    private static RunOutcome[] Run(IReadOnlyList<ReadCase> cases, RunAsk ask, int threads, RunProgress progress, CancellationToken cancellation)
    {
        RunOutcome[] outcomes = new RunOutcome[cases.Count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        try
        {
            // One scenario at a time to whoever is free: they take from seconds to half a minute each.
            Partitioner<int> oneByOne = Partitioner.Create(Enumerable.Range(0, cases.Count), EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(oneByOne, options, i => outcomes[i] = ScenarioRun.Of(cases[i], ask, progress, cancellation));
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return outcomes;
    }
}
