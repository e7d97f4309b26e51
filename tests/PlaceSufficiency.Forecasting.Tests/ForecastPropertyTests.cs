using FsCheck.Xunit;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Flows;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests;

[Properties(EndSize = 1_000_000)]
public class ForecastPropertyTests
{
    [Property]
    public void Pupils_neither_appear_nor_vanish(int seed, bool totals)
    {
        PlanningCase planningCase = totals ? RandomCases.WithTotalsOf(seed) : RandomCases.Of(seed);

        Assert.Empty(ConservationCheck.Of(planningCase, DemandFlows.Of(Forecaster.Forecast(planningCase))));
    }

    [Property]
    public void Stated_totals_are_met_every_year(int seed)
    {
        PlanningCase planningCase = RandomCases.WithTotalsOf(seed);

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal(planningCase.Demand.StatedTotals.Values, planningCase.Horizon.PlannedYears.Select(path.StockIn));
    }

    [Property]
    public void Every_stay_lies_in_the_horizon_has_a_level_a_year_and_ends_by_year_group_20(int seed)
    {
        DemandPath path = Forecaster.Forecast(RandomCases.Of(seed));

        Assert.Equal(Enumerable.Range(0, path.Stays.Count), path.Stays.Select(stay => stay.Number));
        Assert.All(path.Stays, stay =>
        {
            Assert.True(stay.FirstYear >= path.Horizon.BaseYear && stay.LastYear <= path.Horizon.LastYear && stay.Pupils > 0);
            Assert.Equal(stay.LastYear.YearsSince(stay.FirstYear) + 1, stay.Levels.Count);
            Assert.True(stay.YearGroupIn(stay.LastYear) <= YearGroup.Oldest);
        });
    }

    [Property]
    public void Nobody_leaves_but_by_age_or_a_stated_share(int seed)
    {
        PlanningCase planningCase = RandomCases.Of(seed);

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.All(
            path.Stays.Where(stay => stay.LastYear < path.Horizon.LastYear),
            stay => Assert.True(
                stay.YearGroupIn(stay.LastYear) == YearGroup.Oldest || planningCase.Demand.LeaverShares.GetValueOrDefault(stay.YearGroupIn(stay.LastYear)) > 0));
    }

    [Property]
    public void The_order_of_the_stock_does_not_matter_and_alike_pupils_share_a_stay(int seed)
    {
        PlanningCase planningCase = RandomCases.Of(seed);

        DemandPath path = Forecaster.Forecast(planningCase);

        AssertSame(path, Forecaster.Forecast(planningCase with { Stock = [.. planningCase.Stock.Reverse()] }));
        Assert.Distinct(path.Stays.Select(stay => (stay with { Number = 0, Pupils = 1, Levels = [] }, string.Join(' ', stay.Levels))));
    }

    [Property]
    public void A_factor_of_1_changes_nothing(int seed)
    {
        PlanningCase planningCase = RandomCases.WithTotalsOf(seed);

        AssertSame(Forecaster.Forecast(planningCase), Forecaster.Forecast(planningCase.WithScaling(1)));
    }

    /// <summary>Two factors that cancel out take the way through the scaled path, which must then be the same path.</summary>
    [Property]
    public void Factors_that_cancel_out_change_nothing(int seed)
    {
        PlanningCase planningCase = RandomCases.WithTotalsOf(seed);

        AssertSame(Forecaster.Forecast(planningCase), Forecaster.Forecast(planningCase.WithScaling(2).WithScaling(0.5m)));
    }

    [Property]
    public void A_factor_changes_nothing_before_it_starts(int seed)
    {
        PlanningCase planningCase = RandomCases.WithTotalsOf(seed);
        int last = planningCase.Horizon.PlannedYears.Count;

        DemandPath path = Forecaster.Forecast(planningCase.WithScaling(3, starting: last));

        Assert.Equal(planningCase.Demand.StatedTotals.Values.Take(last - 1), planningCase.Horizon.PlannedYears.Take(last - 1).Select(path.StockIn));
        Assert.Equal(
            3 * Forecaster.Forecast(planningCase).JoinersIn(planningCase.Horizon.LastYear), path.JoinersIn(planningCase.Horizon.LastYear));
    }

    [Property]
    public void A_shift_of_no_share_changes_nothing(int seed)
    {
        PlanningCase planningCase = RandomCases.Of(seed);

        AssertSame(
            Forecaster.Forecast(planningCase),
            Forecaster.Forecast(planningCase.WithShift(ProvisionLevel.Special, ProvisionLevel.Resourced, 0, sex: SexAdmitted.Girls)));
    }

    [Property]
    public void A_shift_of_level_changes_no_total(int seed)
    {
        PlanningCase planningCase = RandomCases.Of(seed);

        DemandPath shifted = Forecaster.Forecast(planningCase.WithShift(ProvisionLevel.Special, ProvisionLevel.Resourced, 0.5m, sex: SexAdmitted.Boys));

        DemandPath path = Forecaster.Forecast(planningCase);
        Assert.Equal(path.Horizon.PlannedYears.Select(path.JoinersIn), path.Horizon.PlannedYears.Select(shifted.JoinersIn));
        Assert.Equal(path.Horizon.PlannedYears.Select(path.StockIn), path.Horizon.PlannedYears.Select(shifted.StockIn));
    }

    private static void AssertSame(DemandPath expected, DemandPath actual) =>
        Assert.Equal(expected.Stays.Select(Line), actual.Stays.Select(Line));

    private static string Line(Stay stay) => $"{stay with { Levels = [] }} {string.Join(' ', stay.Levels)}";
}
