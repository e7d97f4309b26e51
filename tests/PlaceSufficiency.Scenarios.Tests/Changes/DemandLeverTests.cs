using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting;
using PlaceSufficiency.Forecasting.Decomposition;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.Paths;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Changes;

public class DemandLeverTests
{
    private static readonly ImmutableSortedDictionary<Phase, decimal> _yield = ImmutableSortedDictionary<Phase, decimal>.Empty.Add(Phase.Primary, 0.35m);

    [Fact]
    public void Early_support_lowers_joining_step_by_step_to_the_whole_share()
    {
        EarlySupport change = new(0.3m, Year1, 2, NeedSet.Of(PrimaryNeed.SLCN), YearGroup.Of(0), YearGroup.Of(2));

        var scalings = After(change).Demand.JoinerScalings;

        Assert.Equal([(0.85m, Year1), (0.7m / 0.85m, Year2)], scalings.Select(scaling => (scaling.Factor, scaling.Starting)));
        Assert.Equal(["joiners/SLCN/0 to 2/2021/22 on: as before -> 30% fewer over 2 years"], Logged(change));
        Assert.Equal(["joiners/SLCN/0", "joiners/SLCN/1", "joiners/SLCN/2"], change.Keys(Case()));
    }

    [Fact]
    public void Senseless_early_support_is_refused() => Assert.Equal(
        ["share-out-of-range share '30'", "out-of-range over-years '0'", "year-outside-horizon starting '2020/21'"],
        Found(new EarlySupport(30, TinyWorld.BaseYear, 0)));

    [Fact]
    public void Plans_after_16_cease_for_a_share_of_those_who_would_stay()
    {
        PlanningCase before = TinyWorld.Case(1).WithPupils(40, 11).WithPupils(40, 10).WithLeavers(0.5m, 11).WithLeavers(0.5m, 10);
        DemandPath path = Forecaster.Forecast(new CeaseEarlier(16, 0.5m, Year1).Apply(before));

        Assert.Equal(10, path.Stays.Where(stay => stay.Covers(Year1) && stay.YearGroupIn(Year1) == YearGroup.Of(12)).Sum(stay => stay.Pupils));
        Assert.Equal(20, path.Stays.Where(stay => stay.Covers(Year1) && stay.YearGroupIn(Year1) == YearGroup.Of(11)).Sum(stay => stay.Pupils));
        Assert.Equal(["leavers/11 and older/2021/22 on: as before -> 50% of stayers more"], Logged(new CeaseEarlier(16, 0.5m, Year1)));
    }

    [Fact]
    public void Senseless_ceasing_is_refused() => Assert.Equal(
        ["age-out-of-range after-age '30'", "share-out-of-range share '-1'", "year-outside-horizon starting '2020/21'"], Found(new CeaseEarlier(30, -1, TinyWorld.BaseYear)));

    [Fact]
    public void Homes_bring_joiners_and_pupils_with_a_plan_to_their_area()
    {
        // 200 residents of each age, 40 of year group 3 hold a plan: 1 in 5. 100 homes bring 5 children of each primary year group.
        PlanningCase before = TinyWorld.Case(1).WithPupils(40, 3).WithJoiners(40, 3);
        PlanningCase after = new BuildHomes(TinyWorld.South, 100, Year1, _yield).Apply(before);
        PathForecaster forecaster = new(after);
        double[] movers = [.. Enumerable.Range(0, 400).Select(path => (double)forecaster.Counts(1, path).MoversIn(Year1))];

        DemandPath path = Forecaster.Forecast(after);

        Assert.Equal(40 + 41 + 1, path.StockIn(Year1)); // 40 joiners of 200 residents make 41 of 205, and 1 in 5 of 5 comes with a plan
        Assert.InRange(movers.Average(), 0.75, 1.25);
        Assert.All(path.Stays.Where(stay => stay.FirstYear == Year1), stay => Assert.Equal(3, stay.YearGroupAtFirst.Value));
    }

