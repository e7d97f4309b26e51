using System.Collections.Immutable;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>A fan of a forecast beside the years that were known and, in a backtest, what happened.</summary>
/// <param name="Name">What it is a forecast of.</param>
/// <param name="Known">What was known at the origin, by year; may be empty.</param>
/// <param name="Fans">The forecast by year.</param>
/// <param name="Happened">What happened after the origin, by year; empty where nobody knows.</param>
public sealed record FanChart(
    string Name, ImmutableSortedDictionary<AcademicYear, int> Known, ImmutableSortedDictionary<AcademicYear, CountFan> Fans, ImmutableSortedDictionary<AcademicYear, int> Happened)
{
    private static readonly ImmutableSortedDictionary<AcademicYear, int> _nothing = ImmutableSortedDictionary<AcademicYear, int>.Empty;

    /// <summary>All ages of a forecast.</summary>
    public static FanChart Total(PlanForecast forecast) => new(forecast.Name, KnownTo(forecast), Fan(forecast.Totals), _nothing);

    /// <summary>All ages of a forecast beside what happened.</summary>
    public static FanChart Tested(PlanForecast forecast, ImmutableSortedDictionary<AcademicYear, int> happened) =>
        new($"{forecast.Name} from January {forecast.Origin.CensusYear}", KnownTo(forecast), Fan(forecast.Totals), happened);

    /// <summary>The age bands of a forecast.</summary>
    public static IEnumerable<FanChart> Bands(PlanForecast forecast) => forecast.Plans.Where(row => row.Band != PlanForecast.Total).GroupBy(row => row.Band)
        .Select(band => new FanChart($"{forecast.Name}, {band.Key}", _nothing, Fan(band), _nothing));

    private static ImmutableSortedDictionary<AcademicYear, int> KnownTo(PlanForecast forecast) => forecast.Known.Where(pair => pair.Key <= forecast.Origin).ToImmutableSortedDictionary();

    private static ImmutableSortedDictionary<AcademicYear, CountFan> Fan(IEnumerable<ForecastPlans> rows) => rows.ToImmutableSortedDictionary(row => row.Year, row => row.Plans);
}
