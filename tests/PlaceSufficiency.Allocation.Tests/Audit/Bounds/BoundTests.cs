using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Bounds;

/// <summary>Bounds on small cases, argued by hand.</summary>
public class BoundTests
{
    [Theory]
    [InlineData(0, 0)] // Each of the three pupils may go to the school for nothing.
    [InlineData(0.5, 1)] // 3 x 0.5 for a place - 1 place x 0.5
    [InlineData(1, 2)] // 3 x 1, placed or not - 1 place x 1: the optimum, two pupils unplaced
    [InlineData(4, -1)] // 3 x 1, all unplaced - 1 place x 4
    public void Places_are_worth_their_price_in_unplaced_pupils(double price, double bound)
    {
        var world = With(Case(1).WithPlaces(SpecialSchool, 1).WithPlaces(Base, 0), Stay(3, 3, 1, 1));
        var prices = Prices(places: new() { [(SpecialSchool, First)] = price, [(Base, First)] = price });

        var report = world.Audit([Tier(ObjectiveTier.Unplaced, 2, bound, prices), Tier(ObjectiveTier.OverNumber, 0), Tier(ObjectiveTier.Cost, 1_200_000)],
            Path(0, 1, SpecialSchool), Path(0, 2, [null]));

        Assert.Empty(report.Findings);
        Assert.Equal(bound, report.Tiers[0].Bound, 9);
    }

    [Fact]
    public void A_held_tier_and_the_price_of_the_cheaper_place_prove_the_cost()
    {
        // One place each. The special school costs 12,000; the base 6,000 and 10 km at 120: 7,200. A place at the base is worth 4,800,
        // being without a place 12,000: each pupil then costs 12,000, so 24,000 - 4,800 = 19,200, which is the optimum.
        var world = With(Case(1).WithPlaces(SpecialSchool, 1).WithPlaces(Base, 1), Stay(2, 3, 1, 1));
        var prices = Prices(places: new() { [(Base, First)] = 480_000 }, held: new() { [ObjectiveTier.Unplaced] = 1_200_000 });

        var report = world.Audit(
            [Tier(ObjectiveTier.Unplaced, 0), Tier(ObjectiveTier.OverNumber, 0), Tier(ObjectiveTier.Cost, 1_920_000, 1_920_000, prices)],
            Path(0, 1, SpecialSchool), Path(0, 1, Base));

        Assert.Empty(report.Findings);
        Assert.Equal((1_920_000.0, 0.0), (report.Tiers[2].Bound, report.Tiers[2].Gap));
    }

    [Fact]
    public void What_a_tier_is_held_at_is_taken_off_the_bound()
    {
        // Three pupils, one place, one pupil less than needed is forced out: two unplaced at 12,000 each are the value they are held at.
        // 3 x 12,000 - place 0 - 2 x 12,000 = 12,000, the cost of the pupil who is placed.
        var world = With(Case(1).WithPlaces(SpecialSchool, 1).WithPlaces(Base, 0), Stay(3, 3, 1, 1));
        var prices = Prices(places: new() { [(Base, First)] = 1_200_000 }, held: new() { [ObjectiveTier.Unplaced] = 1_200_000 });

        var report = world.Audit(
            [Tier(ObjectiveTier.Unplaced, 2), Tier(ObjectiveTier.OverNumber, 0), Tier(ObjectiveTier.Cost, 1_200_000, 1_200_000, prices)],
            Path(0, 1, SpecialSchool), Path(0, 2, [null]));

        Assert.Equal(1_200_000, report.Tiers[2].Bound);
    }

    [Theory]
    [InlineData(1, 1)] // 12 x 1 - 10 places x 1 + 1 above x min(0, 0 - 1) = 1: the optimum, one pupil unplaced
    [InlineData(0.5, 0.5)] // 12 x 0.5 - 10 x 0.5 + 1 x (0 - 0.5)
    public void Over_number_is_worth_the_price_of_a_place_less_what_it_counts_for(double price, double bound)
    {
        var report = Elastic().Audit(
            [Tier(ObjectiveTier.Unplaced, 1, bound, Prices(places: new() { [(SpecialSchool, First)] = price, [(Base, First)] = price })),
                Tier(ObjectiveTier.OverNumber, 1), Tier(ObjectiveTier.Cost, 15_600_000)],
            Path(0, 11, SpecialSchool), Path(0, 1, [null]));

        Assert.Empty(report.Findings);
        Assert.Equal(bound, report.Tiers[0].Bound, 9);
    }