    [Fact]
    public void Senseless_homes_are_refused() => Assert.Equal(
        ["unknown-area area 'suoth'", "negative-number homes-a-year '-1'", "until-before-from until '2021/22'", "out-of-range pupil-yield.primary '35'"],
        Found(new BuildHomes(new("suoth"), -1, Year2, _yield.SetItem(Phase.Primary, 35), Year1)));

    [Fact]
    public void Levers_come_on_top_of_stated_totals()
    {
        PlanningCase before = TinyWorld.Case(2).WithPupils(100, 3).WithPupils(40, 14).WithJoiners(1, 3).WithTotals(160, 180);
        PlanningCase after = new CeaseEarlier(18, 0.5m, Year1).Apply(before);

        DemandPath path = Forecaster.Forecast(after);
        PathCounts counts = new PathForecaster(after).Counts(1, 0);

        Assert.Equal((140, 150), (path.StockIn(Year1), path.StockIn(Year2))); // 20 of 40 gone, then half of the 20 left
        Assert.Equal((20, 20), (path.JoinersIn(Year1), counts.Joiners(Year1)));
    }

    [Fact]
    public void Growth_is_taken_apart_into_parts_that_sum_to_it()
    {
        PlanningCase planningCase = TinyWorld.Case(2).WithPupils(100, 3).WithJoiners(50, 3).WithDemand(demand => demand with
        {
            Population = PopulationOutlook.Still with { Joiners = JoinersFollow.Residents, NetMigration = 0.1m },
            Trend = new RateTrend(0.2m, 0, 1),
            Uncertainty = DemandUncertainty.RatesKnown,
        }).WithScaling(0.5m);

        IReadOnlyList<GrowthParts> parts = PartsOf(planningCase, 2_000);

        // One year on: 50 join at present rates; residents add 10%; the trend multiplies by exp(0.2); policy halves it all.
        double[] expected = [50, 5, 55 * (Math.Exp(0.2) - 1), -55 * Math.Exp(0.2) / 2];
        double[] found = [parts[0].PresentRates, parts[0].Population, parts[0].Rates, parts[0].Policy];
        Assert.All(expected.Zip(found), pair => Assert.InRange(pair.Second, pair.First - 0.8, pair.First + 0.8));
        PathForecaster forecaster = new(planningCase);
        Assert.All(parts, each => Assert.Equal(Enumerable.Range(0, 2_000).Average(path => forecaster.Counts(1, path).Stock(each.Year)) - 100, each.Growth, 6));
    }

    /// <summary>Each cause is switched on alone; with stated totals what changes rates is the totals.</summary>
    [Fact]
    public void A_cause_that_a_case_does_not_have_adds_exactly_nothing()
    {
        PlanningCase still = TinyWorld.Case(2).WithPupils(100, 3).WithJoiners(50, 3).WithDemand(demand => demand with { Uncertainty = DemandUncertainty.RatesKnown });
        PopulationOutlook growing = PopulationOutlook.Still with { Joiners = JoinersFollow.Residents, NetMigration = 0.1m };

        Assert.Equal((false, false, false), Moved(still));
        Assert.Equal((true, false, false), Moved(still.WithDemand(demand => demand with { Population = growing })));
        Assert.Equal((false, true, false), Moved(still.WithDemand(demand => demand with { Trend = new RateTrend(0.2m, 0, 1) })));
        Assert.Equal((false, true, false), Moved(still.WithTotals(110, 120)));
        Assert.Equal((false, false, true), Moved(still.WithScaling(0.5m)));
        Assert.Equal((true, true, true), Moved(still.WithDemand(demand => demand with { Population = growing }).WithTotals(110, 120).WithScaling(0.5m)));
    }

    private static (bool Population, bool Rates, bool Policy) Moved(PlanningCase planningCase)
    {
        GrowthParts last = PartsOf(planningCase, 50)[^1];
        return (last.Population != 0, last.Rates != 0, last.Policy != 0);
    }

    private static IReadOnlyList<GrowthParts> PartsOf(PlanningCase planningCase, int paths) => GrowthDecomposition.Of(
        planningCase, ForecastFan.Of(new PathForecaster(planningCase), 1, paths, 2, TestContext.Current.CancellationToken), 1, 2, TestContext.Current.CancellationToken);
}
