using System.Diagnostics;
using System.Globalization;
using PlaceSufficiency.Allocation;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Benchmarks.Generated;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Benchmarks;

/// <summary>Whole solves of generated cases of growing size, ten years each: time, memory and proven gap, as a table.</summary>
internal static class SolveLadder
{

    /// <summary>Measures each rung and prints the table; ratios are to the first rung.</summary>
    public static void Climb(IReadOnlyList<Rung> rungs)
    {
        // The first solve pays for compiling the program; it is not a rung.
        Solve(Rung.Parse("200"));
        Console.WriteLine("| pupils in the base year | stays | unplaced pupil-years | tier 1 gap | cost gap | allocate CPU s | ratio | audit CPU s | peak MB |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        double? first = null;
        foreach (Rung rung in rungs.Count > 0 ? rungs : [Rung.City])
        {
            (DemandPath demand, PlacementPlan plan, double allocate, double audit) = Solve(rung);
            first ??= allocate;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rung.Name} | {demand.Stays.Count:#,0} | {plan.Tiers[0].Value:#,0} | {plan.Tiers[0].Gap:0.0000%} | {plan.Tiers[^1].Gap:0.0000%} | {allocate:0.0} | {allocate / first:0.0} | {audit:0.0} | {PeakMegabytes():#,0} |"));
        }
    }

    private static (DemandPath Demand, PlacementPlan Plan, double AllocateSeconds, double AuditSeconds) Solve(Rung rung)
    {
        (PlanningCase planningCase, DemandPath demand) = GeneratedCase.Make(rung, 0, 1);
        double start = CpuSeconds();
        PlacementPlan plan = Allocator.Allocate(planningCase, demand);
        double allocated = CpuSeconds();
        PlanAuditReport report = PlanAudit.Check(planningCase, demand, plan);
        double audited = CpuSeconds();
        return report.Passed
            ? (demand, plan, allocated - start, audited - allocated)
            : throw new InvalidOperationException(string.Join(Environment.NewLine, report.Findings));
    }

    private static double CpuSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static double PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
}
