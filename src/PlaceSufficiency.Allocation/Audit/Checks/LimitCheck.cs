using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>Limits that may not give are kept: places of year groups, and the share of pupils whom a review may move. What the others give by is in a tier or priced.</summary>
internal static class LimitCheck
{
    /// <summary>Limits that are broken.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited) =>
        from limit in audited.Limits.All
        where !limit.MayGive && limit.Used > limit.Most + 1e-6
        select Finding.Error("limit-exceeded", FormattableString.Invariant($"The plan goes {limit.Gives} beyond this limit, which does not give."), key: limit.Key.ToString());
}
