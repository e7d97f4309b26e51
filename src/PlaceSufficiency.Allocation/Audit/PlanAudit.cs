using PlaceSufficiency.Allocation.Audit.Checks;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Figures;
using PlaceSufficiency.Allocation.Audit.Tiers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Audit;

/// <summary>
/// Re-checks a plan by code that never saw the solver: every rule, every tier's value and bound, every figure that a report shows.
/// </summary>
public static class PlanAudit
{
    /// <summary>
    /// Checks a plan against the case and the demand it was made for. Does not throw for a broken plan: every finding is reported,
    /// at most 20 of each rule and a count of the rest, and the figures are those of the stays and paths that can be followed.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The case itself is not complete: a price is stated for some years only, for example.</exception>
    public static PlanAuditReport Check(PlanningCase planningCase, DemandPath demand, PlacementPlan plan)
    {
        AuditedPlan audited = new(planningCase, demand, plan);
        TierAudit tiers = new(audited);
        PlanFigures figures = FiguresOf(audited);
        Finding[] shape = [.. Shape(audited)];
        Finding[] rules = [.. shape, .. Rules(audited)];
        return new PlanAuditReport(
            FindingCap.Of(
            [
                .. rules,
                .. tiers.Findings,
                .. shape.Length == 0 ? ReconciliationCheck.Of(audited, figures, tiers.Values) : [],
                .. rules.Length == 0 ? tiers.BelowBound : [],
            ]),
            figures,
            tiers.Results);
    }

    private static IEnumerable<Finding> Shape(AuditedPlan audited) => [.. audited.DemandShape.Findings, .. audited.PathShape.FindingsOf(audited.Plan)];

    private static IEnumerable<Finding> Rules(AuditedPlan audited) =>
    [
        .. StockCheck.Of(audited),
        .. SchemeCheck.Of(audited),
        .. OpeningCheck.Of(audited),
        .. DesignationCheck.Of(audited),
        .. NewPlacementCheck.Of(audited),
        .. StayPutCheck.Of(audited),
        .. PlacesCheck.Of(audited),
        .. InmssLimitCheck.Of(audited),
        .. LimitCheck.Of(audited),
    ];

    private static PlanFigures FiguresOf(AuditedPlan audited)
    {
        PlacementFacts facts = new(audited);
        PupilMoney money = PupilMoney.Of(audited);
        return new PlanFigures(
            facts, ProvisionYears.Of(audited), BudgetAmounts.Of(audited, money), Balances.Of(audited, facts), new YearLines(audited, facts, money).All)
        {
            Limits = LimitFigures.Of(audited),
        };
    }
}
