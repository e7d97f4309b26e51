using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.PlanTrends;

namespace PlaceSufficiency.Forecasting.Tests.PlanTrends;

public sealed class TrendPathTests
{
    private static readonly PublishedSeries _series = SmallSeries.Several(12);

    private static readonly AcademicYear _origin = _series.LastYear;

    private static readonly TrendFit _fit = TrendFit.Of(_series, _origin, TrendAssumptions.Published);

    private static readonly HashSet<string> _all = [.. _fit.Codes];

    [Fact]
    public void Plans_are_conserved_in_every_band_year_and_path()
    {
        int years = 0;
        foreach (AuthorityTrend authority in _fit.Authorities)
        {
            TrendPath path = new(_fit, authority);
            for (int k = 0; k < 40; k++)
            {
                path.Begin(5, k);
                for (int year = 0; year < 10; year++, years++)
                {
                    int[] last = path.Plans.ToArray();
                    path.Next();
                    for (int b = 0; b < SmallSeries.Bands.Length; b++)
                    {
                        Assert.Equal(last[b], path.Before[b]);
                        int grownIn = b == 0 ? 0 : path.GrownOut[b - 1];
                        int grownOut = b == SmallSeries.Bands.Length - 1 ? 0 : path.GrownOut[b];
                        Assert.Equal(path.Before[b] + path.Joiners[b] - path.Leavers[b] + grownIn - grownOut + path.Movements[b], path.Plans[b]);
                        Assert.True(path.Plans[b] >= 0 && path.Joiners[b] >= 0 && path.Leavers[b] >= 0 && path.GrownOut[b] >= 0);
                    }
                }
            }
        }

        Assert.Equal(12 * 40 * 10, years);
    }

    [Fact]
    public void Path_k_does_not_depend_on_how_many_there_are()
    {
        AuthorityPaths few = new(_fit, _fit.Authorities[3], 6);
        AuthorityPaths many = new(_fit, _fit.Authorities[3], 6);
        int[] first = new int[6];
        int[] second = new int[6];
        few.Follow(9, 4, first);
        for (int k = 0; k < 5; k++)
        {
            many.Follow(9, k, second);
        }

        Assert.Equal(first, second);
    }

