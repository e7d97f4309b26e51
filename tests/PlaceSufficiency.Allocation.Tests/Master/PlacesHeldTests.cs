using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Master;

public sealed class PlacesHeldTests
{
    [Fact]
    public void PupilsBeyondThePlacesAreUnplaced()
    {
        // One planned year; 10 places in each of two provisions, both admit the resourced level: 23 joiners leave 3 without a place.
        PlanningCase planningCase = TinyWorld.Case(1);
        PlacementPlan plan = Planned.By(planningCase, StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(23, 5, 1, 1)));

        Assert.Equal(3, plan.Tiers[0].Value);
        Assert.Equal(0, plan.Tiers[0].Gap);
        Assert.Equal(3, plan.Paths.Where(path => path.Provisions[0] is null).Sum(path => path.Pupils));
        Assert.Equal(10, plan.Paths.Where(path => path.Provisions[0] == TinyWorld.Base).Sum(path => path.Pupils));
    }

    [Fact]
    public void AFullSchoolTakesPupilsUpToItsCeilingBeforeAnyoneIsUnplaced()
    {
        // 10% of 10 places is one pupil above places in the special school: 23 joiners leave 2, and one is over number.
        PlanningCase planningCase = TinyWorld.Case(1).WithProvision(TinyWorld.SpecialSchool, school => school with { OverNumberCeiling = 0.1m });
        PlacementPlan plan = Planned.By(planningCase, StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(23, 5, 1, 1)));

        Assert.Equal([2L, 1L], plan.Tiers.Take(2).Select(tier => tier.Value));
    }

    [Fact]
    public void PupilsWhoStandInASchoolThatShrinksAreNotSentAway()
    {
        // 10 stand in the special school, which then has 4 places: they stay, 6 over number, and no joiner gets in.
        PlanningCase planningCase = TinyWorld.Case(1);
        planningCase = planningCase with { Places = planningCase.Places.With(TinyWorld.SpecialSchool, planningCase.Horizon.PlannedYears, (_, _) => 4) };
        DemandPath demand = StayBuilder.Path(
            planningCase.Horizon,
            StayBuilder.Stay(10, 5, 0, 1, TinyWorld.SpecialSchool, level: Domain.Provisions.ProvisionLevel.Special),
            StayBuilder.Stay(1, 5, 1, 1, level: Domain.Provisions.ProvisionLevel.Special));
        PlacementPlan plan = Planned.By(planningCase, demand);

        Assert.Equal([1L, 6L], plan.Tiers.Take(2).Select(tier => tier.Value));
    }

    [Fact]
    public void TheRowsReadAsInTheModel()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPlaces(TinyWorld.Base, 2).WithPlaces(TinyWorld.SpecialSchool, 20)
            .WithProvision(TinyWorld.Base, provision => provision with { OverNumberCeiling = 0.5m });
        Assert.Equal(
            """
            Minimize
            Obj: +1 over[riverside_base,2021_22]
            Subject to
            places[riverside_base,2021_22]: -1 over[riverside_base,2021_22] +1 path[0,2]  <= 2
            held[Unplaced]: +1 path[0,0]  <= 1e-06
            pupils[0]: +1 path[0,0] +1 path[0,1] +1 path[0,2]  = 5
            Bounds
            0 <= over[riverside_base,2021_22] <= 1
            0 <= path[0,0]
            0 <= path[0,1]
            0 <= path[0,2]
            End
            """,
            MasterLp.Of(planningCase, StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(5, 5, 1, 1)), ObjectiveTier.OverNumber, (ObjectiveTier.Unplaced, 0)));
    }
}
