using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Master;

public sealed class TiersHeldTests
{
    [Fact]
    public void CheaperIsNeverBoughtWithAPupilUnplaced()
    {
        // Southern pupils near the base (6,000 a year and no journey) and a northern one 10 km away. Two places in the base, one in the
        // special school (12,000, and 1,200 for 10 km). All are placed although leaving one unplaced would be cheaper.
        PlanningCase planningCase = TinyWorld.Case(1).WithPlaces(TinyWorld.Base, 2).WithPlaces(TinyWorld.SpecialSchool, 1);
        PlacementPlan plan = Planned.By(planningCase, StayBuilder.Stay(2, 5, 1, 1, area: TinyWorld.South), StayBuilder.Stay(1, 5, 1, 1, area: TinyWorld.North));

        Assert.Equal([0L, 0L, 2_400_000L], plan.Tiers.Select(tier => tier.Value));
        Assert.All(plan.Tiers, tier => Assert.Equal(0, tier.Gap, 9));
    }

    [Fact]
    public void AHeldTierHasAPrice()
    {
        // Three pupils for two places: one is unplaced. One more unplaced pupil-year would save the dearest placement held: the base has
        // a place at 6,000 for southern pupils, the special school one at 13,200 for a southern pupil.
        PlanningCase planningCase = TinyWorld.Case(1).WithPlaces(TinyWorld.Base, 1).WithPlaces(TinyWorld.SpecialSchool, 1);
        PlacementPlan plan = Planned.By(planningCase, StayBuilder.Stay(3, 5, 1, 1, area: TinyWorld.South));

        Assert.Equal([1L, 0L, 1_920_000L], plan.Tiers.Select(tier => tier.Value));
        Assert.Equal(0, plan.Tiers[2].Gap, 9);
        Assert.InRange(plan.Tiers[2].Prices.HeldTiers[ObjectiveTier.Unplaced], 1_320_000 - 1e-6, double.MaxValue);
    }

    [Fact]
    public void TheRowsReadAsInTheModel()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPlaces(TinyWorld.Base, 1).WithPlaces(TinyWorld.SpecialSchool, 1)
            .WithProvision(TinyWorld.Base, provision => provision with { OverNumberCeiling = 1 });
        Assert.Equal(
            """
            Minimize
            Obj: +24000 over[riverside_base,2021_22] +7200 path[0,1] +12000 path[0,2]
            Subject to
            places[hilltop_special,2021_22]: +1 path[0,2]  <= 1
            places[riverside_base,2021_22]: -1 over[riverside_base,2021_22] +1 path[0,1]  <= 1
            held[Unplaced]: +1 path[0,0]  <= 1
            held[OverNumber]: +1 over[riverside_base,2021_22]  <= 1e-06
            pupils[0]: +1 path[0,0] +1 path[0,1] +1 path[0,2]  = 3
            Bounds
            0 <= over[riverside_base,2021_22] <= 1
            0 <= path[0,0]
            0 <= path[0,1]
            0 <= path[0,2]
            End
            """,
            MasterLp.Of(planningCase, StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(3, 5, 1, 1)), ObjectiveTier.Cost, (ObjectiveTier.Unplaced, 1), (ObjectiveTier.OverNumber, 0)));
    }
}
