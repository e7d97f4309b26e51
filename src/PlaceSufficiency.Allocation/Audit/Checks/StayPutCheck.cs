using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>
/// A placement stands while it fits: pupils go elsewhere only at a phase transfer that reopens it or by a move that the scenario
/// allows, and go without a place only when the one they have no longer fits.
/// </summary>
internal static class StayPutCheck
{
    /// <summary>Placements that were broken.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited) =>
        audited.PathYears.Where(at => at.Leaves && at.StillFits).Select(at => Broken(audited, at)).OfType<Finding>();

    private static Finding? Broken(AuditedPlan audited, PathYear at)
    {
        if (at.Now is null)
        {
            return Finding.Error(
                "placement-dropped", $"{at.Pupils} pupils are left without a place although the one they have still fits.", key: at.ToString(), value: at.Before!.Id.Value);
        }

        return at.Reopens || PlacementRules.IsAllowedMove(audited.Case, at.Before!, at.Year)
            ? null
            : Finding.Error(
                "placement-broken",
                $"{at.Pupils} pupils are moved to '{at.Now.Id}' although the place they have still fits, no transfer reopens it and no move is allowed.",
                key: at.ToString(),
                value: at.Before!.Id.Value);
    }
}
