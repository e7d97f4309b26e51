using PlaceSufficiency.Domain.Forecasts;

namespace PlaceSufficiency.Forecasting.Backtesting;

/// <summary>The forecasts that anybody can make from a series alone; what a model must beat.</summary>
internal static class NaiveForecasts
{
    private static readonly double[] _levels = [0.5, 0.75, 1];
    private static readonly double[] _trends = [0.1, 0.3, 0.6, 1];
    private static readonly double[] _dampings = [0.8, 0.9, 0.98];

    /// <summary>The naive methods.</summary>
    internal static IReadOnlyList<ForecastMethod> Methods { get; } =
        [ForecastMethod.LastValue, ForecastMethod.LastGrowth, ForecastMethod.MeanGrowth, ForecastMethod.DampedTrend];

    /// <summary>The forecast of a method, years ahead of the end of a series.</summary>
    /// <param name="method">A naive method.</param>
    /// <param name="series">The series up to the origin, at least one number, each at least 0.</param>
    /// <param name="horizon">Years ahead.</param>
    internal static double Of(ForecastMethod method, IReadOnlyList<double> series, int horizon) => method switch
    {
        ForecastMethod.LastValue => series[^1],
        ForecastMethod.LastGrowth => series[^1] * Math.Pow(Growth(series, 1), horizon),
        ForecastMethod.MeanGrowth => series[^1] * Math.Pow(Growth(series, 3), horizon),
        ForecastMethod.DampedTrend => Damped(series, horizon),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "This method is not naive."),
    };

    /// <summary>The mean growth factor of the last years; years that began with nothing count as no growth.</summary>
    private static double Growth(IReadOnlyList<double> series, int years)
    {
        int seen = Math.Min(years, series.Count - 1);
        return seen == 0 ? 1 : Enumerable.Range(series.Count - seen, seen).Average(t => series[t - 1] > 0 ? series[t] / series[t - 1] : 1);
    }

    private static double Damped(IReadOnlyList<double> series, int horizon)
    {
        (double Error, double Forecast) best = (double.PositiveInfinity, series[^1]);
        foreach (double level in _levels)
        {
            foreach (double trend in _trends)
            {
                foreach (double damping in _dampings)
                {
                    (double error, double forecast) = Smoothed(series, horizon, level, trend, damping);
                    best = error < best.Error ? (error, forecast) : best;
                }
            }
        }

        return best.Forecast;
    }

    private static (double Error, double Forecast) Smoothed(IReadOnlyList<double> series, int horizon, double level, double trend, double damping)
    {
        double at = series[0];
        double slope = series.Count > 1 ? series[1] - series[0] : 0;
        double error = 0;
        foreach (double seen in series.Skip(1))
        {
            double expected = at + (damping * slope);
            error += (seen - expected) * (seen - expected);
            double now = expected + (level * (seen - expected));
            slope = (trend * (now - at)) + ((1 - trend) * damping * slope);
            at = now;
        }

        double ahead = Enumerable.Range(1, horizon).Sum(h => Math.Pow(damping, h));
        return (error, Math.Max(0, at + (slope * ahead)));
    }
}
