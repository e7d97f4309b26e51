using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Foresight;

/// <summary>A plan that states what the audit finds it comes to, with the audit of what it states.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Audit">Its audit.</param>
public sealed record StatedPlan(PlacementPlan Plan, PlanAuditReport Audit)
{
    /// <summary>States values and bounds of a plan whose prices were found for another plan of the same case.</summary>
    public static StatedPlan Of(PlanningCase planningCase, DemandPath demand, PlacementPlan plan)
    {
        IReadOnlyList<TierResult> derived = PlanAudit.Check(planningCase, demand, plan).Tiers;
        PlacementPlan stated = plan with { Tiers = derived };
        return new StatedPlan(stated, PlanAudit.Check(planningCase, demand, stated));
    }
}
