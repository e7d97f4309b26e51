using System.Diagnostics;
using System.Globalization;
using PlaceSufficiency.Storage.Queue;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>What is to be said of queued batches. Rates are from what was done since the first look.</summary>
internal sealed class QueueStatus(QueueTables tables)
{
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly Dictionary<string, (int Done, TimeSpan At)> _first = [];
    private IReadOnlyList<BatchState> _states = [];
    private HashSet<string> _queued = [];
    private int _looksWithoutJobs;

    /// <summary>Whether workers will make nothing more of any batch, as of the last looks: a batch is recorded a moment before its first job is queued.</summary>
    internal bool IsOver => _states.All(state => state.IsOver) || _looksWithoutJobs >= QueueWorker.MostLooksWithoutJobs;

    /// <summary>A line a batch, then who works and what nobody can.</summary>
    internal IReadOnlyList<string> Look()
    {
        _states = tables.States();
        IReadOnlyList<LivingWorker> workers = tables.Workers();
        _queued = [.. _states.Where(state => !state.IsOver).Select(state => state.Version).Distinct().Where(tables.HasJobs)];
        _looksWithoutJobs = _queued.Count > 0 ? 0 : _looksWithoutJobs + 1;
        string[] lacking = [.. _queued.Except(workers.Select(worker => worker.Version))];
        return
        [
            .. _states.Select(Words),
            workers.Count == 0 ? "No worker is there." : $"Workers: {string.Join(", ", workers.Select(worker => $"{worker.Name} ({worker.Version}, {worker.Words})"))}",
            .. lacking.Select(version => $"Runs wait for version {version}, and no worker of that version is there."),
        ];
    }

    /// <summary>Failed runs of all batches, and why.</summary>
    internal IEnumerable<(string Run, string Words)> Failures() => _states.Where(state => state.Failed > 0).SelectMany(state => tables.Failures(state.Id));

    private string Words(BatchState state)
    {
        string end = state switch
        {
            { IsCancelled: true } => ", cancelled",
            _ when state.Done == state.Runs => ", finished",
            _ when state.IsOver => $", finished with {state.Failed:#,##0} failed",
            _ when !_queued.Contains(state.Version) => $"{(state.Failed > 0 ? $", {state.Failed:#,##0} failed" : string.Empty)}, nothing is queued for the others",
            { Failed: > 0 } => $"{Pace(state)}, {state.Failed:#,##0} failed",
            _ => Pace(state),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{state.Name} ({state.Id[..12]}): {state.Done:#,##0} of {state.Runs:#,##0} runs made{end}{(state.Done > 0 ? $", widest gap {state.WidestGap * 100:0.####}%" : string.Empty)}");
    }

    private string Pace(BatchState state)
    {
        if (!_first.TryGetValue(state.Id, out (int Done, TimeSpan At) first))
        {
            _first.Add(state.Id, (state.Done, _elapsed.Elapsed));
            return string.Empty;
        }

        double rate = (state.Done - first.Done) / Math.Max(0.001, (_elapsed.Elapsed - first.At).TotalSeconds);
        return rate <= 0 ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $", {rate * 60:0.#} a minute, {BatchProgress.Duration(TimeSpan.FromSeconds((state.Runs - state.Done - state.Failed) / rate))} left");
    }
}
