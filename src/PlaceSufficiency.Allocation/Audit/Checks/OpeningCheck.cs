using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>Nobody is placed in a provision in a year in which it is not open.</summary>
internal static class OpeningCheck
{
    /// <summary>Placements in provisions that are not open.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited) =>
        audited.PathYears.Where(at => at.Now is not null && !at.Now.IsOpenIn(at.Year)).Select(at => Finding.Error(
            "not-open", $"{at.Pupils} pupils are placed in a provision that is not open in {at.Year}.", key: at.ToString(), value: at.Now!.Id.Value));
}
