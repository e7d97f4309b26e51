using System.Diagnostics;
using System.Globalization;
using PlaceSufficiency.Allocation;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Benchmarks;

/// <summary>Whole solves of synthetic authorities of growing size, eight years each: time, memory and proven gap, as a table.</summary>
internal static class SolveLadder
{
    private static readonly int[] Rungs = [450, 900, 1_800, 3_600];

    /// <summary>Measures each rung and prints the table; ratios are to the first rung.</summary>
    public static void Climb(IReadOnlyList<int> pupils)
    {
        // The first solve pays for compiling the program; it is not a rung.
        Solve(200);
        Console.WriteLine("| pupils in the base year | stays | unplaced pupil-years | tier 1 gap | cost gap | allocate CPU s | ratio | audit CPU s | peak MB |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        double? first = null;
        foreach (int rung in pupils.Count > 0 ? pupils : Rungs)
        {
            (DemandPath demand, PlacementPlan plan, double allocate, double audit) = Solve(rung);
            first ??= allocate;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {rung:#,0} | {demand.Stays.Count:#,0} | {plan.Tiers[0].Value:#,0} | {plan.Tiers[0].Gap:0.0000%} | {plan.Tiers[^1].Gap:0.0000%} | {allocate:0.0} | {allocate / first:0.0} | {audit:0.0} | {PeakMegabytes():#,0} |"));
        }
    }

    private static (DemandPath Demand, PlacementPlan Plan, double AllocateSeconds, double AuditSeconds) Solve(int pupils)
    {
        (PlanningCase planningCase, DemandPath demand) = SyntheticCity.Make(pupils, 8, 1);
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
