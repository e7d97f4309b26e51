using System.Collections.Immutable;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>How many paths, with which luck.</summary>
/// <param name="Paths">Number of paths, at least 1. Path k is the same whatever the number.</param>
/// <param name="Seed">Seed of the luck.</param>
/// <param name="Threads">Most authorities worked on at once; the result does not depend on it.</param>
public sealed record PathSettings(int Paths, long Seed, int Threads);

/// <summary>
/// Forecasts authorities from what was learnt of published tables. Paths are counted as they are made and not kept, so memory does
/// not grow with their number; an authority's forecast does not depend on which others are forecast with it.
/// </summary>
public static class TrendForecaster
{
    private const int PathsAtOnce = 256;

    /// <summary>The forecasts of authorities in the order of their codes; of several also their sum, from sums along each path.</summary>
    /// <param name="fit">What was learnt.</param>
    /// <param name="codes">Authorities that are wanted.</param>
    /// <param name="last">The last January forecast, after the origin.</param>
    /// <param name="settings">How many paths, with which luck.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ImmutableArray<PlanForecast> Forecast(
        TrendFit fit, IReadOnlySet<string> codes, AcademicYear last, PathSettings settings, CancellationToken cancellation = default)
    {
        AuthorityTrend[] wanted = [.. fit.Authorities.Where(authority => codes.Contains(authority.Place.Code))];
        AuthorityPaths[] paths = Paths(fit, wanted, last.YearsSince(fit.Origin), settings, out CountHistogram[] together, cancellation);
        PlanForecast[] each = [.. paths.Select(one => one.Forecast())];
        return each.Length > 1 ? [.. each, Together(fit, wanted, together)] : [.. each];
    }

    internal static AuthorityPaths[] Paths(
        TrendFit fit, AuthorityTrend[] wanted, int years, PathSettings settings, out CountHistogram[] together, CancellationToken cancellation = default)
    {
        AuthorityPaths[] paths = [.. wanted.Select(authority => new AuthorityPaths(fit, authority, years))];
        CountHistogram[] sums = [.. Enumerable.Range(0, years).Select(_ => new CountHistogram())];
        ParallelOptions options = new() { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation };
        for (int first = 0; first < settings.Paths; first += PathsAtOnce)
        {
            int from = first;
            int number = Math.Min(PathsAtOnce, settings.Paths - first);
            int[] totals = new int[number * years];
            Parallel.For(0, paths.Length, options, i =>
            {
                Span<int> own = stackalloc int[years];
                for (int k = 0; k < number; k++)
                {
                    paths[i].Follow(settings.Seed, from + k, own);
                    for (int year = 0; year < own.Length; year++)
                    {
                        Interlocked.Add(ref totals[(k * own.Length) + year], own[year]);
                    }
                }
            });
            for (int i = 0; i < totals.Length; i++)
            {
                sums[i % years].Add(totals[i]);
            }
        }

        together = sums;
        return paths;
    }

    private static PlanForecast Together(TrendFit fit, AuthorityTrend[] authorities, CountHistogram[] together)
    {
        PlanSeries sum = PlaceSum.Of(PlanForecast.Together, "all authorities in the files", PublishedLevel.National, string.Empty, authorities.Select(authority => authority.Place));
        return new PlanForecast(
            PlanForecast.Together, sum.Name, fit.Origin, sum.Plans.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Total),
            [.. together.Select((total, i) => new ForecastPlans(fit.Origin.PlusYears(i + 1), PlanForecast.Total, total.Fan()))], []);
    }
}
