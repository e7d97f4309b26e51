using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Bounds;

/// <summary>Values of tiers by hand, and tiers that state something else.</summary>
public class TierTests
{
    private readonly (PlanningCase Case, DemandPath Demand) _world = With(Case(1), Stay(1, 3, 0, 1, at: SpecialSchool));

    [Fact]
    public void Values_are_pupil_years_and_pence()
    {
        // 2022/23: 11 pupils where 10 places are; 2 pupils unplaced in 2021/22 and 1 in 2022/23, who then moves 10 km.
        // Cost: 11 x 12,000 top-up, 24,000 over-number, 1 x (6,000 top-up + 1,200 transport).
        var elastic = Case().WithProvision(SpecialSchool, school => school with { OverNumberCeiling = 0.1m });
        var report = With(elastic, Stay(11, 3, 2, 2), Stay(2, 3, 1, 2)).Audit(
            Path(0, 11, SpecialSchool), Path(1, 1, null, Base), Path(1, 1, null, null));

        Assert.Empty(report.Findings);
        Assert.Equal(
            [(ObjectiveTier.Unplaced, 3), (ObjectiveTier.OverNumber, 1), (ObjectiveTier.Cost, 16_320_000)],
            report.Tiers.Select(tier => (tier.Tier, tier.Value)));
    }

    [Fact]
    public void Inmss_pupils_are_pupil_years_in_that_kind_alone()
    {
        var planningCase = Case().WithKind(SpecialSchool, ProvisionKind.Inmss) with { Objective = [ObjectiveTier.Unplaced, ObjectiveTier.InmssPupils] };

        var report = With(planningCase, Stay(5, 3, 1, 2)).Audit(Path(0, 3, SpecialSchool, SpecialSchool), Path(0, 2, Base, Base));

        Assert.Equal([0, 6], report.Tiers.Select(tier => tier.Value));
    }

    [Theory]
    [InlineData(3, 100)]
    [InlineData(11, 0)]
    public void An_allowed_move_is_priced_and_a_transfer_is_not(int yearGroup, int price)
    {
        // Both provisions admit to year group 14. The mover of year group 3 pays 100 pounds; the one of year group 11 transfers to 12.
        var moving = Case(1).WithDesignation(Base, it => it with { To = Domain.Pupils.YearGroup.Of(14) }).WithPrice(PriceItem.Move, 100, 100) with
        {
            Moves = [new MoveRule(ProvisionKind.SpecialSchool, First)],
        };

        var report = With(moving, Stay(2, yearGroup, 0, 1, at: SpecialSchool)).Audit(Path(0, 1, SpecialSchool), Path(0, 1, Base));

        Assert.Empty(report.Findings);
        Assert.Equal((12_000 + 6_000 + 1_200 + price) * 100, report.Tiers[^1].Value);
    }

    [Fact]
    public void A_stated_value_must_be_that_of_the_paths()
    {
        var tiers = Stated(cost: 1_200_001);

        Assert.Equal("The plan states 1200001; its paths come to 1200000.", _world.Audit(tiers, Path(0, 1, SpecialSchool)).Only("tier-value-differs").Message);
    }

    [Fact]
    public void The_tiers_must_be_those_of_the_case_in_its_order()
    {
        var swapped = Stated()[1..].Append(Stated()[0]).ToList();

        var report = _world.Audit(swapped, Path(0, 1, SpecialSchool));
        Assert.Equal("The plan states tiers OverNumber, Cost, Unplaced; the case asks for Unplaced, OverNumber, Cost.", report.Only("tiers-differ").Message);
        Assert.Equal([ObjectiveTier.Unplaced, ObjectiveTier.OverNumber, ObjectiveTier.Cost], report.Tiers.Select(tier => tier.Tier));
    }

    [Fact]
    public void A_stated_bound_must_not_exceed_what_its_prices_prove()
    {
        var tiers = Stated(costBound: 1_200_001.3);

        var finding = _world.Audit(tiers, Path(0, 1, SpecialSchool)).Only("bound-overstated");
        Assert.Equal("The plan states a bound of 1200001.3; its prices prove 1200000.", finding.Message);
    }

    [Theory]
    [InlineData(1_200_001.1)]
    [InlineData(17.0)]
    public void A_stated_bound_may_differ_by_a_millionth_or_be_weaker(double bound)
    {
        var report = _world.Audit(Stated(costBound: bound), Path(0, 1, SpecialSchool));

        Assert.Empty(report.Findings);
        Assert.Equal((1_200_000.0, 0.0), (report.Tiers[^1].Bound, report.Tiers[^1].Gap));
    }

    [Fact]
    public void A_stated_bound_must_be_a_number() =>
        _world.Audit(Stated(costBound: double.NaN), Path(0, 1, SpecialSchool)).Only("bound-overstated");

    public static TheoryData<TierPrices> RefusedPrices =>
    [
        Prices(places: new() { [(SpecialSchool, First)] = -0.5 }),
        Prices(places: new() { [(SpecialSchool, First)] = double.NaN }),
        Prices(places: new() { [(SpecialSchool, First)] = double.PositiveInfinity }),
        Prices(places: new() { [(SpecialSchool, BaseYear)] = 1 }),
        Prices(places: new() { [(new("atlantis"), First)] = 1 }),
        Prices(inmss: new() { [First] = 1 }),
        Prices(held: new() { [ObjectiveTier.Cost] = 1 }),
        Prices(held: new() { [ObjectiveTier.InmssPupils] = 1 }),
        Prices(held: new() { [ObjectiveTier.Unplaced] = -1 }),
    ];

    [Theory, MemberData(nameof(RefusedPrices), DisableDiscoveryEnumeration = true)]
    public void Prices_that_prove_nothing_are_refused_and_count_as_nothing(TierPrices prices)
    {
        var report = _world.Audit(Stated(costPrices: prices), Path(0, 1, SpecialSchool));

        Assert.Equal("tier Cost", report.Only("bound-price-refused").Key);
        Assert.Equal(1_200_000, report.Tiers[^1].Bound);
    }

    private static List<TierResult> Stated(long cost = 1_200_000, double costBound = 1_200_000, TierPrices? costPrices = null) =>
    [
        new(ObjectiveTier.Unplaced, 0, 0, NoPrices),
        new(ObjectiveTier.OverNumber, 0, 0, NoPrices),
        new(ObjectiveTier.Cost, cost, costBound, costPrices ?? NoPrices),
    ];
}
