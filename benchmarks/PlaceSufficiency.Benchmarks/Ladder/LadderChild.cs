using System.Diagnostics;
using PlaceSufficiency.Allocation;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Benchmarks.Generated;
using PlaceSufficiency.Benchmarks.Ladder.Peers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>Does one task in this process, so that memory, processor time and a crash are its own.</summary>
internal static class LadderChild
{
    /// <summary>Does the task and writes its result.</summary>
    internal static void Run(LadderTask task)
    {
        (PlanningCase planningCase, DemandPath demand) = GeneratedCase.Make(task.Rung, task.Schemes, task.Seed, task.Years, PublishedSchools.Read());
        LadderResult result = task.Solver == "ours" ? Ours(planningCase, demand) : Peer(task.Solver, planningCase, demand);
        Console.WriteLine();
        Console.WriteLine((result with { Stays = demand.Stays.Count, PeakMegabytes = PeakMegabytes() }).ToLine());
    }

    private static LadderResult Ours(PlanningCase planningCase, DemandPath demand)
    {
        Meter meter = new();
        PlacementPlan plan = Allocator.Allocate(planningCase, demand);
        (double cpu, double elapsed) = meter.Read();
        meter = new Meter();
        PlanAuditReport report = PlanAudit.Check(planningCase, demand, plan);
        (double audit, _) = meter.Read();
        foreach (Domain.Findings.Finding finding in report.Findings.Take(5))
        {
            Console.Error.WriteLine(finding);
        }

        return new LadderResult("ours", report.Passed ? "audited" : "failed its audit", Weighed(report.Tiers), cpu, elapsed, 0)
        {
            Tiers = [.. report.Tiers.Select(tier => new LadderTier(tier.Tier.ToString(), tier.Value, tier.Gap))],
            Fingerprint = $"{Fingerprint.Of(planningCase, demand)}-{Fingerprint.Of(plan)}",
            AuditCpuSeconds = audit,
            Findings = report.Findings.Count,
            Openings = planningCase.Candidates.Any() ? $"{plan.Openings.Count} of {planningCase.Candidates.Count()}" : "",
        };
    }

    private static double Weighed(IReadOnlyList<TierResult> tiers) => tiers.Sum(tier => tier.Value * (tier.Tier switch
    {
        ObjectiveTier.Unplaced => NeutralModel.PenceOfUnplaced,
        ObjectiveTier.OverNumber => NeutralModel.PenceOfOverNumber,
        ObjectiveTier.Cost => 1,
        _ => throw new InvalidOperationException($"Tier {tier.Tier} has no weight among peers."),
    }));

    private static LadderResult Peer(string solver, PlanningCase planningCase, DemandPath demand)
    {
        NeutralModel model = NeutralModelBuilder.Of(planningCase, demand);
        Meter meter = new();
        (string status, double? pence) = solver switch
        {
            "column generation" => ColumnGeneration.Solve(model),
            "min-cost flow" => FlowPeer.Solve(model),
            _ => MathematicalProgram.Solve(model, solver),
        };
        (double cpu, double elapsed) = meter.Read();
        return new LadderResult(solver, status, pence, cpu, elapsed, 0) { Columns = model.Columns.Count };
    }

    private static double PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

    /// <summary>Processor and elapsed time since it was made.</summary>
    private sealed class Meter
    {
        private readonly double _cpu = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        private readonly Stopwatch _watch = Stopwatch.StartNew();

        internal (double Cpu, double Elapsed) Read() => (Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds - _cpu, _watch.Elapsed.TotalSeconds);
    }
}
