using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.PlanTrends;

namespace PlaceSufficiency.Benchmarks;

/// <summary>Forecasts from published tables as authorities, plans, years and paths grow, on two threads: time a path, and memory.</summary>
internal static class TrendLadder
{
    private static readonly (int Authorities, int Plans, int Years, int Paths)[] Rungs =
    [
        (1, 3_000, 10, 1_000), (10, 3_000, 10, 1_000), (50, 3_000, 10, 1_000), (153, 3_000, 10, 1_000), (50, 750, 10, 1_000), (50, 12_000, 10, 1_000),
        (50, 3_000, 5, 1_000), (50, 3_000, 20, 1_000), (50, 3_000, 10, 4_000), (50, 3_000, 10, 16_000),
    ];

    /// <summary>Measures each rung and prints the table.</summary>
    public static void Climb()
    {
        Measure(2, 1_000, 2, 50);
        Console.WriteLine("| authorities | plans each | years | paths | learning, CPU s | paths, CPU s | CPU µs a path and authority | CPU µs a year of it | MB alive after |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach ((int authorities, int plans, int years, int paths) in Rungs)
        {
            Console.WriteLine(Measure(authorities, plans, years, paths));
        }
    }

    private static string Measure(int authorities, int plans, int years, int paths)
    {
        PublishedSeries series = Series(authorities, plans);
        double begun = CpuSeconds();
        TrendFit fit = TrendFit.Of(series, series.LastYear, TrendAssumptions.Published);
        double learnt = CpuSeconds();
        ImmutableArray<PlanForecast> forecasts = TrendForecaster.Forecast(fit, new HashSet<string>(fit.Codes), series.LastYear.PlusYears(years), new PathSettings(paths, 1, 2));
        double followed = CpuSeconds() - learnt;
        double alive = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        GC.KeepAlive(forecasts);
        double each = followed / paths / authorities * 1e6;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {authorities} | {plans:#,0} | {years} | {paths:#,0} | {learnt - begun:0.00} | {followed:0.0} | {each:0} | {each / years:0.0} | {alive:0} |");
    }

    /// <summary>Authorities of about that many plans in January 2022, thirteen Januaries in five bands, 10% a year.</summary>
    private static PublishedSeries Series(int authorities, int plans)
    {
        ImmutableArray<PublishedAgeBand> bands = [new("0-4", 0, 4), new("5-10", 5, 10), new("11-15", 11, 15), new("16-19", 16, 19), new("20-25", 20, 25)];
        double[] held = [0.04, 0.33, 0.35, 0.21, 0.07];
        double[] starts = [0.23, 0.46, 0.25, 0.05, 0.01];
        Random random = new(1);
        PlanSeries Place(int number)
        {
            double[] level = [.. Enumerable.Range(0, 13).Select(t => plans * Math.Pow(1.1, t - 12) * (0.97 + (0.06 * random.NextDouble())))];
            return new PlanSeries(
                $"E06{number:000000}", $"Authority {number}", PublishedLevel.Authority, $"E1200000{1 + (number % 9)}",
                level.Index().ToImmutableSortedDictionary(year => AcademicYear.OfCensus(2010 + year.Index), year => Count(year.Item, held)),
                level.SkipLast(1).Index().ToImmutableSortedDictionary(year => AcademicYear.OfCensus(2011 + year.Index), year => Count(year.Item * 0.15, starts)),
                ImmutableSortedDictionary<AcademicYear, BandedCount>.Empty);
        }

        return new PublishedSeries(bands, bands, [], [.. Enumerable.Range(0, authorities).Select(Place)]);
    }

    private static BandedCount Count(double all, double[] shares)
    {
        ImmutableArray<int> byBand = [.. shares.Select(share => (int)Math.Round(all * share))];
        return new BandedCount(byBand.Sum(), byBand);
    }

    private static double CpuSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
