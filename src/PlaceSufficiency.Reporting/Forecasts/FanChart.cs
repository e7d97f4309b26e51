using System.Collections.Immutable;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>A fan of a forecast beside the years that were known and, in a backtest, what happened.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Known">What was known at the origin, by year; may be empty.</param>
/// <param name="Fans">The forecast by year.</param>
/// <param name="Happened">What happened after the origin, by year; empty where nobody knows.</param>
public sealed record FanChart(
    string Title, ImmutableSortedDictionary<AcademicYear, int> Known, ImmutableSortedDictionary<AcademicYear, CountFan> Fans, ImmutableSortedDictionary<AcademicYear, int> Happened)
{
    /// <summary>The charts of a forecast by file name without its ending: all ages, and each age band where that is wanted.</summary>
    public static IEnumerable<(string Name, FanChart Chart)> Of(PlanForecast forecast, bool withBands)
    {
        yield return (forecast.Authority, Total(forecast, ImmutableSortedDictionary<AcademicYear, int>.Empty));
        if (!withBands)
        {
            yield break;
        }

        foreach (IGrouping<string, ForecastPlans> band in forecast.Plans.Where(row => row.Band != PlanForecast.Total).GroupBy(row => row.Band))
        {
            string name = string.Concat(band.Key.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
            yield return ($"{forecast.Authority}-{name}", new FanChart(
                $"{forecast.Name}: plans, {band.Key}", ImmutableSortedDictionary<AcademicYear, int>.Empty, Fan(band), ImmutableSortedDictionary<AcademicYear, int>.Empty));
        }
    }

    /// <summary>All ages of a forecast beside what happened.</summary>
    public static FanChart Total(PlanForecast forecast, ImmutableSortedDictionary<AcademicYear, int> happened) => new(
        $"{forecast.Name}: plans forecast from January {forecast.Origin.CensusYear}",
        forecast.Known.Where(pair => pair.Key <= forecast.Origin).ToImmutableSortedDictionary(), Fan(forecast.Totals), happened);

    private static ImmutableSortedDictionary<AcademicYear, CountFan> Fan(IEnumerable<ForecastPlans> rows) => rows.ToImmutableSortedDictionary(row => row.Year, row => row.Plans);
}
