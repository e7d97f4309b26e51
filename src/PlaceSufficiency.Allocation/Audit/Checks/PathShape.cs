using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>
/// Every path is well formed and every pupil is on exactly one: a path names a stay and provisions that exist and states every
/// planned year of the stay; the pupils of a stay's paths add up to the pupils of the stay.
/// </summary>
internal sealed class PathShape(CaseIndex index, DemandPath demand, DemandShape demandShape)
{
    /// <summary>Whether the path can be followed.</summary>
    internal bool IsSound(PupilPath path) => FaultOf(path) is null && demandShape.IsSound(demand.Stays[path.Stay]);

    /// <summary>Faults of the paths in the plan's order, then the stays whose pupils do not add up.</summary>
    internal IEnumerable<Finding> FindingsOf(PlacementPlan plan) =>
        plan.Paths.Select(FaultOf).OfType<Finding>().Concat(Uncovered(plan));

    private Finding? FaultOf(PupilPath path)
    {
        if (path.Stay < 0 || path.Stay >= demand.Stays.Count)
        {
            return Fault(path, "unknown-stay", $"The demand has no such stay; it has {demand.Stays.Count}.");
        }

        if (!demandShape.IsSound(demand.Stays[path.Stay]))
        {
            return null;
        }

        int years = PlannedYears(demand.Stays[path.Stay]);
        ProvisionId? unknown = UnknownOn(path);
        return path switch
        {
            { Pupils: < 1 } => Fault(path, "path-pupils", $"A path has {path.Pupils} pupils; a path has at least 1."),
            _ when path.Provisions.Count != years => Fault(path, "path-length", $"A path states {path.Provisions.Count} years; the stay has {years} planned years."),
            _ when unknown is not null => Fault(path, "unknown-provision", $"A path names provision '{unknown}', which is not in the case."),
            _ => null,
        };
    }

    private IEnumerable<Finding> Uncovered(PlacementPlan plan)
    {
        int[] covered = new int[demand.Stays.Count];
        foreach (PupilPath path in plan.Paths)
        {
            if (path.Stay >= 0 && path.Stay < covered.Length)
            {
                covered[path.Stay] += path.Pupils;
            }
        }

        return demand.Stays
            .Where(stay => demandShape.IsSound(stay) && PlannedYears(stay) > 0 && covered[stay.Number] != stay.Pupils)
            .Select(stay => Finding.Error(
                "stay-not-covered", $"It has {stay.Pupils} pupils; its paths have {covered[stay.Number]}.", key: $"stay {stay.Number}"));
    }

    private ProvisionId? UnknownOn(PupilPath path)
    {
        foreach (ProvisionId? id in path.Provisions)
        {
            if (id is { } provision && !index.Has(provision))
            {
                return id;
            }
        }

        return null;
    }

    private int PlannedYears(Stay stay) =>
        Math.Min(index.Years - 1, index.Of(stay.LastYear)) - Math.Max(0, index.Of(stay.FirstYear)) + 1;

    private static Finding Fault(PupilPath path, string code, string message) => Finding.Error(code, message, key: $"stay {path.Stay}");
}
