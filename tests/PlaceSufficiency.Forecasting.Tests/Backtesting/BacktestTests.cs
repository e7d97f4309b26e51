using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Backtesting;
using PlaceSufficiency.Forecasting.PlanTrends;
using PlaceSufficiency.Forecasting.Tests.PlanTrends;

namespace PlaceSufficiency.Forecasting.Tests.Backtesting;

public sealed class BacktestTests
{
    private static readonly AcademicYear _year = AcademicYear.OfCensus(2020);

    [Theory]
    [InlineData(ForecastMethod.LastValue, 2, 121)]
    [InlineData(ForecastMethod.LastGrowth, 2, 146.41)]
    [InlineData(ForecastMethod.MeanGrowth, 1, 133.1)]
    public void Naive_forecasts_are_what_they_say(ForecastMethod method, int horizon, double expected) =>
        Assert.Equal(expected, NaiveForecasts.Of(method, [100, 100 / 1.1 * 1.21, 121], horizon), 1e-9);

    [Fact]
    public void The_mean_growth_is_of_three_years() =>
        Assert.Equal(200 * (1 + ((0.1 + 0.2 + 0.3) / 3)), NaiveForecasts.Of(ForecastMethod.MeanGrowth, [1, 100, 110, 132, 171.6], 1) / 171.6 * 200, 1e-9);

    [Fact]
    public void A_damped_trend_goes_on_ever_more_slowly()
    {
        double[] ahead = [.. Enumerable.Range(0, 4).Select(h => NaiveForecasts.Of(ForecastMethod.DampedTrend, [100, 110, 121, 130, 142, 151], h))];

        Assert.True(ahead[1] > ahead[0]);
        Assert.True(ahead[2] - ahead[1] < ahead[1] - ahead[0]);
        Assert.True(ahead[3] - ahead[2] < ahead[2] - ahead[1]);
    }

    [Fact]
    public void A_series_of_one_year_stays()
    {
        Assert.All(NaiveForecasts.Methods, method => Assert.Equal(7, NaiveForecasts.Of(method, [7], 3)));
        Assert.All(NaiveForecasts.Methods, method => Assert.Equal(0, NaiveForecasts.Of(method, [0, 0], 3)));
    }

    [Fact]
    public void A_spread_of_past_ratios_is_scored_as_any_distribution()
    {
        NaiveSpread spread = new([1.2, 0.8]);

        Assert.Equal((80, 120), (spread.Quantile(100, 0.1), spread.Quantile(100, 0.9)));
        Assert.Equal(10, spread.Score(100, 100), 1e-9);
        Assert.Equal(25, new NaiveSpread([]).Score(100, 125), 1e-9);
    }

    [Fact]
    public void Scores_are_shares_of_what_happened()
    {
        BacktestScore score = BacktestScore.Of([Case("a", 90, 80, 120, 100), Case("b", 330, 310, 340, 300), Case("c", 5, 0, 9, 0)]).Single();

        Assert.Equal(3, score.Cases);
        Assert.Equal((0.1 + 0.1) / 2, score.Mape, 1e-12);
        Assert.Equal(45 / 400.0, score.Wape, 1e-12);
        Assert.Equal((-10 + 30 + 5) / 400.0, score.Bias, 1e-12);
        Assert.Equal(2 / 3.0, score.Covered80, 1e-12);
        Assert.Equal((40 + 30 + 9) / 400.0, score.Width80, 1e-12);
        Assert.Equal(0.1, score.MedianWape, 1e-12);
    }

    [Fact]
    public void Every_method_is_tested_on_the_same_cases_and_nothing_later_is_looked_at()
    {
        PublishedSeries series = SmallSeries.Several(15);
        AcademicYear[] origins = [series.LastYear.PlusYears(-3), series.LastYear.PlusYears(-2)];
        PathSettings settings = new(100, 1, 2);

        BacktestResult result = Backtest.Of(series, series, TrendAssumptions.Published, origins, [1, 2, 3], settings, TestContext.Current.CancellationToken);
        BacktestResult blind = Backtest.Of(series.Until(origins[1]), series, TrendAssumptions.Published, origins, [1, 2, 3], settings, TestContext.Current.CancellationToken);

        Assert.Equal(result.Cases, blind.Cases);
        Assert.All(result.Scores.GroupBy(score => (score.Horizon, score.Band)), same => Assert.Equal(5, same.Count(score => score.Cases == same.First().Cases)));
        Assert.Equal([30, 30, 15], result.Scores.Where(score => score is { Method: ForecastMethod.Model, Band: PlanForecast.Total }).Select(score => score.Cases));
        Assert.Equal(15 * 4 * (2 + 2 + 1) * 5, result.Cases.Length);
    }

    private static BacktestCase Case(string authority, double forecast, double low, double high, int actual) =>
        new(ForecastMethod.Model, _year, 1, authority, PlanForecast.Total, forecast, low, high, low, high, actual, 1);
}
