using System.Collections.Immutable;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Forecasts;

/// <summary>How a forecast was made that is tested on what happened.</summary>
public enum ForecastMethod
{
    /// <summary>The model of this program.</summary>
    Model,

    /// <summary>Naive: as many as at the origin.</summary>
    LastValue,

    /// <summary>Naive: growth as in the last year before the origin.</summary>
    LastGrowth,

    /// <summary>Naive: growth as on the mean of the last three years.</summary>
    MeanGrowth,

    /// <summary>Naive: exponential smoothing with a damped trend (Gardner and McKenzie, 1985), fitted to each series.</summary>
    DampedTrend,

    /// <summary>A case as it stands, from its base year.</summary>
    Case,
}

/// <summary>One forecast beside what happened.</summary>
/// <param name="Method">How it was made.</param>
/// <param name="Origin">The last January that was known.</param>
/// <param name="Horizon">Years ahead, at least 1.</param>
/// <param name="Authority">ONS code, or another name of what was forecast.</param>
/// <param name="Band">Band or <see cref="PlanForecast.Total"/>.</param>
/// <param name="Median">The forecast: the median of its distribution.</param>
/// <param name="Low80">Lower end of the interval of 80%.</param>
/// <param name="High80">Upper end.</param>
/// <param name="Low95">Lower end of the interval of 95%.</param>
/// <param name="High95">Upper end.</param>
/// <param name="Actual">What happened.</param>
/// <param name="Crps">Continuous ranked probability score, in plans; smaller is better.</param>
public sealed record BacktestCase(
    ForecastMethod Method, AcademicYear Origin, int Horizon, string Authority, string Band,
    double Median, double Low80, double High80, double Low95, double High95, int Actual, double Crps)
{
    /// <summary>How far the forecast missed, in plans.</summary>
    public double Error => Math.Abs(Median - Actual);

    /// <summary>Whether the interval of 80% holds what happened.</summary>
    public bool Within80 => Actual >= Low80 && Actual <= High80;

    /// <summary>Whether the interval of 95% holds what happened.</summary>
    public bool Within95 => Actual >= Low95 && Actual <= High95;
}

/// <summary>Measures of a method at one horizon for one band, over origins and authorities. Shares are of 1.</summary>
/// <param name="Method">The method.</param>
/// <param name="Horizon">Years ahead.</param>
/// <param name="Band">Band or <see cref="PlanForecast.Total"/>.</param>
/// <param name="Cases">Number of forecasts.</param>
/// <param name="Mape">Mean of the errors as shares of what happened, where that is above 0.</param>
/// <param name="Wape">Sum of the errors over the sum of what happened.</param>
/// <param name="MedianWape">Median over authorities of each one's WAPE.</param>
/// <param name="Bias">Sum of (forecast - what happened) over the sum of what happened.</param>
/// <param name="Covered80">Share of cases within the interval of 80%.</param>
/// <param name="Covered95">Share of cases within the interval of 95%.</param>
/// <param name="Width80">Sum of the widths of the intervals of 80% over the sum of what happened.</param>
/// <param name="Width95">Likewise of 95%.</param>
/// <param name="Crps">Sum of the CRPS over the sum of what happened.</param>
/// <param name="MedianCrps">Median over authorities of each one's.</param>
public sealed record BacktestScore(
    ForecastMethod Method, int Horizon, string Band, int Cases, double Mape, double Wape, double MedianWape, double Bias,
    double Covered80, double Covered95, double Width80, double Width95, double Crps, double MedianCrps)
{
    /// <summary>Measures cases by method, horizon and band, in the order in which these first come.</summary>
    public static ImmutableArray<BacktestScore> Of(IEnumerable<BacktestCase> cases) =>
    [
        .. cases.GroupBy(one => (one.Method, one.Horizon, one.Band)).Select(group => Measure(group.Key.Method, group.Key.Horizon, group.Key.Band, [.. group])),
    ];

    private static BacktestScore Measure(ForecastMethod method, int horizon, string band, BacktestCase[] cases)
    {
        double actual = Math.Max(1, cases.Sum(one => (double)one.Actual));
        BacktestCase[] positive = [.. cases.Where(one => one.Actual > 0)];
        return new BacktestScore(
            method, horizon, band, cases.Length,
            positive.Length > 0 ? positive.Average(one => one.Error / one.Actual) : 0,
            cases.Sum(one => one.Error) / actual,
            MedianOverAuthorities(cases, one => one.Error),
            cases.Sum(one => one.Median - one.Actual) / actual,
            cases.Average(one => one.Within80 ? 1.0 : 0),
            cases.Average(one => one.Within95 ? 1.0 : 0),
            cases.Sum(one => one.High80 - one.Low80) / actual,
            cases.Sum(one => one.High95 - one.Low95) / actual,
            cases.Sum(one => one.Crps) / actual,
            MedianOverAuthorities(cases, one => one.Crps));
    }

    private static double MedianOverAuthorities(BacktestCase[] cases, Func<BacktestCase, double> measure)
    {
        double[] shares = [.. cases.GroupBy(one => one.Authority).Select(own => own.Sum(measure) / Math.Max(1, own.Sum(one => (double)one.Actual))).Order()];
        return (shares[shares.Length / 2] + shares[(shares.Length - 1) / 2]) / 2;
    }
}
