using System.Diagnostics;
using System.Globalization;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Benchmarks.Generated;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Benchmarks;

/// <summary>What auditing a plan takes, on plans that need no solver.</summary>
internal static class AuditTable
{
    /// <summary>Audits a rolled plan of each rung and prints a line on it.</summary>
    internal static void Print(IReadOnlyList<Rung> rungs)
    {
        Console.WriteLine("| rung | stays | findings | unplaced pupil-years | bound | cost bound | before: peak MB | audit CPU s | elapsed s | peak MB | reading all facts CPU s | facts |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (Rung rung in rungs.Count > 0 ? rungs : Rung.All)
        {
            (var planningCase, var demand) = GeneratedCase.Make(rung, 0, 1, published: PublishedSchools.Read());
            PlacementPlan plan = RolledPlan.Of(planningCase, demand);
            double before = PeakMegabytes();
            double start = CpuSeconds();
            Stopwatch watch = Stopwatch.StartNew();
            PlanAuditReport report = PlanAudit.Check(planningCase, demand, plan);
            (double cpu, double elapsed) = (CpuSeconds() - start, watch.Elapsed.TotalSeconds);
            double peak = PeakMegabytes();
            start = CpuSeconds();
            int facts = report.Figures.Placements.Count(fact => fact.Pupils > 0);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rung.Name} | {demand.Stays.Count:#,0} | {report.Findings.Count} | {report.Tiers[0].Value:#,0} | {report.Tiers[0].Bound:#,0.0} | {report.Tiers[^1].Bound:R} | {before:#,0} | {cpu:0.0} | {elapsed:0.0} | {peak:#,0} | {CpuSeconds() - start:0.0} | {facts:#,0} |"));
            Console.Error.WriteLine(string.Join(Environment.NewLine, report.Findings.Take(8)));
        }
    }

    private static double CpuSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static double PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
}
