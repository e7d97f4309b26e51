using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tests.Pricing;

public sealed class GapTests
{
    /// <summary>A gap saves nothing in a case of a few pupils, which is planned and proven as without one.</summary>
    [Fact]
    public void ASmallCaseIsProvenWhateverGapWouldDo()
    {
        Random random = new(7);
        for (int i = 0; i < 20; i++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.Of(random);

            Domain.Plans.PlacementPlan within = Allocator.Allocate(planningCase, demand, gap: 0.5, cancellation: TestContext.Current.CancellationToken);

            Assert.Equal(Planned.By(planningCase, demand).Tiers.Select(tier => (tier.Value, tier.Bound)), within.Tiers.Select(tier => (tier.Value, tier.Bound)));
        }
    }
}
