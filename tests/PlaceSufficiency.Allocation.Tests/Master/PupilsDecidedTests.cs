using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Master;

public sealed class PupilsDecidedTests
{
    [Fact]
    public void EveryPupilOfEveryStayIsOnExactlyOnePath()
    {
        // Three stays; nobody's need is admitted anywhere in the second, so those 4 are explicitly unplaced for 2 years.
        PlanningCase planningCase = TinyWorld.Case().WithProvision(TinyWorld.SpecialSchool, p => p with { Designation = p.Designation with { Needs = NeedSet.Of(PrimaryNeed.ASD) } })
            .WithProvision(TinyWorld.Base, p => p with { Designation = p.Designation with { Needs = NeedSet.Of(PrimaryNeed.ASD) } });
        PlacementPlan plan = Planned.By(planningCase, StayBuilder.Stay(3, 5, 1, 2), StayBuilder.Stay(4, 5, 1, 2, need: PrimaryNeed.HI), StayBuilder.Stay(2, 5, 2, 2));

        Assert.Equal([3, 4, 2], Enumerable.Range(0, 3).Select(stay => plan.Paths.Where(path => path.Stay == stay).Sum(path => path.Pupils)));
        Assert.All(plan.Paths.Where(path => path.Stay == 1), path => Assert.Equal([null, null], path.Provisions));
        Assert.Equal(8, plan.Tiers[0].Value);
    }

    [Fact]
    public void TheRowsReadAsInTheModel()
    {
        PlanningCase planningCase = TinyWorld.Case(1);
        Assert.Equal(
            """
            Minimize
            Obj: +1 path[0,0] +1 path[1,3]
            Subject to
            pupils[0]: +1 path[0,0] +1 path[0,1] +1 path[0,2]  = 3
            pupils[1]: +1 path[1,3] +1 path[1,4]  = 2
            Bounds
            0 <= path[0,0]
            0 <= path[0,1]
            0 <= path[0,2]
            0 <= path[1,3]
            0 <= path[1,4]
            End
            """,
            MasterLp.Of(planningCase, StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(3, 5, 1, 1), StayBuilder.Stay(2, 13, 1, 1)), ObjectiveTier.Unplaced));
    }
}
