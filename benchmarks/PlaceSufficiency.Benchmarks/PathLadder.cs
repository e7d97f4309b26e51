using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PlaceSufficiency.Benchmarks.Generated;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Benchmarks;

/// <summary>Fans of synthetic authorities as pupils, years and paths grow, on two threads: time a path, and memory.</summary>
internal static class PathLadder
{
    private static readonly (int Pupils, int Years, int Paths)[] Rungs =
        [(850, 10, 1_000), (1_700, 10, 1_000), (3_400, 10, 1_000), (6_800, 10, 1_000), (13_600, 10, 1_000), (3_400, 5, 1_000), (3_400, 20, 1_000), (3_400, 10, 4_000), (3_400, 10, 16_000)];

    /// <summary>Measures each rung and prints the table.</summary>
    public static void Climb()
    {
        Measure(850, 2, 50);
        Console.WriteLine("| pupils in the base year | pupils in the last | years | paths | CPU s | wall s | CPU ms a path | CPU ns a pupil and year | stays of one path, CPU ms | allocated MB alive after |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach ((int pupils, int years, int paths) in Rungs)
        {
            Console.WriteLine(Measure(pupils, years, paths));
        }
    }

    private static string Measure(int pupils, int years, int paths)
    {
        PlanningCase planningCase = CaseOf(pupils, years);
        PathForecaster forecaster = new(planningCase);
        (double cpu, long wall) = (CpuSeconds(), Stopwatch.GetTimestamp());
        ForecastFan fan = ForecastFan.Of(forecaster, 1, paths, 2);
        (cpu, double elapsed) = (CpuSeconds() - cpu, Stopwatch.GetElapsedTime(wall).TotalSeconds);
        double alive = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        double stays = CpuSeconds();
        for (int path = 0; path < 20; path++)
        {
            forecaster.Path(1, path);
        }

        stays = (CpuSeconds() - stays) / 20;
        double pupilYears = planningCase.Horizon.AllYears.Sum(year => fan.Mean(year, FanMeasure.Total)) * paths;
        GC.KeepAlive(fan);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {pupils:#,0} | {fan.Mean(planningCase.Horizon.LastYear, FanMeasure.Total):#,0} | {years} | {paths:#,0} | {cpu:0.0} | {elapsed:0.0} | {cpu / paths * 1e3:0.00} | {cpu / pupilYears * 1e9:0} | {stays * 1e3:0} | {alive:0} |");
    }

    /// <summary>A city whose joiners are 14% of its pupils and spread over 13 needs, two sexes and year groups -2 to 12; 8% leave a year.</summary>
    private static PlanningCase CaseOf(int pupils, int years)
    {
        PlanningCase city = GeneratedCase.Make(Rung.Parse(pupils.ToString(CultureInfo.InvariantCulture)), 0, 1, years).Case;
        (YearGroup, PrimaryNeed, Sex)[] cells =
        [
            .. from yearGroup in YearGroup.All
               where yearGroup.Value is >= -2 and <= 12
               from need in Enum.GetValues<PrimaryNeed>()
               from sex in Enum.GetValues<Sex>()
               select (yearGroup, need, sex),
        ];
        return city with
        {
            Demand = city.Demand with
            {
                Joiners = cells.ToImmutableSortedDictionary(cell => cell, _ => 0.14m * pupils / cells.Length),
                LeaverShares = YearGroup.All.ToImmutableSortedDictionary(yearGroup => yearGroup, yearGroup => yearGroup.Value < 12 ? 0.025m : 0.3m),
                LevelShares = (from need in Enum.GetValues<PrimaryNeed>()
                               from phase in Enum.GetValues<Phase>()
                               from level in Enum.GetValues<ProvisionLevel>()
                               select KeyValuePair.Create((need, phase, level), 0.2m)).ToImmutableSortedDictionary(),
            },
        };
    }

    private static double CpuSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
