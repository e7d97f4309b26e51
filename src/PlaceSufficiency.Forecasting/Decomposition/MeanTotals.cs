using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Forecasting.Decomposition;

/// <summary>Mean number of pupils of the paths of a case in every year, and nothing else: cheaper than a fan.</summary>
internal static class MeanTotals
{
    /// <summary>By year of the horizon, the base year first; the same whatever the number of threads, because whole pupils are summed.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static double[] Of(PathForecaster forecaster, long seed, int paths, int threads, CancellationToken cancellation)
    {
        long[] sums = new long[forecaster.Case.Horizon.AllYears.Count];
        Lock merging = new();
        forecaster.Counts(seed, 0); // what is wrong with the case is thrown here, not wrapped by the loop
        Parallel.For(
            0,
            paths,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => (Counts: new PathCounts(forecaster.Case.Horizon), Sums: new long[sums.Length]),
            (path, _, own) =>
            {
                forecaster.Count(seed, path, own.Counts);
                for (int year = 0; year < own.Sums.Length; year++)
                {
                    own.Sums[year] += own.Counts.Stock(forecaster.Case.Horizon.AllYears[year]);
                }

                return own;
            },
            own =>
            {
                lock (merging)
                {
                    for (int year = 0; year < sums.Length; year++)
                    {
                        sums[year] += own.Sums[year];
                    }
                }
            });
        return [.. sums.Select(sum => (double)sum / paths)];
    }
}