    [Theory]
    [InlineData(1, 1)] // 12 x 1 - 10 x 1 + 1 x min(0, 1 - 1) - 1 unplaced x 1 = 1: the optimum
    [InlineData(3, 1)] // 12 x 3 - 10 x 3 + 1 x (1 - 3) - 1 unplaced x 3
    [InlineData(0.25, 0.25)] // 12 x 0.25 - 10 x 0.25 + 1 x min(0, 1 - 0.25) - 1 unplaced x 0.25
    public void Over_number_counts_in_its_own_tier(double price, double bound)
    {
        var prices = Prices(places: new() { [(SpecialSchool, First)] = price, [(Base, First)] = price }, held: new() { [ObjectiveTier.Unplaced] = price });

        var report = Elastic().Audit(
            [Tier(ObjectiveTier.Unplaced, 1), Tier(ObjectiveTier.OverNumber, 1, -100, prices), Tier(ObjectiveTier.Cost, 15_600_000)],
            Path(0, 11, SpecialSchool), Path(0, 1, [null]));

        Assert.Empty(report.Findings);
        Assert.Equal(bound, report.Tiers[1].Bound, 9);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3)] // 5 x 1 - limit of 2 x 1: the optimum, three pupils unplaced
    public void The_Inmss_limit_is_worth_its_price(double price, double bound)
    {
        var limited = Case(1).WithKind(SpecialSchool, ProvisionKind.Inmss).WithPlaces(Base, 0) with
        {
            Limits = new PlanLimits(PlanLimits.None.InmssPupils.Add(First, 2)),
        };
        var prices = Prices(places: new() { [(Base, First)] = 1 }, inmss: new() { [First] = price });

        var report = With(limited, Stay(5, 3, 1, 1)).Audit(
            [Tier(ObjectiveTier.Unplaced, 3, bound, prices), Tier(ObjectiveTier.OverNumber, 0), Tier(ObjectiveTier.Cost, 0)],
            Path(0, 2, SpecialSchool), Path(0, 3, [null]));

        Assert.Empty(report.Findings);
        Assert.Equal(bound, report.Tiers[0].Bound, 9);
    }

    [Fact]
    public void Inmss_pupils_of_a_tier_are_counted_and_held_pupils_priced()
    {
        // Ten pupils, four places at the base: six must go to INMSS. A place at the base is worth 1, an unplaced pupil 1:
        // 10 x 1 - 4 x 1 - 0 x 1 = 6.
        var planningCase = Case(1).WithKind(SpecialSchool, ProvisionKind.Inmss).WithPlaces(Base, 4) with
        {
            Objective = [ObjectiveTier.Unplaced, ObjectiveTier.InmssPupils],
        };
        var prices = Prices(places: new() { [(Base, First)] = 1 }, held: new() { [ObjectiveTier.Unplaced] = 1 });

        var report = With(planningCase, Stay(10, 3, 1, 1)).Audit(
            [Tier(ObjectiveTier.Unplaced, 0), Tier(ObjectiveTier.InmssPupils, 6, 6, prices)], Path(0, 6, SpecialSchool), Path(0, 4, Base));

        Assert.Empty(report.Findings);
        Assert.Equal(6, report.Tiers[1].Bound);
    }

    [Fact]
    public void Standing_pupils_who_are_above_places_must_be_paid_for()
    {
        // Twelve pupils stand on ten places and cannot leave: the over-number of 2 is certain. At a price of 1:
        // 12 x 1 - 10 x 1 + 2 x min(0, 1 - 1) = 2.
        var prices = Prices(places: new() { [(SpecialSchool, First)] = 1 });

        var report = With(Case(1), Stay(12, 3, 0, 1, at: SpecialSchool)).Audit(
            [Tier(ObjectiveTier.Unplaced, 0), Tier(ObjectiveTier.OverNumber, 2, 2, prices), Tier(ObjectiveTier.Cost, 19_200_000)], Path(0, 12, SpecialSchool));

        Assert.Empty(report.Findings);
        Assert.Equal(2, report.Tiers[1].Bound);
    }

    /// <summary>Twelve joiners at a special school of 10 places that may take 1 above them; the base has none.</summary>
    private static (PlanningCase Case, DemandPath Demand) Elastic() => With(
        Case(1).WithPlaces(Base, 0).WithProvision(SpecialSchool, school => school with { OverNumberCeiling = 0.1m }), Stay(12, 3, 1, 1));

    private static TierResult Tier(ObjectiveTier tier, long value, double? bound = null, TierPrices? prices = null) =>
        new(tier, value, bound ?? -1e9, prices ?? NoPrices);
}
