using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Solving;

public sealed class SmallCasesTests
{
    [Fact]
    public void EveryTierIsAtItsBestOnCasesSmallEnoughToEnumerate()
    {
        int proven = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.Of(new Random(seed));
            long[] best = BruteForce.Best(planningCase, demand);
            PlacementPlan plan = Planned.By(planningCase, demand);
            string values = $"seed {seed}: {string.Join(' ', plan.Tiers.Select(tier => (tier.Tier, tier.Bound)))} {string.Join(' ', plan.Tiers.Select(tier => tier.Value))} against {string.Join(' ', best)}";

            Assert.True(best.SequenceEqual(plan.Tiers.Select(tier => tier.Value)), values);
            Assert.All(plan.Tiers, tier => Assert.True(tier.Bound <= tier.Value + 1e-6, values));
            proven += plan.Tiers.All(tier => tier.Gap < 1e-6) ? 1 : 0;
        }

        // Enough of them are proven for the bound to mean something.
        Assert.InRange(proven, 380, 400);
    }

    [Fact]
    public void MorePlacesNeverLeaveMorePupilsUnplaced()
    {
        for (int seed = 1000; seed < 1100; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.Of(new Random(seed));
            PlanningCase more = planningCase with { Places = planningCase.Places.With(TinyWorld.SpecialSchool, planningCase.Horizon.PlannedYears, (_, places) => places + 1) };

            Assert.True(Planned.By(more, demand).Tiers[0].Value <= Planned.By(planningCase, demand).Tiers[0].Value, $"seed {seed}");
        }
    }

    [Fact]
    public void TheSameCaseGivesTheSamePlan()
    {
        (PlanningCase planningCase, DemandPath demand) = SmallCases.Of(new Random(7));
        string Text() => string.Join('\n', Planned.By(planningCase, demand).Paths.Select(path => $"{path.Stay} {path.Pupils} {string.Join(',', path.Provisions)}"));

        Assert.Equal(Text(), Text());
    }
}
