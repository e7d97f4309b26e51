using System.Collections.Immutable;

namespace PlaceSufficiency.Scenarios.Batches;

/// <summary>One run of a matrix.</summary>
/// <param name="Scenario">Position of its scenario among those of the batch.</param>
/// <param name="Settings">What sweeps set.</param>
/// <param name="Future">The future of demand; null for the central forecast.</param>
public sealed record MatrixRun(int Scenario, ImmutableArray<SweepSetting> Settings, DemandFuture? Future);

/// <summary>
/// The runs of a batch in their order: future by future, within it scenario by scenario, within it setting by setting. A batch that is stopped
/// half-way has therefore seen the same futures of every scenario.
/// </summary>
/// <param name="Scenarios">How many scenarios.</param>
/// <param name="Points">The settings, each a run of every scenario and future.</param>
/// <param name="Futures">The futures.</param>
public sealed record RunMatrix(int Scenarios, ImmutableArray<ImmutableArray<SweepSetting>> Points, ImmutableArray<DemandFuture?> Futures)
{
    /// <summary>How many runs.</summary>
    public long Count => (long)Scenarios * Points.Length * Futures.Length;

    /// <summary>Every run.</summary>
    public IEnumerable<MatrixRun> Runs =>
        from future in Futures
        from scenario in Enumerable.Range(0, Scenarios)
        from point in Points
        select new MatrixRun(scenario, point, future);

    /// <summary>The matrix of a batch whose scenario names stand for so many scenarios. Settings that two sweeps name are there once.</summary>
    public static RunMatrix Of(Batch batch, int scenarios) => new(
        scenarios,
        batch.Grids.IsEmpty ? [[]] : [.. batch.Grids.SelectMany(Crossed).DistinctBy(point => string.Join(' ', point))],
        batch.Paths is { } paths ? [.. Enumerable.Range(0, paths.Count).Select(number => (DemandFuture?)new DemandFuture(paths.Seed, number))] : [null]);

    private static IEnumerable<ImmutableArray<SweepSetting>> Crossed(ImmutableArray<Sweep> grid) => grid.Aggregate(
        (IEnumerable<ImmutableArray<SweepSetting>>)[[]],
        (points, sweep) => points.SelectMany(point => sweep.Values.Select(value => point.Add(new SweepSetting(sweep.Over, value)))));
}
