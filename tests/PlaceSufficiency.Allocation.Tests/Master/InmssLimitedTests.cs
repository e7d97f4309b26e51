using System.Collections.Immutable;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Master;

public sealed class InmssLimitedTests
{
    [Fact]
    public void NobodyIsPlacedBeyondTheLimit()
    {
        // 8 pupils called to the special level, 10 places in the only school for it, which is INMSS with a limit of 5: 3 unplaced.
        PlacementPlan plan = Planned.By(Limited(5), StayBuilder.Stay(8, 5, 1, 1, level: ProvisionLevel.Special));

        Assert.Equal(3, plan.Tiers[0].Value);
        Assert.Equal(0, plan.Tiers[0].Gap);
        Assert.Equal(1, plan.Tiers[0].Prices.InmssLimit[TinyWorld.BaseYear.Next], 9);
    }

    [Fact]
    public void ThoseWhoStandThereCountAndStay()
    {
        // 7 stand in INMSS although the limit is 5: they stay, and nobody joins them.
        PlacementPlan plan = Planned.By(
            Limited(5),
            StayBuilder.Stay(7, 5, 0, 1, TinyWorld.SpecialSchool, level: ProvisionLevel.Special),
            StayBuilder.Stay(2, 5, 1, 1, level: ProvisionLevel.Special));

        Assert.Equal(2, plan.Tiers[0].Value);
        Assert.Equal(7, plan.Paths.Where(path => path.Provisions[0] == TinyWorld.SpecialSchool).Sum(path => path.Pupils));
    }

    [Fact]
    public void TheRowsReadAsInTheModel()
    {
        PlanningCase planningCase = Limited(5);
        Assert.Equal(
            """
            Minimize
            Obj: +1 path[0,0]
            Subject to
            inmss_limit[2021_22]: +1 path[0,1]  <= 5
            pupils[0]: +1 path[0,0] +1 path[0,1] +1 path[0,2]  = 8
            Bounds
            0 <= path[0,0]
            0 <= path[0,1]
            0 <= path[0,2]
            End
            """,
            MasterLp.Of(planningCase, StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(8, 5, 1, 1)), ObjectiveTier.Unplaced));
    }

    private static PlanningCase Limited(int pupils) => TinyWorld.Case(1).WithProvision(TinyWorld.SpecialSchool, school => school with { Kind = ProvisionKind.Inmss }) with
    {
        Limits = new PlanLimits(ImmutableSortedDictionary<AcademicYear, int>.Empty.Add(TinyWorld.BaseYear.Next, pupils)),
    };
}
