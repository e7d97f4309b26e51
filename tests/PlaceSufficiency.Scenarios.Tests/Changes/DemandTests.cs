using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Changes;

public class DemandTests
{
    [Fact]
    public void A_scaling_without_limits_applies_to_everyone()
    {
        ScaleJoiners change = new(1.1m, Year2);

        Assert.Equal([new JoinerScaling(1.1m, NeedSet.All, YearGroup.Youngest, YearGroup.Oldest, Year2)], After(change).Demand.JoinerScalings);
        Assert.Equal(["joiners/all/-4 to 20/2022/23 on: as before -> times 1.1"], Logged(change));
    }

    [Fact]
    public void A_scaling_may_end()
    {
        ScaleJoiners change = new(1.1m, Year1, Until: Year1);

        Assert.Equal(Year1, Assert.Single(After(change).Demand.JoinerScalings).Until);
        Assert.Equal(["joiners/all/-4 to 20/2021/22 to 2021/22: as before -> times 1.1"], Logged(change));
        Assert.Equal(["until-before-from until '2021/22'"], Found(new ScaleJoiners(1.1m, Year2, Until: Year1)));
    }

    [Fact]
    public void A_scaling_touches_its_needs_and_year_groups() => Assert.Equal(
        ["joiners/SEMH/7", "joiners/SEMH/8", "joiners/ASD/7", "joiners/ASD/8"],
        new ScaleJoiners(1.1m, Year2, NeedSet.Of(PrimaryNeed.ASD, PrimaryNeed.SEMH), YearGroup.Of(7), YearGroup.Of(8)).Keys(Case()));

    [Fact]
    public void A_senseless_scaling_is_refused() => Assert.Equal(
        ["negative-number factor '-0.5'", "empty-list needs ''", "year-groups-reversed year-to '6'", "year-outside-horizon starting '2020/21'"],
        Found(new ScaleJoiners(-0.5m, TinyWorld.BaseYear, NeedSet.Of(), YearGroup.Of(7), YearGroup.Of(6))));

    [Fact]
    public void A_shift_without_limits_applies_to_everyone()
    {
        LevelShift shift = Assert.Single(After(new ShiftLevel(ProvisionLevel.Special, ProvisionLevel.Resourced, 0.25m, Year2)).Demand.LevelShifts);

        Assert.Equal(NeedSet.All, shift.Needs);
        Assert.Equal(Enum.GetValues<Phase>(), shift.Phases);
        Assert.Equal((SexAdmitted.Mixed, 0.25m, Year2), (shift.Sex, shift.Share, shift.Starting));
    }

    [Fact]
    public void A_shift_touches_its_needs_phases_and_sexes_at_the_level_that_loses()
    {
        ShiftLevel change = new(
            ProvisionLevel.Special, ProvisionLevel.Resourced, 0.25m, Year2, NeedSet.Of(PrimaryNeed.PD), [Phase.Primary, Phase.Secondary], SexAdmitted.Girls);

        Assert.Equal(["levels/PD/primary/female/special", "levels/PD/secondary/female/special"], change.Keys(Case()));
        Assert.Equal(["levels/PD/primary;secondary/girls/2022/23 on: special -> 25% to resourced"], Logged(change));
    }

    [Fact]
    public void A_percentage_without_its_sign_is_guessed()
    {
        var finding = Assert.Single(new ShiftLevel(ProvisionLevel.Special, ProvisionLevel.Resourced, 25, Year2).Check(Case()));

        Assert.Equal("share '25': A share is from 0 to 1. Maybe '25%' was meant.", finding.ToString());
    }

    [Fact]
    public void A_senseless_shift_is_refused() => Assert.Equal(
        ["share-out-of-range share '-0.1'", "same-level to 'special'", "empty-list needs ''", "empty-list phases ''", "year-outside-horizon starting '2024/25'"],
        Found(new ShiftLevel(ProvisionLevel.Special, ProvisionLevel.Special, -0.1m, Year3.Next, NeedSet.Of(), ImmutableArray<Phase>.Empty)));

    [Fact]
    public void Growth_is_compounded_and_cut_to_whole_plans()
    {
        // 15 x 1.1 = 16.5; x 1.1 = 18.15; x 1.2 = 21.78. Rounding in between would give 16, 17 and 20.
        SetTotals change = new(new TotalsGrowth(15, Rates(0.1m, 0.1m, 0.2m)));

        Assert.Equal(
            ["totals/2021/22: not stated -> 16", "totals/2022/23: not stated -> 18", "totals/2023/24: not stated -> 21"],
            Logged(change, Case().WithPupils(15, 5)));
    }

    [Fact]
    public void Stated_totals_replace_all_earlier_ones()
    {
        SetTotals first = new(Stated: Totals(10, 11, 12));
        SetTotals second = new(Stated: Totals(20, 21, 22));

        Assert.Equal(Totals(20, 21, 22), After(second, After(first)).Demand.StatedTotals);
    }

    [Fact]
    public void Totals_want_growth_or_stated()
    {
        Assert.Equal(["either-or growth, stated ''"], Found(new SetTotals()));
        Assert.Equal(["either-or growth, stated ''"], Found(new SetTotals(new TotalsGrowth(0, Rates(0, 0, 0)), Totals(1, 2, 3))));
    }

    [Fact]
    public void Base_plans_that_are_not_the_stock_are_refused()
    {
        var finding = Assert.Single(new SetTotals(new TotalsGrowth(16, Rates(0, 0, 0))).Check(Case().WithPupils(15, 5)));

        Assert.Equal("base-plans '16': The stock of 2020/21 has 15 pupils.", finding.ToString());
    }

    [Fact]
    public void Every_planned_year_and_no_other_needs_a_total() => Assert.Equal(
        ["year-outside-horizon stated/2024/25 '2024/25'", "totals-year-missing stated/2022/23 ''", "totals-year-missing stated/2023/24 ''", "negative-number stated/2021/22 '-1'"],
        Found(new SetTotals(Stated: Totals(-1).Add(Year3.Next, 5))));

    [Fact]
    public void Rates_that_cannot_be_are_refused()
    {
        SetTotals change = new(new TotalsGrowth(0, Rates(-1, 10, 1)));

        Assert.Equal(["share-out-of-range rates/2021/22 '-1'", "share-out-of-range rates/2022/23 '10'"], Found(change));
        Assert.Equal("'10%' was meant.", change.Check(Case())[1].Maybe);
    }

    [Fact]
    public void The_strategys_rates_give_the_strategys_figures()
    {
        // 1,826 plans, 10% a year for three years: 2,008.6, 2,209.46 and 2,430.406.
        Assert.Equal(
            [2008, 2209, 2430], After(new SetTotals(new TotalsGrowth(1826, Rates(0.1m, 0.1m, 0.1m))), Case().WithPupils(1826, 5)).Demand.StatedTotals.Values);
    }

    [Fact]
    public void Growth_beyond_the_country_is_refused() => Assert.Equal(
        ["totals-too-large rates ''"], Found(new SetTotals(new TotalsGrowth(10_000_000, Rates(0, 0.1m, 1))), Case().WithPupils(10_000_000, 5)));

    private static ImmutableSortedDictionary<AcademicYear, int> Totals(params int[] totals) =>
        totals.Index().ToImmutableSortedDictionary(total => Year1.PlusYears(total.Index), total => total.Item);

    private static ImmutableSortedDictionary<AcademicYear, decimal> Rates(params decimal[] rates) =>
        rates.Index().ToImmutableSortedDictionary(rate => Year1.PlusYears(rate.Index), rate => rate.Item);
}
