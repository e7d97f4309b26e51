using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Backtesting;
using PlaceSufficiency.Forecasting.PlanTrends;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Backtesting;

public class CaseHistoryTests
{
    private static readonly AcademicYear _base = TinyWorld.BaseYear;

    [Fact]
    public void A_case_as_it_stands_is_compared_with_what_happened_in_all_in_bands_and_by_need()
    {
        // Ten pupils of year group 6 with ASD grow into year group 7 and nobody comes or goes.
        PlanningCase planningCase = TinyWorld.Case(2).WithPupils(10, 6).With(DemandUncertainty.RatesKnown) with
        {
            History = [All(0, 10), All(1, 12), Ages(1, 0, 6, 2), Ages(1, 7, 11, 10), All(1, 12) with { Need = PrimaryNeed.ASD }],
        };
        PublishedSeries[] series = [HistorySeries.ByAge(planningCase), HistorySeries.ByNeed(planningCase)!];
        CaseTest test = CaseTest.Of(planningCase, [.. series], [1, 2, 3], new PathSettings(20, 1, 2), TestContext.Current.CancellationToken);

        Assert.Equal(
            [("Total", 10, 12, 2.0), ("year groups 0 to 6", 0, 2, 2), ("year groups 7 to 11", 10, 10, 0), ("need ASD", 10, 12, 2)],
            test.Cases.Select(one => (one.Band, (int)one.Median, one.Actual, one.Crps)));
        Assert.All(test.Cases, one => Assert.Equal((ForecastMethod.Case, 1), (one.Method, one.Horizon)));
        Assert.Equal(10, test.Forecast!.Totals.Single().Plans.Q50);
    }

    [Fact]
    public void A_year_counted_in_other_bands_counts_in_total_and_the_bands_of_most_years_are_taken()
    {
        PlanningCase planningCase = TinyWorld.Case(2).WithPupils(1, 6) with
        {
            History = [Ages(-2, 0, 6, 4), Ages(-2, 7, 11, 5), Ages(-1, 0, 6, 5), Ages(-1, 7, 11, 6), All(0, 20), Ages(0, 0, 11, 20)],
        };
        PublishedSeries series = HistorySeries.ByAge(planningCase);
        PlanSeries place = series.Authorities.Single();

        Assert.Equal(["year groups 0 to 6", "year groups 7 to 11"], series.Bands.Select(band => band.Label));
        Assert.Equal([9, 11, 20], place.Plans.Values.Select(count => count.Total));
        Assert.Equal([true, true, false], place.Plans.Values.Select(count => count.HasBands));
    }

    [Fact]
    public void One_january_is_no_history() =>
        Assert.Equal("history-missing", Assert.Single(Assert.Throws<FindingsException>(() => HistorySeries.ByAge(TinyWorld.Case(2) with { History = [All(0, 10)] })).Findings).Code);

    [Fact]
    public void What_a_history_does_not_explain_is_said_year_by_year()
    {
        PlanningCase planningCase = TinyWorld.Case(2).WithPupils(11, 6) with
        {
            History =
            [
                All(-6, 10), All(-5, 0) with { NewPlans = 4 }, All(-4, 20), All(-2, 20), All(-1, 25) with { NewPlans = 21, Ceased = 2 }, All(0, 10) with { NewPlans = 0, Ceased = 30 },
            ],
        };

        Assert.Equal(
            [
                ("history-year-missing", "2017/18"), ("joiners-without-plans", "2015/16"), ("rate-above-1", "2019/20"), ("rate-above-1", "2020/21"),
                ("history-does-not-reconcile", "2019/20"), ("history-does-not-reconcile", "2020/21"), ("history-differs-from-stock", "2020/21"),
            ],
            HistoryChecks.Of(planningCase, HistorySeries.ByAge(planningCase)).Select(finding => (finding.Code, finding.Value!)));
    }

    private static HistoryCount All(int year, int plans) => new(_base.PlusYears(year), YearGroup.Youngest, YearGroup.Oldest, null, plans, null, null);

    private static HistoryCount Ages(int year, int from, int to, int plans) => new(_base.PlusYears(year), YearGroup.Of(from), YearGroup.Of(to), null, plans, null, null);
}
