using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Forecasting.Decomposition;

/// <summary>Mean number of pupils of the paths of a case in every year, and nothing else: cheaper than a fan.</summary>
internal static class MeanTotals
{
    /// <summary>By year of the horizon, the base year first; the same whatever the number of threads, because whole pupils are summed.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal static double[] Of(PathForecaster forecaster, long seed, int paths, int threads, CancellationToken cancellation)
    {
        int years = forecaster.Case.Horizon.AllYears.Count;
        long[] changes = new long[years + 1]; // a pupil adds 1 in its first year and takes 1 away in the year after its last
        forecaster.ForEach(
            seed,
            paths,
            threads,
            () => new long[changes.Length],
            (path, own) => forecaster.Run(seed, path, pupils => Count(pupils, own)),
            own =>
            {
                for (int year = 0; year < changes.Length; year++)
                {
                    changes[year] += own[year];
                }
            },
            cancellation);
        long held = 0;
        return [.. changes.Take(years).Select(change => (double)(held += change) / paths)];
    }

    private static long[] Count(PupilRecords pupils, long[] changes)
    {
        for (int pupil = 0; pupil < pupils.Count; pupil++)
        {
            ref PupilRecord record = ref pupils[pupil];
            changes[record.FirstYear]++;
            changes[record.LastYear + 1]--;
        }

        return changes;
    }
}
