using BenchmarkDotNet.Running;
using PlaceSufficiency.Benchmarks;
using PlaceSufficiency.Benchmarks.Generated;
using PlaceSufficiency.Benchmarks.Ladder;

// "ladder" measures whole solves, which are too long for BenchmarkDotNet, "generate" the making of cases, "paths" fans of demand, "trends" forecasts from published tables; anything else is its command line.
switch (args)
{
    case ["ladder", .. string[] options]:
        SolveLadder.Climb(LadderOptions.Parse(options), Tables.PathOf("ladder.md"));
        break;
    case ["ladder-child", .. string[] task]:
        LadderChild.Run(LadderTask.Parse(task));
        break;
    case ["audit", .. string[] rungs]:
        AuditTable.Print([.. rungs.Select(Rung.Parse)]);
        break;
    case ["generate", .. string[] rungs]:
        GenerationTable.Print([.. rungs.Select(Rung.Parse)]);
        break;
    case ["paths"]:
        PathLadder.Climb();
        break;
    case ["trends"]:
        TrendLadder.Climb();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SolveLadder).Assembly).Run(args);
        break;
}
