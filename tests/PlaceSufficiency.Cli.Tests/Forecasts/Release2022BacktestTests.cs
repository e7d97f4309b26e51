using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Backtesting;
using PlaceSufficiency.Forecasting.PlanTrends;
using PlaceSufficiency.Storage.Published.Series;
using PlaceSufficiency.Storage.Records;

namespace PlaceSufficiency.Cli.Tests.Forecasts;

/// <summary>What the forecast promises, on the published tables themselves where they are at hand.</summary>
public sealed class Release2022BacktestTests
{
    private static readonly ForecastMethod[] _naive = [ForecastMethod.LastValue, ForecastMethod.LastGrowth, ForecastMethod.MeanGrowth, ForecastMethod.DampedTrend];

    [Fact]
    public void On_the_2022_release_every_naive_forecast_is_beaten_and_intervals_hold_what_they_say()
    {
        string folder = Path.Combine(DataOrSkip(), "sen2", "release-2022");
        PublishedSeries series = PublishedSeriesReader.Read(Path.Combine(folder, "sen2_age_caseload.csv"), Path.Combine(folder, "sen2_age_new_plans.csv"), null).Series;
        AcademicYear[] origins = [.. Enumerable.Range(2013, 9).Select(AcademicYear.OfCensus)];

        BacktestResult result = Backtest.Of(series, series, TrendAssumptions.Published, origins, [1, 2, 3], new PathSettings(200, 1, 2), TestContext.Current.CancellationToken);

        Assert.All([1, 2, 3], horizon =>
        {
            BacktestScore model = Score(result, ForecastMethod.Model, horizon);
            Assert.InRange(model.Covered80, 0.75, 0.85);
            Assert.InRange(model.Covered95, 0.92, 0.98);
            Assert.All(_naive.Select(method => Score(result, method, horizon)), naive =>
            {
                Assert.True(model.Wape < naive.Wape && model.MedianWape < naive.MedianWape, $"{naive.Method}: WAPE, {horizon} years ahead");
                Assert.True(model.Crps < naive.Crps && model.MedianCrps < naive.MedianCrps, $"{naive.Method}: CRPS, {horizon} years ahead");
            });
        });
    }

    [Fact]
    public void On_transitions_demo_the_six_folds_are_met_better_than_by_the_model_that_came_with_it()
    {
        string file = Path.Combine(DataOrSkip(), "transitions-demo", "transitions.csv");
        PublishedSeries series = RecordSeries.ByYearGroup(TransitionsFile.Read(file, null).Records);
        AcademicYear[] origins = [.. series.Authorities.Single().Plans.Keys.Skip(1).SkipLast(1)];

        BacktestCase[] folds = [.. Backtest.Of(series, series, TrendAssumptions.Records, origins, [1, 2, 3], new PathSettings(2000, 1, 2), TestContext.Current.CancellationToken)
            .Cases.Where(one => one is { Method: ForecastMethod.Model, Band: PlanForecast.Total })];

        // validation_results_count.csv of the demonstration set: mean error 2.86%, naive growth 3.01%, these widths of 95%.
        Dictionary<(int Origin, int Horizon), int> widths = new()
        {
            [(0, 1)] = 102,
            [(0, 2)] = 143,
            [(0, 3)] = 177,
            [(1, 1)] = 100,
            [(1, 2)] = 139,
            [(2, 1)] = 106,
        };
        Assert.Equal(6, folds.Length);
        Assert.True(folds.Average(fold => fold.Error / fold.Actual) < 0.0286);
        Assert.True(folds.Count(fold => fold.Within95) >= 5);
        Assert.All(folds, fold => Assert.InRange(fold.High95 - fold.Low95, 0, 2 * widths[(fold.Origin.YearsSince(origins[0]), fold.Horizon)]));
    }

    private static BacktestScore Score(BacktestResult result, ForecastMethod method, int horizon) =>
        result.Scores.Single(score => score.Method == method && score.Horizon == horizon && score.Band == PlanForecast.Total);

    /// <summary>The published data: PLACE_SUFFICIENCY_PUBLISHED, else a folder shared/data beside the repository.</summary>
    private static string DataOrSkip()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PlaceSufficiency.sln")))
        {
            root = root.Parent;
        }

        string folder = Environment.GetEnvironmentVariable("PLACE_SUFFICIENCY_PUBLISHED") ?? Path.Combine(root!.FullName, "..", "shared", "data");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "sen2")), "The published tables are not here; set PLACE_SUFFICIENCY_PUBLISHED to their folder.");
        return folder;
    }
}
