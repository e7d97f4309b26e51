using BenchmarkDotNet.Running;
using PlaceSufficiency.Benchmarks;

// "ladder [pupils...]" measures whole solves, which are too long for BenchmarkDotNet; anything else is its command line.
if (args is ["ladder", .. string[] rungs])
{
    SolveLadder.Climb([.. rungs.Select(int.Parse)]);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(SolveLadder).Assembly).Run(args);
}
