using System.Globalization;
using PlaceSufficiency.Benchmarks.Generated;
using PlaceSufficiency.Benchmarks.Ladder;

namespace PlaceSufficiency.Benchmarks;

/// <summary>Whole solves of generated cases from a city to England, and of general solvers on the same cases: time, memory, value and proof, as tables.</summary>
internal static class SolveLadder
{
    private const int Seed = 1;

    private static readonly string[] Peers = ["column generation", "GLOP", "CBC", "SCIP", "HiGHS", "CP-SAT"];

    /// <summary>Climbs the ladder: each rung with every number of schemes over ten years, then one year without schemes.</summary>
    internal static void Climb(LadderOptions options, string path)
    {
        ResultStore store = new(Path.Combine(Tables.Root(), "artifacts", "ladder.jsonl"), options.Again);
        LadderTable table = new(path, TimeProvider.System.GetUtcNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
        foreach (Rung rung in options.Rungs)
        {
            foreach (int schemes in options.Schemes)
            {
                Measure(options, store, table, new LadderTask("ours", rung, schemes, 10, Seed), Peers);
            }

            Measure(options, store, table, new LadderTask("ours", rung, 0, 1, Seed), [.. Peers.Prepend("min-cost flow")]);
        }
    }

    private static void Measure(LadderOptions options, ResultStore store, LadderTable table, LadderTask task, string[] peers)
    {
        LadderResult ours = Run(store, task, 2, null);
        table.AddOurs(task, ours, Run(store, task, 1, null));
        if (!options.Peers)
        {
            return;
        }

        double most = Math.Min(options.Ceiling, Math.Max(options.Floor, 10 * ours.CpuSeconds));
        long columns = Columns(task);
        if (columns > options.MostColumns)
        {
            table.Skip(task, string.Create(CultureInfo.InvariantCulture, $"the model has about {columns:#,0} columns; the run's limit is {options.MostColumns:#,0}."));
            return;
        }

        table.AddPeers(task, ours, [.. peers.Select(peer => Run(store, task with { Solver = peer }, 2, most))]);
    }

    private static LadderResult Run(ResultStore store, LadderTask task, int processors, double? most)
    {
        LadderResult result = store.Of(task, processors, most, () => ChildProcess.Run(task, processors, most));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', task.ToArguments())} on {processors}: {result.Status}, {result.CpuSeconds:0.0} CPU s, {result.PeakMegabytes:0} MB"));
        return result;
    }

    /// <summary>About how many columns the neutral model has: a sample of the stays, scaled up.</summary>
    private static long Columns(LadderTask task)
    {
        const int Sample = 400;
        (var planningCase, var demand) = GeneratedCase.Make(task.Rung, task.Schemes, task.Seed, task.Years, PublishedSchools.Read());
        int step = Math.Max(1, demand.Stays.Count / Sample);
        var sampled = Enumerable.Range(0, demand.Stays.Count / step).Select(i => demand.Stays[i * step]).ToArray();
        return (long)NeutralModelBuilder.Of(planningCase, demand with { Stays = sampled }).Columns.Count * demand.Stays.Count / sampled.Length;
    }
}
