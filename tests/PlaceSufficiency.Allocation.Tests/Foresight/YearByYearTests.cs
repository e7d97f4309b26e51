using PlaceSufficiency.Allocation.Foresight;
using PlaceSufficiency.Allocation.Tests.Audit.Properties;
using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Foresight;

public sealed class YearByYearTests
{
    [Fact]
    public void WhoDoesNotLookAheadTakesTheCheapPlaceThatAnotherWillNeed()
    {
        // One place in each. A pupil who joins in the first year is cheaper at the base (6,000 + 10 km at 120 against 12,000), and stands there when a second
        // joins in the next year whom only the base admits. Looking ahead, the first goes to the special school and both have a place.
        PlanningCase planningCase = TinyWorld.Case(2).WithPlaces(TinyWorld.Base, 1).WithPlaces(TinyWorld.SpecialSchool, 1);
        (PlacementPlan foreseen, StatedPlan without) = Both(planningCase, StayBuilder.Path(
            planningCase.Horizon,
            StayBuilder.Stay(1, 3, 1, 2),
            StayBuilder.Stay(1, 3, 2, 2, level: ProvisionLevel.Mainstream)));

        Assert.Equal(0, foreseen.Tiers[0].Value);
        Assert.Empty(without.Audit.Findings);
        Assert.Equal(1, without.Audit.Tiers[0].Value);
        Assert.Equal([TinyWorld.Base, TinyWorld.Base], without.Plan.Paths[0].Provisions);
        Assert.Equal([null], without.Plan.Paths[1].Provisions);
        Assert.Equal(720_000 * 2, without.Audit.Tiers[2].Value);
        Assert.Equal((2 * 1_200_000) + 720_000, foreseen.Tiers[2].Value);
    }

    [Fact]
    public void NobodyIsPlacedWhereStatedPlacesToComeWouldSendSomebodyAway()
    {
        // Two places, one from the second year on. Of two pupils who stay for both years only one starts; of two who stay for the first year, both.
        PlanningCase planningCase = TinyWorld.Case(2).WithPlaces(TinyWorld.Base, 0);
        planningCase = planningCase with { Places = planningCase.Places.With(TinyWorld.SpecialSchool, planningCase.Horizon.PlannedYears, (year, _) => year == planningCase.Horizon.LastYear ? 1 : 2) };

        StatedPlan longer = Both(planningCase, StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(2, 3, 1, 2, level: ProvisionLevel.Special))).Without;
        StatedPlan shorter = Both(planningCase, StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(2, 3, 1, 1, level: ProvisionLevel.Special))).Without;

        Assert.Empty(longer.Audit.Findings);
        Assert.Equal(2, longer.Audit.Tiers[0].Value);
        Assert.Empty(shorter.Audit.Findings);
        Assert.Equal(0, shorter.Audit.Tiers[0].Value);
    }

    [Fact]
    public void CandidatesOpenWhenThePlanWithForesightSays()
    {
        // No places but a scheme's: it opens in the first year for the pupil who joins then, and both plans place everybody.
        PlanningCase planningCase = TinyWorld.Case(2).WithPlaces(TinyWorld.Base, 0).WithPlaces(TinyWorld.SpecialSchool, 0);
        planningCase = planningCase.WithSchemes(planningCase.Candidate("new", TinyWorld.SpecialSchool, 2, 1_000));
        (PlacementPlan foreseen, StatedPlan without) = Both(planningCase, StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(1, 3, 1, 2), StayBuilder.Stay(1, 3, 2, 2)));

        Assert.Empty(without.Audit.Findings);
        Assert.Equal(foreseen.Openings, without.Plan.Openings);
        Assert.Equal(0, without.Audit.Tiers[0].Value);
    }

    [Fact]
    public void OnRandomCasesThePlanKeepsEveryRuleAndIsNeverBetterOnTheFirstTier()
    {
        int worse = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = seed % 3 == 0 ? SmallCases.WithSchemes(new Random(seed)) : SmallCases.Of(new Random(seed));
            (PlacementPlan foreseen, StatedPlan without) = Both(planningCase, demand);

            Assert.True(without.Audit.Findings.Count == 0, $"seed {seed}: {string.Join("; ", without.Audit.Findings)}");
            Assert.True(without.Audit.Tiers[0].Value >= foreseen.Tiers[0].Value, $"seed {seed}");
            worse += without.Audit.Tiers[0].Value > foreseen.Tiers[0].Value ? 1 : 0;
        }

        // Some of them show a difference, or the comparison would mean nothing.
        Assert.InRange(worse, 2, 148);
    }

    [Fact]
    public void OnRandomWorldsThePlanKeepsEveryRule()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var world = RandomWorld.Of(seed);
            (PlacementPlan foreseen, StatedPlan without) = Both(world.Case, world.Demand);

            Assert.True(without.Audit.Findings.Count == 0, $"seed {seed}: {string.Join("; ", without.Audit.Findings)}");
            Assert.True(without.Audit.Tiers[0].Value >= foreseen.Tiers[0].Value, $"seed {seed}");
        }
    }

    private static (PlacementPlan Foreseen, StatedPlan Without) Both(PlanningCase planningCase, DemandPath demand)
    {
        planningCase = planningCase.WithStockOf(demand);
        PlacementPlan foreseen = Planned.By(planningCase, demand);
        return (foreseen, StatedPlan.Of(planningCase, demand, YearByYear.Plan(planningCase, demand, foreseen, cancellation: TestContext.Current.CancellationToken)));
    }
}
