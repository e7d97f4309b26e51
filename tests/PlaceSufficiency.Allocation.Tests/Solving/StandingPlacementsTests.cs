using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Solving;

public sealed class StandingPlacementsTests
{
    [Fact]
    public void APlacementStandsAlthoughAnotherWouldBeCheaper()
    {
        // The base costs 6,000 and is at their door; they stand in the special school at 12,000 and 10 km, in Year 5, and stay.
        PlacementPlan plan = Planned.By(TinyWorld.Case(1), StayBuilder.Stay(1, 5, 0, 1, TinyWorld.SpecialSchool, TinyWorld.South));

        Assert.Equal(TinyWorld.SpecialSchool, Assert.Single(plan.Paths).Provisions[0]);
    }

    [Fact]
    public void APhaseTransferReopensIt()
    {
        // From Year 11 to 12 the special school still admits them, and the base, extended to Year 12, is cheaper.
        PlanningCase planningCase = TinyWorld.Case(1).WithProvision(TinyWorld.Base, p => p with { Designation = p.Designation with { To = Domain.Pupils.YearGroup.Of(12) } });
        PlacementPlan plan = Planned.By(planningCase, StayBuilder.Stay(1, 11, 0, 1, TinyWorld.SpecialSchool, TinyWorld.South));

        Assert.Equal(TinyWorld.Base, Assert.Single(plan.Paths).Provisions[0]);
    }

    [Fact]
    public void AnAllThroughSchoolKeepsItsPupilsIntoYear7()
    {
        PlacementPlan plan = Planned.By(TinyWorld.Case(1), StayBuilder.Stay(1, 6, 0, 1, TinyWorld.SpecialSchool, TinyWorld.South));

        Assert.Equal(TinyWorld.SpecialSchool, Assert.Single(plan.Paths).Provisions[0]);
    }

    [Fact]
    public void AnAllowedMoveIsMadeWhenItSavesMoreThanItsPrice()
    {
        // Moving saves 12,000 + 1,200 - 6,000 = 7,200 a year, over two years 14,400; the move is free in the first world.
        PlanningCase planningCase = TinyWorld.Case() with { Moves = [new MoveRule(ProvisionKind.SpecialSchool, TinyWorld.BaseYear.PlusYears(1))] };
        PlacementPlan plan = Planned.By(planningCase, StayBuilder.Stay(1, 5, 0, 2, TinyWorld.SpecialSchool, TinyWorld.South));

        Assert.Equal([TinyWorld.Base, TinyWorld.Base], Assert.Single(plan.Paths).Provisions);
    }

    [Fact]
    public void APlaceIsKeptFreeForThoseWhoWouldHaveNoneForLonger()
    {
        // One place. A pupil joins in the first year for four years; had another taken it in the first year for good, who joins then and
        // stays four years too, one of them is without a place for four years. But a pupil with one year left who joins first
        // leaves it free for the next: 1 + 3 years placed, nobody turned away in the second year.
        PlanningCase planningCase = TinyWorld.Case(4).WithPlaces(TinyWorld.Base, 0).WithPlaces(TinyWorld.SpecialSchool, 1);
        PlacementPlan plan = Planned.By(
            planningCase,
            StayBuilder.Stay(1, 7, 1, 4, level: ProvisionLevel.Special),
            StayBuilder.Stay(1, 7, 1, 1, level: ProvisionLevel.Special),
            StayBuilder.Stay(1, 7, 2, 4, level: ProvisionLevel.Special));

        // 8 pupil-years want the place and it has 4: 4 pupil-years are unplaced at best, and all four years of the place are used.
        Assert.Equal(4, plan.Tiers[0].Value);
        Assert.Equal(0, plan.Tiers[0].Gap);
    }
}
