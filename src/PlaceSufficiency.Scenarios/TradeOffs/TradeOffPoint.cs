using System.Collections.Immutable;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.TradeOffs;

/// <summary>A point of a curve: the plan at one value of the limit, as the audit derives it.</summary>
/// <param name="Limit">The limit, pounds or pupils.</param>
/// <param name="PlanOf">Limit of the point that the plan was made for; another's where that plan serves this point too.</param>
/// <param name="Used">What the plan takes of the limit; above it where the limit gives.</param>
/// <param name="Unplaced">Pupil-years without a suitable place.</param>
/// <param name="Tiers">Value, bound and gap of each tier, for this point's limit.</param>
/// <param name="Held">What each tier is held at while later ones are minimised.</param>
/// <param name="Openings">The candidates that the plan opens, and when.</param>
public sealed record TradeOffPoint(
    decimal Limit,
    decimal PlanOf,
    decimal Used,
    int Unplaced,
    IReadOnlyList<TierResult> Tiers,
    IReadOnlyList<long> Held,
    ImmutableSortedDictionary<SchemeId, AcademicYear> Openings)
{
    /// <summary>The point of an audited plan.</summary>
    /// <param name="limit">What the curve is along.</param>
    /// <param name="at">The limit.</param>
    /// <param name="planOf">Limit of the point that the plan was made for.</param>
    /// <param name="planningCase">The case at this point.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="audit">What the audit derived for this point's case.</param>
    public static TradeOffPoint Of(TradeOffLimit limit, decimal at, decimal planOf, PlanningCase planningCase, PlacementPlan plan, PlanAuditReport audit) => new(
        at,
        planOf,
        limit.UsedBy(planningCase.WithOpenings(plan.Openings), audit.Figures),
        audit.Figures.Years.Where(year => planningCase.Horizon.IsPlanned(year.Year)).Sum(year => year.Unplaced),
        audit.Tiers,
        [.. audit.Tiers.Select(tier => planningCase.HeldAt(tier.Tier, tier.Best))],
        plan.Openings);
}
