using System.Diagnostics;
using PlaceSufficiency.Allocation;
using PlaceSufficiency.Benchmarks;
using PlaceSufficiency.Domain.Plans;

int pupils = args.Length > 0 ? int.Parse(args[0]) : 1800;
(PlaceSufficiency.Domain.Planning.PlanningCase planningCase, PlaceSufficiency.Domain.Demand.DemandPath demand) = SyntheticCity.Make(pupils, 8, 1);
Stopwatch watch = Stopwatch.StartNew();
PlacementPlan plan = Allocator.Allocate(planningCase, demand, new Printer(watch));
foreach (TierResult tier in plan.Tiers)
{
    Console.WriteLine($"{tier.Tier} {tier.Value} bound {tier.Bound:R} gap {tier.Gap:P5}");
}

Console.WriteLine($"{watch.Elapsed}");

internal sealed class Printer(Stopwatch watch) : IProgress<AllocationProgress>
{
    public void Report(AllocationProgress value) => Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.00} {value}");
}