    [Fact]
    public void The_same_seed_gives_the_same_forecast_on_one_thread_and_on_four_and_another_seed_another()
    {
        var one = Rows(TrendForecaster.Forecast(_fit, _all, _origin.PlusYears(4), new PathSettings(300, 3, 1), cancellation: TestContext.Current.CancellationToken));
        var four = Rows(TrendForecaster.Forecast(_fit, _all, _origin.PlusYears(4), new PathSettings(300, 3, 4), cancellation: TestContext.Current.CancellationToken));
        var other = Rows(TrendForecaster.Forecast(_fit, _all, _origin.PlusYears(4), new PathSettings(300, 4, 4), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(one, four);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void An_authority_alone_is_forecast_as_among_others()
    {
        PathSettings settings = new(200, 1, 2);
        string code = _fit.Codes.ElementAt(5);
        PlanForecast alone = TrendForecaster.Forecast(_fit, new HashSet<string> { code }, _origin.PlusYears(3), settings, cancellation: TestContext.Current.CancellationToken).Single();
        PlanForecast among = TrendForecaster.Forecast(_fit, _all, _origin.PlusYears(3), settings, cancellation: TestContext.Current.CancellationToken).Single(one => one.Authority == code);

        Assert.Equal(alone.Plans, among.Plans);
        Assert.Equal(alone.Flows, among.Flows);
    }

    [Fact]
    public void Quantiles_of_all_together_come_from_sums_and_lie_closer_than_sums_of_quantiles()
    {
        PlanForecast[] forecasts = [.. TrendForecaster.Forecast(_fit, _all, _origin.PlusYears(1), new PathSettings(1000, 1, 2), cancellation: TestContext.Current.CancellationToken)];
        CountFan together = forecasts.Single(one => one.Authority == PlanForecast.Together).Totals.Single().Plans;
        CountFan[] each = [.. forecasts.Where(one => one.Authority != PlanForecast.Together).Select(one => one.Totals.Single().Plans)];

        Assert.Equal(each.Sum(fan => fan.Mean), together.Mean, 1e-6);
        Assert.True(together.Q975 - together.Q025 < 0.8 * each.Sum(fan => fan.Q975 - fan.Q025));
    }

    [Fact]
    public void All_together_counts_every_path_beyond_those_that_are_kept_at_once()
    {
        PathSettings settings = new(16_400, 1, 2);
        HashSet<string> two = [.. _fit.Codes.Take(2)];
        PlanForecast[] forecasts = [.. TrendForecaster.Forecast(_fit, two, _origin.PlusYears(1), settings, cancellation: TestContext.Current.CancellationToken)];

        Assert.Equal(forecasts.Take(2).Sum(one => one.Totals.Single().Plans.Mean), forecasts[2].Totals.Single().Plans.Mean, 1e-6);
    }

    [Fact]
    public void Parts_of_the_growth_add_up_to_it_and_population_is_what_residents_alone_would_do()
    {
        string code = _fit.Codes.First();
        ResidentsByAge residents = new(Enumerable.Range(0, 26).SelectMany(age => (IEnumerable<KeyValuePair<(string, AcademicYear, int), double>>)
            [KeyValuePair.Create((code, _origin, age), 1000.0), KeyValuePair.Create((code, _origin.Next, age), 1100.0)]).ToImmutableDictionary());
        PlanForecast without = TrendForecaster.Forecast(_fit, new HashSet<string> { code }, _origin.PlusYears(2), new PathSettings(500, 1, 1), cancellation: TestContext.Current.CancellationToken).Single();
        PlanForecast with = TrendForecaster.Forecast(_fit, new HashSet<string> { code }, _origin.PlusYears(2), new PathSettings(500, 1, 1), residents, TestContext.Current.CancellationToken).Single();
        int start = with.Known[_origin];

        Assert.Equal(with.Totals.Select(row => row.Plans.Mean - start), with.Growth.Select(parts => parts.Growth), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal([0.1 * start, 0.1 * start], with.Growth.Select(parts => parts.Population), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(without.Growth.Select(parts => parts.PresentRates), with.Growth.Select(parts => parts.PresentRates + parts.Population), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.All(without.Growth, parts => Assert.Equal((0, 0), (parts.Population, parts.Policy)));
        Assert.Equal(without.Plans, with.Plans);
    }

    [Fact]
    public void What_happens_after_the_origin_changes_nothing()
    {
        AcademicYear early = _origin.PlusYears(-3);
        TrendFit whole = TrendFit.Of(_series, early, TrendAssumptions.Published);
        TrendFit cut = TrendFit.Of(_series.Until(early), early, TrendAssumptions.Published);
        PathSettings settings = new(50, 1, 1);

        Assert.Equal(
            Rows(TrendForecaster.Forecast(cut, _all, _origin, settings, cancellation: TestContext.Current.CancellationToken)),
            Rows(TrendForecaster.Forecast(whole, _all, _origin, settings, cancellation: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void An_authority_that_begins_more_plans_than_others_grows_faster_and_comes_back_towards_them()
    {
        int[][] steady = [.. Enumerable.Range(0, 6).Select(_ => new[] { 100, 700, 200 })];
        int[][] begun = [.. Enumerable.Range(0, 5).Select(_ => new[] { 30, 60, 10 })];
        int[][] eager = [.. Enumerable.Range(0, 5).Select(_ => new[] { 45, 90, 15 })];
        PlanSeries[] places = [.. Enumerable.Range(0, 9).Select(i => SmallSeries.Place($"E0600{i:0000}", steady, begun)), SmallSeries.Place("E06000099", steady, eager)];
        TrendFit fit = TrendFit.Of(new PublishedSeries(SmallSeries.Bands, SmallSeries.Bands, [], [.. places]), SmallSeries.First.PlusYears(5), TrendAssumptions.Published);

        double[] growth = Means(fit, "E06000099");
        double[] others = Means(fit, "E06000001");

        Assert.InRange(growth[0], 0.015, 0.045);
        Assert.InRange(growth[5], 0, growth[0] - 0.005);
        Assert.All(others, mean => Assert.InRange(mean, -0.012, 0.012));
    }

    [Fact]
    public void Without_new_plans_the_growth_of_an_authority_is_learnt_from()
    {
        int[][] steady = [.. Enumerable.Range(0, 6).Select(_ => new[] { 100, 700, 200 })];
        int[][] growing = [.. Enumerable.Range(0, 6).Select(t => new[] { 100 + (8 * t), 700 + (56 * t), 200 + (16 * t) })];
        PlanSeries[] places = [.. Enumerable.Range(0, 9).Select(i => SmallSeries.Place($"E0600{i:0000}", steady, null)), SmallSeries.Place("E06000099", growing, null)];
        TrendFit fit = TrendFit.Of(new PublishedSeries(SmallSeries.Bands, [], [], [.. places]), SmallSeries.First.PlusYears(5), TrendAssumptions.Published);

        Assert.True(Means(fit, "E06000099")[0] > Means(fit, "E06000001")[0] + 0.015);
    }

    [Fact]
    public void An_origin_without_plans_is_refused_with_the_years_there_are()
    {
        FindingsException refused = Assert.Throws<FindingsException>(() => TrendFit.Of(_series, AcademicYear.OfCensus(2031), TrendAssumptions.Published));

        Assert.Equal(("forecast-origin", "one of 2016 to 2023 was meant."), (refused.Findings[0].Code, refused.Findings[0].Maybe));
    }

    [Fact]
    public void A_single_january_is_no_trend() => Assert.Equal(
        "forecast-years",
        Assert.Throws<FindingsException>(() => TrendFit.Of(_series, SmallSeries.First, TrendAssumptions.Published)).Findings[0].Code);

    /// <summary>Mean growth of each year ahead.</summary>
    private static double[] Means(TrendFit fit, string code)
    {
        PlanForecast forecast = TrendForecaster.Forecast(fit, new HashSet<string> { code }, fit.Origin.PlusYears(6), new PathSettings(2000, 1, 2)).Single();
        double[] means = [forecast.Known[fit.Origin], .. forecast.Totals.Select(row => row.Plans.Mean)];
        return [.. means.Zip(means.Skip(1), (before, after) => (after / before) - 1)];
    }

    private static object[] Rows(IEnumerable<PlanForecast> forecasts) => [.. forecasts.SelectMany(one => one.Plans.Cast<object>().Concat(one.Flows))];
}
