using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Movement;

public class JoiningTests
{
    private static readonly NeedSet _semh = NeedSet.Of(PrimaryNeed.SEMH);

    [Fact]
    public void Joiners_come_with_their_year_group_need_and_sex_and_stay()
    {
        DemandPath path = Forecaster.Forecast(Joined(1, 2, (4, 7, PrimaryNeed.SEMH, Sex.Female)));

        Assert.Equal([0, 4, 4], path.Horizon.PlannedYears.Prepend(path.Horizon.BaseYear).Take(3).Select(path.JoinersIn));
        Assert.Equal(8, path.StockIn(path.Horizon.LastYear));
        Assert.All(path.Stays, stay => Assert.Equal((PrimaryNeed.SEMH, Sex.Female, 7), (stay.Need, stay.Sex, stay.YearGroupAtFirst.Value)));
        Assert.All(path.Stays, stay => Assert.Null(stay.Current));
    }

    [Fact]
    public void Areas_share_joiners_by_residents_of_the_age()
    {
        // Three quarters of the seven-year-olds live in the north.
        PlanningCase planningCase = Joined(1, 1, (8, 3, PrimaryNeed.ASD, Sex.Male)) with
        {
            Areas = [TinyWorld.Area(TinyWorld.North, 110_000, 300), TinyWorld.Area(TinyWorld.South, 100_000, 100)],
        };

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal([(TinyWorld.North, 6), (TinyWorld.South, 2)], path.Stays.Select(stay => (stay.Area, stay.Pupils)));
    }

    [Fact]
    public void A_rare_need_gets_its_joiners_over_the_years()
    {
        // 0.25 a year beside 2: each year alone would never give the rare need anybody.
        DemandPath path = Forecaster.Forecast(Joined(1, 8, (2, 0, PrimaryNeed.ASD, Sex.Male), (0.25m, 5, PrimaryNeed.MSI, Sex.Female)));

        Assert.Equal(2, path.Stays.Where(stay => stay.Need == PrimaryNeed.MSI).Sum(stay => stay.Pupils));
        Assert.Equal(18, path.StockIn(path.Horizon.LastYear));
    }

    [Fact]
    public void Stated_totals_fix_the_joiners_and_the_profile_divides_them()
    {
        // 10 of 20 stay after leavers, so 20, then 10 join to reach 30 and 40; three quarters of them ASD.
        PlanningCase planningCase = Joined(1, 2, (0.3m, 1, PrimaryNeed.ASD, Sex.Male), (0.1m, 1, PrimaryNeed.SEMH, Sex.Male))
            .WithPupils(20, 5).WithLeavers(0.5m, 5).WithTotals(30, 40);

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal([20, 30, 40], path.Horizon.AllYears.Select(path.StockIn));
        Assert.Equal([20, 10], path.Horizon.PlannedYears.Select(path.JoinersIn));
        Assert.Equal(15, path.Stays.Where(stay => stay.FirstYear == TinyWorld.BaseYear.Next && stay.Need == PrimaryNeed.ASD).Sum(stay => stay.Pupils));
    }

