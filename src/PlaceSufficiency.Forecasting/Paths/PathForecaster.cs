using System.Collections.Concurrent;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Forecasting.Flows;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>
/// Draws possible futures of a case around its central forecast: whole pupils, each leaving, joining and moving between levels by
/// its own luck, at rates that are themselves uncertain and drift (<see cref="DemandUncertainty"/>). Path k of a seed is the same
/// bytes however many paths are drawn, on however many threads, and in whatever order. May be shared between threads.
/// </summary>
public sealed class PathForecaster
{
    private readonly PathInputs _inputs;
    private readonly PathStays _stays;
    private readonly ConcurrentBag<PathRun> _idle = [];

    /// <summary>Makes a case ready to be drawn from.</summary>
    /// <exception cref="FindingsException">
    /// Totals are stated for some planned years only, or a joiner's level cannot be told.
    /// </exception>
    public PathForecaster(PlanningCase planningCase)
    {
        _inputs = new PathInputs(planningCase);
        _stays = new PathStays(_inputs);
    }

    /// <summary>The case whose futures are drawn.</summary>
    public PlanningCase Case => _inputs.Case;

    /// <summary>Path <paramref name="path"/> of a seed, as stays that can be placed.</summary>
    /// <param name="seed">Any number; the same seed gives the same paths.</param>
    /// <param name="path">Number of the path, from 0.</param>
    /// <exception cref="FindingsException">The stated totals need joiners, but nobody joins.</exception>
    public DemandPath Path(long seed, int path) => Run(seed, path, pupils => new DemandPath(Case.Horizon, _stays.Of(pupils)));

    /// <summary>Path <paramref name="path"/> of a seed, counted by year and cell: the same pupils as <see cref="Path"/>, much faster.</summary>
    /// <exception cref="FindingsException">The stated totals need joiners, but nobody joins.</exception>
    public PathCounts Counts(long seed, int path)
    {
        PathCounts counts = new(Case.Horizon);
        Count(seed, path, counts);
        return counts;
    }

    /// <summary>Path <paramref name="path"/> of a seed, cell by cell with everything that moves a pupil into a cell or out of it.</summary>
    /// <exception cref="FindingsException">The stated totals need joiners, but nobody joins.</exception>
    public PathLedger Ledger(long seed, int path) => Run(seed, path, new LedgerCounting(_inputs).Of);

    /// <summary>Counts a path into counts that are used again and again.</summary>
    internal void Count(long seed, int path, PathCounts counts) => Run(seed, path, pupils =>
    {
        counts.Fill(pupils);
        return counts;
    });

    /// <summary>Goes through many paths, several at once: every thread adds to something of its own, and these are merged one at a time, in no order.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="paths">How many, from path 0.</param>
    /// <param name="threads">Most threads used, at least 1.</param>
    /// <param name="create">Makes what a thread adds to.</param>
    /// <param name="add">Adds a path.</param>
    /// <param name="merge">Takes over what a thread has.</param>
    /// <param name="cancellation">Stops between paths.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal void ForEach<T>(long seed, int paths, int threads, Func<T> create, Action<int, T> add, Action<T> merge, CancellationToken cancellation)
    {
        Lock merging = new();
        Counts(seed, 0); // what is wrong with the case is thrown here, not wrapped by the loop
        Parallel.For(
            0,
            paths,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            create,
            (path, _, own) =>
            {
                add(path, own);
                return own;
            },
            own =>
            {
                lock (merging)
                {
                    merge(own);
                }
            });
    }

    /// <summary>Runs a path and gives what is made of its pupils while they stand.</summary>
    internal T Run<T>(long seed, int path, Func<PupilRecords, T> use)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(path);
        PathRun run = _idle.TryTake(out PathRun? idle) ? idle : new PathRun(_inputs);
        run.Run(Luck.Of(seed, path));
        T made = use(run.Pupils);
        _idle.Add(run);
        return made;
    }
}
