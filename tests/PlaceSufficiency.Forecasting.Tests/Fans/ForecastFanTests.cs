using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.Paths;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Fans;

public class ForecastFanTests
{
    private const int Paths = 301;
    private static readonly PlanningCase _case = RandomCases.Of(5).WithJoiners(12, 5).WithJoiners(9, 11, PrimaryNeed.SEMH);
    private static readonly PathForecaster _forecaster = new(_case);

    [Fact]
    public void It_is_the_same_on_one_thread_and_on_four()
    {
        ForecastFan one = Fan(9, 1);
        ForecastFan four = Fan(9, 4);

        Assert.All(Figures(one).Zip(Figures(four)), pair => Assert.Equal(pair.First, pair.Second));
    }

    [Fact]
    public void Quantiles_of_a_sum_are_of_the_sums_of_paths()
    {
        AcademicYear last = _case.Horizon.LastYear;
        ForecastFan fan = Fan(9, 2);
        int[] totals = [.. Enumerable.Range(0, Paths).Select(path => _forecaster.Counts(9, path).Stock(last)).Order()];

        Assert.Equal(totals[30], fan.Quantile(last, FanMeasure.Total, 0.1), 9);
        Assert.Equal(totals.Average(), fan.Mean(last, FanMeasure.Total), 9);
        Assert.True(
            Enum.GetValues<Phase>().Sum(phase => fan.Quantile(last, new FanMeasure(phase, null, null), 0.9)) > fan.Quantile(last, FanMeasure.Total, 0.9),
            "Summed quantiles of parts are wider than the quantile of the sum.");
    }

    [Fact]
    public void Means_of_parts_sum_to_the_mean_of_the_whole()
    {
        ForecastFan fan = Fan(2, 2);

        Assert.All(_case.Horizon.AllYears, year =>
        {
            double whole = fan.Mean(year, FanMeasure.Total);
            Assert.Equal(whole, Enum.GetValues<Phase>().Sum(phase => fan.Mean(year, new FanMeasure(phase, null, null))), 6);
            Assert.Equal(whole, Enum.GetValues<PrimaryNeed>().Sum(need => fan.Mean(year, new FanMeasure(null, need, null))), 6);
        });
        Assert.Equal(_case.Stock.Sum(cell => cell.Pupils), fan.Quantile(_case.Horizon.BaseYear, FanMeasure.Total, 0.5));
    }

    [Fact]
    public void It_can_be_stopped()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => ForecastFan.Of(_forecaster, 1, Paths, 2, stop.Token));
    }

    private static ForecastFan Fan(long seed, int threads) => ForecastFan.Of(_forecaster, seed, Paths, threads, TestContext.Current.CancellationToken);

    private static IEnumerable<double> Figures(ForecastFan fan) =>
        from year in _case.Horizon.AllYears
        from measure in FanMeasure.All
        from share in (double[])[0.025, 0.5, 0.975]
        select fan.Quantile(year, measure, share);
}
