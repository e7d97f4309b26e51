using System.Collections.Immutable;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Fans;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>How many paths, with which luck.</summary>
/// <param name="Paths">Number of paths, at least 1. Path k is the same whatever the number.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Threads">Most authorities worked on at once; the result does not depend on it.</param>
public sealed record PathSettings(int Paths, long Seed, int Threads);

/// <summary>
/// Forecasts authorities from what was learnt of published tables. Each authority is followed along all its paths, read off and
/// forgotten, so that memory depends neither on the number of paths nor on that of authorities; an authority's forecast does not
/// depend on which others are forecast with it.
/// </summary>
public static class TrendForecaster
{
    /// <summary>Paths whose sum over authorities is kept at once: those beyond are followed again, so many at a time, for the sum alone.</summary>
    private const int PathsAtOnce = 16_384;

    /// <summary>The forecasts of authorities in the order of their codes; of several also their sum, from sums along each path.</summary>
    /// <param name="fit">What was learnt.</param>
    /// <param name="codes">Authorities that are wanted.</param>
    /// <param name="last">The last January forecast, after the origin.</param>
    /// <param name="settings">How many paths, with which luck.</param>
    /// <param name="residents">Residents, which tell how much of the growth is population; null where not known.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ImmutableArray<PlanForecast> Forecast(
        TrendFit fit, IReadOnlySet<string> codes, AcademicYear last, PathSettings settings, ResidentsByAge? residents = null, CancellationToken cancellation = default)
    {
        AuthorityTrend[] wanted = [.. fit.Authorities.Where(authority => codes.Contains(authority.Place.Code))];
        PathSums sums = new(last.YearsSince(fit.Origin), Math.Min(settings.Paths, PathsAtOnce));
        PlanForecast[] each = Read(fit, wanted, sums.Years, settings, paths => paths.Forecast(residents), sums, cancellation);
        if (each.Length < 2)
        {
            return [.. each];
        }

        CountHistogram[] together = [.. Enumerable.Range(0, sums.Years).Select(_ => new CountHistogram())];
        sums.CountInto(together, settings.Paths);
        for (int from = PathsAtOnce; from < settings.Paths; from += PathsAtOnce)
        {
            sums.Clear();
            int to = Math.Min(settings.Paths, from + PathsAtOnce);
            Parallel.For(0, wanted.Length, Options(settings, cancellation), i => sums.Follow(new TrendPath(fit, wanted[i]), settings.Seed, from, to));
            sums.CountInto(together, to - from);
        }

        return [.. each, Together(fit, wanted, together)];
    }

    /// <summary>Follows the paths of each authority and reads them off, in the order of the authorities.</summary>
    /// <param name="fit">What was learnt.</param>
    /// <param name="wanted">The authorities.</param>
    /// <param name="years">Years ahead.</param>
    /// <param name="settings">How many paths, with which luck.</param>
    /// <param name="read">What is kept of an authority's paths.</param>
    /// <param name="sums">Takes the sums over authorities of the first paths; null when nobody asks for them.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static T[] Read<T>(
        TrendFit fit, AuthorityTrend[] wanted, int years, PathSettings settings, Func<AuthorityPaths, T> read, PathSums? sums, CancellationToken cancellation)
    {
        T[] results = new T[wanted.Length];
        Parallel.For(0, wanted.Length, Options(settings, cancellation), i =>
        {
            AuthorityPaths paths = new(fit, wanted[i], years);
            Span<int> totals = stackalloc int[years];
            for (int path = 0; path < settings.Paths; path++)
            {
                cancellation.ThrowIfCancellationRequested();
                paths.Follow(settings.Seed, path, totals);
                sums?.Add(path, totals);
            }

            results[i] = read(paths);
        });
        return results;
    }

    private static ParallelOptions Options(PathSettings settings, CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation };

    private static PlanForecast Together(TrendFit fit, AuthorityTrend[] authorities, CountHistogram[] together)
    {
        PlanSeries sum = PlaceSum.Of(PlanForecast.Together, "all authorities in the files", PublishedLevel.National, string.Empty, authorities.Select(authority => authority.Place));
        return new PlanForecast(
            PlanForecast.Together, sum.Name, fit.Origin, sum.Plans.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Total),
            [.. together.Select((total, i) => new ForecastPlans(fit.Origin.PlusYears(i + 1), PlanForecast.Total, total.Fan()))], []);
    }
}