    [Fact]
    public void A_total_below_those_who_stay_makes_more_leave_and_says_so()
    {
        DemandForecast forecast = Forecaster.ForecastWithFindings(Joined(1, 2, (1, 1, PrimaryNeed.ASD, Sex.Male)).WithPupils(20, 5).WithTotals(15, 18));

        Assert.Equal([20, 15, 18], forecast.Path.Horizon.AllYears.Select(forecast.Path.StockIn));
        Finding finding = Assert.Single(forecast.Findings);
        Assert.Equal((Severity.Warning, "stated-total-below-stayers", "2021/22"), (finding.Severity, finding.Code, finding.Value));
        Assert.StartsWith("After the usual leavers 5 pupils more", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scalings_come_on_top_of_the_stated_total()
    {
        // 10 join each year to reach 10 and 20, half of them SEMH; from the second year SEMH joiners are twice as many.
        PlanningCase planningCase = Joined(1, 2, (5, 1, PrimaryNeed.ASD, Sex.Male), (5, 1, PrimaryNeed.SEMH, Sex.Male)).WithTotals(10, 20);

        DemandPath path = Forecaster.Forecast(planningCase.WithScaling(2, _semh, starting: 2));

        Assert.Equal([10, 15], path.Horizon.PlannedYears.Select(path.JoinersIn));
        Assert.Equal(25, path.StockIn(path.Horizon.LastYear));
        Assert.Equal(15, path.Stays.Where(stay => stay.Need == PrimaryNeed.SEMH).Sum(stay => stay.Pupils));
    }

    [Fact]
    public void Scaled_joiners_of_one_year_take_nothing_from_the_next()
    {
        // As above, from the first year: 15 join each year although only 5 would be lacking to the second total.
        PlanningCase planningCase = Joined(1, 2, (5, 1, PrimaryNeed.ASD, Sex.Male), (5, 1, PrimaryNeed.SEMH, Sex.Male)).WithTotals(10, 20);

        DemandPath path = Forecaster.Forecast(planningCase.WithScaling(2, _semh));

        Assert.Equal([15, 30], path.Horizon.PlannedYears.Select(path.StockIn));
    }

    [Fact]
    public void A_scaling_ends_with_its_last_year()
    {
        // As above, but the second year brings its usual 10.
        PlanningCase planningCase = Joined(1, 2, (5, 1, PrimaryNeed.ASD, Sex.Male), (5, 1, PrimaryNeed.SEMH, Sex.Male)).WithTotals(10, 20);

        DemandPath path = Forecaster.Forecast(planningCase.WithScaling(2, _semh, until: 1));

        Assert.Equal([15, 25], path.Horizon.PlannedYears.Select(path.StockIn));
    }

    [Fact]
    public void Scalings_keep_to_their_year_groups_and_multiply_each_other()
    {
        PlanningCase planningCase = Joined(1, 1, (4, 1, PrimaryNeed.SEMH, Sex.Male), (4, 9, PrimaryNeed.SEMH, Sex.Male));

        DemandPath path = Forecaster.Forecast(planningCase.WithScaling(0.5m, from: 7, to: 11).WithScaling(0.5m, from: 9, to: 9));

        Assert.Equal([(1, 4), (9, 1)], path.Stays.GroupBy(stay => stay.YearGroupAtFirst.Value).Select(group => (group.Key, group.Sum(stay => stay.Pupils))));
    }

    [Fact]
    public void Joiners_without_any_level_to_take_are_an_error()
    {
        FindingsException error = Assert.Throws<FindingsException>(() => Forecaster.Forecast(TinyWorld.Case().WithJoiners(1, 0)));

        Assert.Equal("joiners-without-level", Assert.Single(error.Findings).Code);
    }

    [Fact]
    public void Totals_that_need_joiners_where_nobody_joins_are_an_error()
    {
        FindingsException error = Assert.Throws<FindingsException>(() => Forecaster.Forecast(TinyWorld.Case().WithTotals(1, 1)));

        Assert.Equal("joiners-without-profile", Assert.Single(error.Findings).Code);
    }

    [Fact]
    public void Totals_for_some_years_only_are_an_error_for_each_year_without()
    {
        FindingsException error = Assert.Throws<FindingsException>(() => Forecaster.Forecast(TinyWorld.Case(3).WithJoiners(1, 0).WithTotals(1)));

        Assert.Equal(["2022/23", "2023/24"], error.Findings.Select(finding => finding.Value));
    }

    /// <summary>A world whose joiners are called to special level.</summary>
    private static PlanningCase Joined(int areas, int years, params (decimal PerYear, int YearGroup, PrimaryNeed Need, Sex Sex)[] joiners)
    {
        PlanningCase planningCase = TinyWorld.Case(years);
        planningCase = planningCase with { Areas = [.. planningCase.Areas.Take(areas)] };
        foreach ((decimal perYear, int yearGroup, PrimaryNeed need, Sex sex) in joiners)
        {
            planningCase = planningCase.WithJoiners(perYear, yearGroup, need, sex)
                .WithLevels(need, YearGroup.Of(yearGroup).Phase, (ProvisionLevel.Special, 1));
        }

        return planningCase;
    }
}
