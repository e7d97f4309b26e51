using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Solving;

/// <summary>Each tier alone by hand, tiers in the scenario's order, and what a tolerance lets go.</summary>
public sealed class TierOrderTests
{
    [Theory]
    [InlineData(1, 3, 0)]
    [InlineData(3, 1, 1)]
    public void WeightsSayWhoGoesWithout(int special, int resourced, int without)
    {
        // Two pupils of each level for two years and two places in all: the level that weighs 1 goes without, 2 x 2 x 1 = 4.
        PlanningCase world = Case(2).WithPlaces(Base, 0).WithPlaces(SpecialSchool, 2) with
        {
            UnplacedWeights = ImmutableSortedDictionary<ProvisionLevel, int>.Empty.Add(ProvisionLevel.Special, special).Add(ProvisionLevel.Resourced, resourced),
        };
        PlacementPlan plan = Planned.By(world, Stay(2, 3, 1, 2, level: ProvisionLevel.Special), Stay(2, 3, 1, 2));

        Assert.Equal(4, plan.Tiers[0].Value);
        Assert.Equal(0, plan.Tiers[0].Gap);
        Assert.Equal(without, Assert.Single(plan.Paths, path => path.Provisions[0] is null).Stay);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void MovesCountChangesThatNoTransferReopens(bool movesFirst, int moves)
    {
        // A southern pupil joins while the one place of the base is taken, and may move there from the special school when it falls free: cheaper, and a
        // move. The other, who stands at the base, ages out of it after Year 5 and goes to the special school: a move too, whatever the order.
        PlanningCase world = Case(2).WithDesignation(Base, it => it with { To = YearGroup.Of(5) }).WithPlaces(Base, 1) with
        {
            Moves = [new MoveRule(ProvisionKind.SpecialSchool, First)],
            Objective = movesFirst ? [ObjectiveTier.Unplaced, ObjectiveTier.Moves, ObjectiveTier.Cost] : [ObjectiveTier.Unplaced, ObjectiveTier.Cost, ObjectiveTier.Moves],
        };
        PlacementPlan plan = Planned.By(world, Stay(1, 3, 1, 2, area: South), Stay(1, 4, 0, 2, at: Base, area: South));

        Assert.Equal(moves, plan.Tiers.Single(tier => tier.Tier == ObjectiveTier.Moves).Value);
        Assert.All(plan.Tiers, tier => Assert.Equal(0, tier.Gap, 6));
    }

    [Fact]
    public void ATransferIsNoMove()
    {
        // After Year 11 the base admits nobody; the transfer reopens the placement, so going to the special school is no move.
        PlanningCase world = Case(1) with { Objective = [ObjectiveTier.Unplaced, ObjectiveTier.Moves] };

        Assert.Equal([0L, 0L], Planned.By(world, Stay(1, 11, 0, 1, at: Base)).Tiers.Select(tier => tier.Value));
    }

    [Theory]
    [InlineData(true, 0, 1_800_000)]
    [InlineData(false, 4, 1_320_000)]
    public void ExcessTravelIsMinutesAboveTheThreshold(bool travelFirst, int minutes, long pence)
    {
        // A pupil from each area; the base is 10 minutes from the northern one, the threshold is 6. At the base 6,000, and 1,200 for the journey; at
        // the special school at the door 12,000. Travel first: 12,000 + 6,000; cost first: 7,200 + 6,000 and 4 minutes.
        PlanningCase world = Case(1) with
        {
            Travel = Case(1).Travel with { Threshold = Minutes(6) },
            Objective = travelFirst ? [ObjectiveTier.Unplaced, ObjectiveTier.ExcessTravel, ObjectiveTier.Cost] : [ObjectiveTier.Unplaced, ObjectiveTier.Cost, ObjectiveTier.ExcessTravel],
        };
        PlacementPlan plan = Planned.By(world, Stay(1, 3, 1, 1), Stay(1, 3, 1, 1, area: South));

        Assert.Equal(minutes, plan.Tiers.Single(tier => tier.Tier == ObjectiveTier.ExcessTravel).Value);
        Assert.Equal(pence, plan.Tiers.Single(tier => tier.Tier == ObjectiveTier.Cost).Value);
        Assert.All(plan.Tiers, tier => Assert.Equal(0, tier.Gap, 6));
    }

    [Fact]
    public void InmssSpendIsFeesAndTopUps()
    {
        // The special school is INMSS at a fee of 20,000 in 2021-22 and 44,000 in 2022-23: 7/12 of one and 5/12 of the other, 30,000 a pupil. The base takes 1 of 3.
        PlanningCase world = Case(1).WithKind(SpecialSchool, ProvisionKind.Inmss).WithPrice(PriceItem.Fee, 20_000, 44_000, 0).WithPlaces(Base, 1) with
        {
            Objective = [ObjectiveTier.Unplaced, ObjectiveTier.InmssSpend],
        };
        PlacementPlan plan = Planned.By(world, Stay(3, 3, 1, 1));

        Assert.Equal([0L, 6_000_000L], plan.Tiers.Select(tier => tier.Value));
        Assert.All(plan.Tiers, tier => Assert.Equal(0, tier.Gap, 6));
    }

    [Fact]
    public void AToleranceIsSpentOnTheNextTierAndNoMore()
    {
        // Three southern pupils: two places at the base (6,000), ten at the special school (13,200). All can be placed for 25,200; one pupil-year may
        // go without, so the dearest place is saved: 12,000, unplaced 1 although 0 was reached.
        PlanningCase world = Case(1).WithPlaces(Base, 2) with
        {
            Tolerances = ImmutableSortedDictionary<ObjectiveTier, TierTolerance>.Empty.Add(ObjectiveTier.Unplaced, new TierTolerance(0, 1)),
        };
        (PlanningCase Case, DemandPath Demand) audited = With(world, Stay(3, 3, 1, 1, area: South));
        PlacementPlan plan = Planned.By(audited.Case, audited.Demand);

        Assert.Equal([1L, 0L, 1_200_000L], plan.Tiers.Select(tier => tier.Value));
        Assert.Equal([0L, 0L, 1_200_000L], plan.Tiers.Select(tier => tier.Best));
        Assert.All(plan.Tiers, tier => Assert.Equal(0, tier.Gap, 6));
        Assert.Empty(PlanAudit.Check(audited.Case, audited.Demand, plan).Findings);
    }

    [Fact]
    public void AuditFindsATierWorseThanTolerated()
    {
        PlanningCase world = Case(1).WithPlaces(Base, 2) with
        {
            Objective = [ObjectiveTier.Unplaced, ObjectiveTier.Cost],
            Tolerances = ImmutableSortedDictionary<ObjectiveTier, TierTolerance>.Empty.Add(ObjectiveTier.Unplaced, new TierTolerance(0.5m, 0)),
        };
        PlanAuditReport report = With(world, Stay(3, 3, 1, 1, area: South)).Audit(
            [new TierResult(ObjectiveTier.Unplaced, 3, 0, NoPrices) { Reached = 1 }, new TierResult(ObjectiveTier.Cost, 0, 0, NoPrices)], Path(0, 3, [null]));

        Assert.Equal("Its paths come to 3; after the best value stated it may be at most 1.", report.Only("tier-not-held").Message);
    }

    [Fact]
    public void EveryOrderOfTiersIsAtItsBestOnCasesSmallEnoughToEnumerate()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.WithTiers(new Random(seed), withTolerances: seed % 2 == 0);
            long[] best = BruteForce.Best(planningCase, demand);
            PlacementPlan plan = Planned.By(planningCase, demand);
            string values = $"seed {seed}: {string.Join(' ', plan.Tiers.Select(tier => (tier.Tier, tier.Best, tier.Bound)))} against {string.Join(' ', best)}";

            Assert.True(best.Zip(plan.Tiers).All(pair => IsBest(pair.First, pair.Second)), values);
            Assert.All(plan.Tiers, tier => Assert.True(tier.Bound <= tier.Best + 1e-6, values));
        }
    }

    [Fact]
    public void TheAuditAgreesWithPlansOfEveryOrderOfTiers()
    {
        for (int seed = 1000; seed < 1100; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.WithTiers(new Random(seed), withTolerances: seed % 2 == 0);
            (PlanningCase Case, DemandPath Demand) world = With(planningCase, [.. demand.Stays]);
            PlacementPlan plan = Planned.By(world.Case, world.Demand);
            PlanAuditReport report = PlanAudit.Check(world.Case, world.Demand, plan);

            Assert.True(report.Findings.Count == 0, $"seed {seed}: {string.Join(' ', report.Findings)}");
            Assert.All(plan.Tiers.Zip(report.Tiers), pair => Assert.InRange(pair.Second.Bound, pair.First.Bound - (1e-6 * Math.Max(1, Math.Abs(pair.First.Bound))), pair.First.Best + 1e-6));
        }
    }

    /// <summary>Amounts are minimised to within a hundredth of a percent.</summary>
    private static bool IsBest(long best, TierResult result) => result.Tier.Unit() is TierUnit.Pence or TierUnit.PupilMinutes
        ? result.Best >= best && result.Best <= best + (1e-4 * best) + 1
        : result.Best == best;
}
