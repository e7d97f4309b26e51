using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Movement;

public class AgeingAndLeavingTests
{
    [Fact]
    public void Pupils_who_only_age_make_one_stay_that_covers_the_horizon()
    {
        DemandPath path = Forecaster.Forecast(TinyWorld.Case().WithPupils(3, 4, TinyWorld.Base));

        Stay stay = Assert.Single(path.Stays);
        Assert.Equal((0, 3, 4), (stay.Number, stay.Pupils, stay.YearGroupAtFirst.Value));
        Assert.Equal((path.Horizon.BaseYear, path.Horizon.LastYear), (stay.FirstYear, stay.LastYear));
        Assert.Equal(TinyWorld.Base, stay.Current);
        Assert.Equal(Enumerable.Repeat(ProvisionLevel.Resourced, 3), stay.Levels);
        Assert.Equal(6, stay.YearGroupIn(path.Horizon.LastYear).Value);
    }

    [Fact]
    public void Nobody_holds_a_plan_after_year_group_20()
    {
        DemandPath path = Forecaster.Forecast(TinyWorld.Case(3).WithPupils(2, 20).WithPupils(5, 18));

        Assert.Equal([7, 5, 5, 0], path.Horizon.AllYears.Select(path.StockIn));
    }

    [Fact]
    public void A_share_of_a_year_group_leaves_in_whole_pupils()
    {
        // A quarter of 8 leave after year group 5, half of 4 after year group 9; nobody after the year groups they reach.
        DemandPath path = Forecaster.Forecast(TinyWorld.Case().WithPupils(8, 5).WithPupils(4, 9).WithLeavers(0.25m, 5).WithLeavers(0.5m, 9));

        Assert.Equal([12, 8, 8], path.Horizon.AllYears.Select(path.StockIn));
        Assert.Equal([(2, 5), (2, 9)], path.Stays.Where(stay => stay.LastYear == path.Horizon.BaseYear).Select(stay => (stay.Pupils, stay.YearGroupAtFirst.Value)));
    }

    [Fact]
    public void Fractions_of_leavers_go_to_the_largest_remainder()
    {
        // 0.8 of year group 5 and 0.3 of year group 9 are 1.1 pupils: one leaves, of year group 5.
        DemandPath path = Forecaster.Forecast(TinyWorld.Case(1).WithPupils(4, 5).WithPupils(3, 9).WithLeavers(0.2m, 5).WithLeavers(0.1m, 9));

        Stay leaver = Assert.Single(path.Stays, stay => stay.LastYear == path.Horizon.BaseYear);
        Assert.Equal((1, 5), (leaver.Pupils, leaver.YearGroupAtFirst.Value));
    }

    [Fact]
    public void What_a_year_group_owes_is_carried_to_the_next_year()
    {
        // Four pupils reach year group 5 each year and a tenth of them, 0.4, leaves: owed 0.4, then 0.8 (one leaves), then 0.2, 0.6 (one leaves).
        PlanningCase planningCase = TinyWorld.Case(4).WithLeavers(0.1m, 5);
        for (int yearGroup = 2; yearGroup <= 5; yearGroup++)
        {
            planningCase = planningCase.WithPupils(4, yearGroup);
        }

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal([0, 1, 0, 1], path.Horizon.PlannedYears.Select(path.LeaversBefore));
    }

    [Fact]
    public void Where_everybody_of_a_year_group_leaves_nobody_stays()
    {
        DemandPath path = Forecaster.Forecast(TinyWorld.Case(1).WithPupils(5, 13).WithPupils(7, 3).WithLeavers(1, 13).WithLeavers(0.2m, 3));

        Assert.Equal(6, path.StockIn(path.Horizon.LastYear));
        Assert.DoesNotContain(path.Stays, stay => stay.YearGroupAtFirst.Value == 13 && stay.LastYear == path.Horizon.LastYear);
    }

    [Fact]
    public void Leavers_are_spread_over_needs_levels_sexes_and_areas()
    {
        // Half of each of eight groups of 10 leave, and every group stands whole in the order they are taken along.
        PlanningCase planningCase = TinyWorld.Case(1).WithLeavers(0.5m, 5);
        foreach (PrimaryNeed need in (PrimaryNeed[])[PrimaryNeed.ASD, PrimaryNeed.SEMH])
        {
            foreach (Sex sex in Enum.GetValues<Sex>())
            {
                planningCase = planningCase.WithPupils(10, 5, need: need, sex: sex).WithPupils(10, 5, area: TinyWorld.South, need: need, sex: sex);
            }
        }

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal(
            Enumerable.Repeat(5, 8), path.Stays.Where(stay => stay.LastYear == path.Horizon.BaseYear).Select(stay => stay.Pupils));
    }

    [Fact]
    public void A_year_group_that_loses_one_pupil_a_year_does_not_lose_the_same_need_each_year()
    {
        // Three pupils, one a need, reach year group 11 each year, and a third of them leaves after it.
        PlanningCase planningCase = TinyWorld.Case(12).WithLeavers(1m / 3, 11);
        for (int yearGroup = 0; yearGroup <= 11; yearGroup++)
        {
            foreach (PrimaryNeed need in (PrimaryNeed[])[PrimaryNeed.ASD, PrimaryNeed.HI, PrimaryNeed.SEMH])
            {
                planningCase = planningCase.WithPupils(1, yearGroup, need: need);
            }
        }

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal(12, path.Stays.Where(stay => stay.LastYear < path.Horizon.LastYear && stay.YearGroupIn(stay.LastYear).Value == 11).Sum(stay => stay.Pupils));
        Assert.All(
            path.Stays.Where(stay => stay.YearGroupIn(stay.LastYear).Value == 11 && stay.LastYear < path.Horizon.LastYear).GroupBy(stay => stay.Need),
            leavers => Assert.InRange(leavers.Sum(stay => stay.Pupils), 3, 5));
    }
}
