using PlaceSufficiency.Allocation.Audit.Bounds;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>The plan opens candidates of the case, each within its window and after its prerequisites; exclusions, groups and capital budgets hold.</summary>
internal static class SchemeCheck
{
    /// <summary>Openings that are not allowed.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited) =>
    [
        .. audited.Plan.Openings.Where(opening => !audited.Openings.ContainsKey(opening.Key)).Select(opening =>
            Finding.Error("opens-no-candidate", "The plan opens a scheme that the case does not leave to it.", key: opening.Key.Value, value: $"{opening.Value}")),
        .. new OpeningRules(audited.Undecided).BrokenBy(audited.Openings, new HashSet<SchemeId>()).Select(broken =>
            Finding.Error(broken.Code, broken.Message, key: broken.Key)),
    ];
}
