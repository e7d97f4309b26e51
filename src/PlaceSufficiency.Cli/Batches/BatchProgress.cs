using System.Diagnostics;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Scenarios.Batches;
using Spectre.Console;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>Where a batch stands: how many are done, how fast, how long yet, how many failed, and the widest gap. Live in a terminal, else a line now and then.</summary>
internal sealed class BatchProgress(Screen screen, int total)
{
    private static readonly TimeSpan _betweenLines = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private TimeSpan _lastLine = TimeSpan.Zero;
    private ProgressTask? _task;

    /// <summary>How many were made now.</summary>
    internal int Made { get; private set; }

    /// <summary>How many were found that another process had made in the meantime.</summary>
    internal int Found { get; private set; }

    /// <summary>What came to nothing.</summary>
    internal List<(RunRequest Request, SolveOutcome Outcome)> Failures { get; } = [];

    /// <summary>The widest gap so far, 0 to 1.</summary>
    internal double WorstGap { get; private set; }

    /// <summary>Shows the progress while something is done.</summary>
    internal async Task While(Func<Task> work)
    {
        if (screen.ProgressTerminal is not { } terminal || total == 0)
        {
            await work().ConfigureAwait(false);
            return;
        }

        await terminal.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async display =>
            {
                _task = display.AddTask(Markup.Escape(Words()), maxValue: total);
                await work().ConfigureAwait(false);
            }).ConfigureAwait(false);
    }

    /// <summary>Counts a run.</summary>
    internal void Done(RunRequest request, SolveOutcome outcome)
    {
        switch (outcome.Result)
        {
            case SolveResult.Added:
                Made++;
                break;
            case SolveResult.Found:
                Found++;
                break;
            default:
                Failures.Add((request, outcome));
                break;
        }

        WorstGap = Math.Max(WorstGap, outcome.Gap);
        Show();
    }

    private int Count => Made + Found + Failures.Count;

    private void Show()
    {
        if (_task is not null)
        {
            _task.Value = Count;
            _task.Description = Markup.Escape(Words());
        }
        else if (_elapsed.Elapsed - _lastLine >= _betweenLines || Count == total)
        {
            _lastLine = _elapsed.Elapsed;
            screen.Aside(Words());
        }
    }

    private string Words()
    {
        double rate = Count / Math.Max(0.001, _elapsed.Elapsed.TotalSeconds);
        string left = Count == 0 || Count == total ? string.Empty : $", {Duration(TimeSpan.FromSeconds((total - Count) / rate))} left";
        return $"{Count:#,##0} of {total:#,##0} runs, {rate * 60:0.#} a minute{left}, {Failures.Count} failed, widest gap {WorstGap * 100:0.####}%";
    }

    /// <summary>"45 s", "12 min", "3 h 20 min".</summary>
    internal static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => $"{time.TotalSeconds:0} s",
        { TotalMinutes: < 90 } => $"{time.TotalMinutes:0} min",
        _ => $"{Math.Floor(time.TotalHours):0} h {time.Minutes} min",
    };
}
