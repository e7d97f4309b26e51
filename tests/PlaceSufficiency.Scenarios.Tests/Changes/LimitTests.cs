using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Changes;

public class LimitTests
{
    [Fact]
    public void A_cap_holds_in_the_years_it_names_and_keeps_others()
    {
        PlanningCase capped = After(new CapInmss(9, Year1));

        PlanningCase after = After(new CapInmss(5, Year2, Year2), capped);
        Assert.Equal([(Year1, 9), (Year2, 5), (Year3, 9)], after.Limits.InmssPupils.Select(limit => (limit.Key, limit.Value)));
        Assert.Equal(["limits/inmss-pupils/2022/23: 9 -> 5"], Logged(new CapInmss(5, Year2, Year2), capped));
        Assert.Equal(["limits/inmss-pupils/2023/24: no limit -> 5"], Logged(new CapInmss(5, Year3)));
    }

    [Fact]
    public void A_cap_below_nobody_is_refused() => Assert.Equal(["negative-number pupils '-1'"], Found(new CapInmss(-1, Year1)));

    [Fact]
    public void Tiers_are_set_weighed_and_tolerated()
    {
        SetObjective order = new([ObjectiveTier.Unplaced, ObjectiveTier.ExcessTravel, ObjectiveTier.Cost]);
        Assert.Equal(["objective: unplaced, over-number, cost -> unplaced, excess-travel, cost"], Logged(order));
        Assert.Equal(["unplaced-weight/special: 1 -> 3"], Logged(new WeighUnplaced(ProvisionLevel.Special, 3)));
        Assert.Equal(["tolerance/cost: none -> 1% and 200 units"], Logged(new Tolerate(ObjectiveTier.Cost, 0.01m, 2)));
        Assert.Equal(152, After(new Tolerate(ObjectiveTier.Unplaced, 0.01m, 2)).HeldAt(ObjectiveTier.Unplaced, 149));
    }

    [Fact]
    public void Tiers_that_make_no_sense_are_refused()
    {
        Assert.StartsWith("unplaced-first tiers", Assert.Single(Found(new SetObjective([ObjectiveTier.Cost]))), StringComparison.Ordinal);
        Assert.Equal(["out-of-range weight '0'"], Found(new WeighUnplaced(ProvisionLevel.Special, 0)));
        Assert.Equal(["tier-not-minimised tier 'moves'"], Found(new Tolerate(ObjectiveTier.Moves, 0.1m)));
    }

    [Fact]
    public void Limits_on_money_class_groups_and_evenness_are_stated_and_treated()
    {
        Assert.Equal(["limits/inmss-spend/2022/23: no limit -> £5.00"], Logged(new LimitInmssSpend(new Pounds(5), Year2, Year2)));
        Assert.Equal(["limits/high-needs/2022-23: no limit -> £5.00"], Logged(new LimitHighNeeds(FinancialYear.StartingIn(2022), new Pounds(5))));
        Assert.Equal(["limits/class-group/hilltop-special: any number -> 4"], Logged(new RequireClassGroup(TinyWorld.SpecialSchool, 4)));
        Assert.Equal(["limits/evenness: as they come -> at most 1.5 times the mean"], Logged(new EvenOutMainstream(TimesMean: 1.5m)));
        Assert.Equal(["limits/treatment/inmss-spend: hard -> priced at £2.00"], Logged(new TreatLimit(LimitKind.InmssSpend, LimitMode.Priced, new Pounds(2))));
        Assert.Equal([ObjectiveTier.LimitPupils, .. ScenarioWorld.Case().Objective], After(new EvenOutMainstream(Most: 3)).Tiers);
    }

    [Fact]
    public void Limits_that_make_no_sense_are_refused()
    {
        Assert.Equal(["out-of-range pupils '0'"], Found(new RequireClassGroup(TinyWorld.SpecialSchool, 0)));
        Assert.Equal(["limit-price price '£0.50'"], Found(new TreatLimit(LimitKind.HighNeeds, LimitMode.Priced, new Pounds(0.5m))));
        Assert.Single(Found(new EvenOutMainstream()));
        Assert.Equal(["limit-always-hard limit 'reviewed-moves'"], Found(new TreatLimit(LimitKind.ReviewedMoves, LimitMode.Off)));
    }

    [Fact]
    public void A_framework_changes_fees_of_schools_designated_for_a_need()
    {
        PlanningCase independent = After(new ChangePrice(PriceItem.Fee, "special-school", FinancialYear.StartingIn(2021), Pounds: new Pounds(60_000)));
        independent = independent with { Provisions = [.. independent.Provisions.Select(provision => provision.Kind == ProvisionKind.SpecialSchool ? provision with { Kind = ProvisionKind.Inmss } : provision)] };
        independent = independent with { Prices = new PriceList(independent.Prices.Prices.SetItems(independent.Horizon.FinancialYears.Select(year => KeyValuePair.Create((PriceItem.Fee, PriceScope.Of(ProvisionKind.Inmss), year), new Pounds(60_000))))) };

        PlanningCase cheaper = After(new RegionalFramework(-0.05m, FinancialYear.StartingIn(2022), NeedSet.Of(PrimaryNeed.SEMH)), independent);
        Provision school = cheaper.Provision(TinyWorld.SpecialSchool);
        Assert.Equal([60_000m, 57_000m], new[] { 2021, 2022 }.Select(year => cheaper.Prices[PriceItem.Fee, school, FinancialYear.StartingIn(year)].Value));
        Assert.Equal(["nothing-to-change needs ''"], Found(new RegionalFramework(-0.05m, FinancialYear.StartingIn(2022))));
    }

    [Fact]
    public void A_later_rule_of_moves_replaces_the_earlier_of_its_kind()
    {
        PlanningCase moving = After(new AllowMoves(ProvisionKind.ResourcedProvision, Year1), After(new AllowMoves(ProvisionKind.SpecialSchool, Year1)));

        PlanningCase after = After(new AllowMoves(ProvisionKind.SpecialSchool, Year3), moving);
        Assert.Equal(
            [new MoveRule(ProvisionKind.ResourcedProvision, Year1), new MoveRule(ProvisionKind.SpecialSchool, Year3)], after.Moves);
        Assert.Equal(["moves/special-school: 2021/22 -> 2023/24"], Logged(new AllowMoves(ProvisionKind.SpecialSchool, Year3), moving));
        Assert.Equal(["moves/special-school: never -> 2023/24"], Logged(new AllowMoves(ProvisionKind.SpecialSchool, Year3)));
    }

    [Fact]
    public void Moves_from_a_kind_nobody_has_are_refused() => Assert.Equal(
        ["kind-not-in-use from-kind 'inmss'", "year-outside-horizon starting '2030/31'"],
        Found(new AllowMoves(ProvisionKind.Inmss, AcademicYear.StartingIn(2030))));

    [Fact]
    public void A_travel_ceiling_changes_for_its_phase_alone()
    {
        SetTravelCeiling change = new(Phase.Secondary, 90);

        PlanningCase after = After(change);
        Assert.Equal(Duration.FromMinutes(90), after.Travel.Ceiling[Phase.Secondary]);
        Assert.Equal(Duration.FromMinutes(60), after.Travel.Ceiling[Phase.Primary]);
        Assert.Equal(["travel/ceiling/secondary: 60 minutes -> 90 minutes"], Logged(change));
    }

    [Fact]
    public void A_travel_ceiling_of_nothing_is_refused() =>
        Assert.Equal(["travel-ceiling-not-positive minutes '0'"], Found(new SetTravelCeiling(Phase.Primary, 0)));
}
