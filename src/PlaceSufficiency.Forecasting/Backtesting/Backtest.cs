using System.Collections.Immutable;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.PlanTrends;

namespace PlaceSufficiency.Forecasting.Backtesting;

/// <summary>What a backtest came to.</summary>
/// <param name="Cases">Every forecast beside what happened.</param>
/// <param name="Scores">Their measures by method, horizon and band.</param>
/// <param name="Forecasts">The model's forecasts, by origin and authority, to be drawn.</param>
public sealed record BacktestResult(ImmutableArray<BacktestCase> Cases, ImmutableArray<BacktestScore> Scores, ImmutableArray<PlanForecast> Forecasts);

/// <summary>
/// Forecasts from past Januaries as if they were today and compares with what happened since. Nothing later than an origin is looked
/// at from there, neither by the model nor by the naive forecasts beside it.
/// </summary>
public static class Backtest
{
    /// <summary>Tests published series.</summary>
    /// <param name="series">The series that is learnt from.</param>
    /// <param name="truth">The series with what happened; the same one, or a later release.</param>
    /// <param name="assumptions">The model's assumptions.</param>
    /// <param name="origins">Januaries to forecast from.</param>
    /// <param name="horizons">Years ahead, each at least 1.</param>
    /// <param name="settings">How many paths, with which luck.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static BacktestResult Of(
        PublishedSeries series, PublishedSeries truth, TrendAssumptions assumptions, IReadOnlyList<AcademicYear> origins, IReadOnlyList<int> horizons, PathSettings settings,
        CancellationToken cancellation = default)
    {
        List<BacktestCase> cases = [];
        List<PlanForecast> forecasts = [];
        foreach (AcademicYear origin in origins.Order())
        {
            OriginCases at = new(series, truth, TrendFit.Of(series, origin, assumptions), horizons);
            cases.AddRange(at.Model(settings, forecasts, cancellation));
            cases.AddRange(at.Naive());
        }

        ImmutableArray<BacktestCase> ordered = [.. cases.OrderBy(one => one.Method).ThenBy(one => one.Horizon)];
        return new BacktestResult(ordered, BacktestScore.Of(ordered), [.. forecasts]);
    }
}
