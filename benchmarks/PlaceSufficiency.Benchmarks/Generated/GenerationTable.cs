using System.Diagnostics;
using System.Globalization;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>How large the generated cases are, and what making them takes.</summary>
internal static class GenerationTable
{
    /// <summary>Makes each rung and prints a line on it.</summary>
    internal static void Print(IReadOnlyList<Rung> rungs)
    {
        PublishedSchools published = PublishedSchools.Read();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Published special schools: {published.State.Count + published.Independent.Count}"));
        Console.WriteLine("| rung | stock | unplaced in it | stays | pupils | specialist pupil-years | specialist places | schemes | CPU s | peak MB | fingerprint |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        foreach (Rung rung in rungs.Count > 0 ? rungs : Rung.All)
        {
            double start = CpuSeconds();
            (PlanningCase one, DemandPath demand) = GeneratedCase.Make(rung, 12, 1, published: published);
            double made = CpuSeconds() - start;
            long calling = demand.Stays.Sum(stay => (long)stay.Pupils * Enumerable.Range(0, stay.Levels.Count).Count(i => stay.Levels[i] >= ProvisionLevel.Resourced && stay.FirstYear.PlusYears(i) > one.Horizon.BaseYear));
            int places = one.Provisions.Where(provision => provision.Designation.OwnLevel >= ProvisionLevel.Resourced && provision.Kind != ProvisionKind.FurtherEducation).Sum(provision => one.PlacesIn(provision, one.Horizon.LastYear));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rung.Name} | {one.Stock.Sum(cell => cell.Pupils):#,0} | {one.Stock.Where(cell => cell.Current is null).Sum(cell => cell.Pupils):#,0} | {demand.Stays.Count:#,0} | {demand.Stays.Sum(stay => stay.Pupils):#,0} | {calling:#,0} | {places:#,0} | {one.Schemes.Length} | {made:0.0} | {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:#,0} | {Fingerprint.Of(one, demand)} |"));
            foreach (var kind in one.Provisions.GroupBy(provision => provision.Kind))
            {
                Console.Error.WriteLine($"  {kind.Key}: {kind.Count()} with {kind.Sum(provision => one.Places[provision.Id, one.Horizon.BaseYear])} places, {one.Stock.Where(cell => cell.Current is { } at && one.Provision(at).Kind == kind.Key).Sum(cell => cell.Pupils)} pupils");
            }
        }
    }

    private static double CpuSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
