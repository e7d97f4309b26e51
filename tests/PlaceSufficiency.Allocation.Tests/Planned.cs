using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Tests;

/// <summary>A plan of a small world.</summary>
internal static class Planned
{
    public static PlacementPlan By(PlanningCase planningCase, DemandPath demand) =>
        Allocator.Allocate(planningCase, demand, cancellation: TestContext.Current.CancellationToken);

    public static PlacementPlan By(PlanningCase planningCase, params Stay[] stays) =>
        By(planningCase, Testing.StayBuilder.Path(planningCase.Horizon, stays));
}
