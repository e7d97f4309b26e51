using BenchmarkDotNet.Running;
using PlaceSufficiency.Benchmarks;
using PlaceSufficiency.Benchmarks.Generated;

// "ladder" measures whole solves, which are too long for BenchmarkDotNet, and "generate" the making of cases; anything else is its command line.
switch (args)
{
    case ["ladder", .. string[] rungs]:
        SolveLadder.Climb([.. rungs.Select(Rung.Parse)]);
        break;
    case ["generate", .. string[] rungs]:
        GenerationTable.Print([.. rungs.Select(Rung.Parse)]);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SolveLadder).Assembly).Run(args);
        break;
}
