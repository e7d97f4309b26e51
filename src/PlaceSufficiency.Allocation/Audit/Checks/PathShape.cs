using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>
/// Every path is well formed and every pupil is on exactly one: a path names a stay and provisions that exist and states every
/// planned year of the stay; the pupils of a stay's paths add up to the pupils of the stay.
/// </summary>
internal sealed class PathShape(PlanningCase planningCase, DemandPath demand, DemandShape demandShape)
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
        ProvisionId? unknown = path.Provisions.FirstOrDefault(id => id is { } provision && !planningCase.HasProvision(provision));
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
        Dictionary<int, int> covered = [];
        foreach (PupilPath path in plan.Paths)
        {
            covered[path.Stay] = covered.GetValueOrDefault(path.Stay) + path.Pupils;
        }

        return demand.Stays
            .Where(stay => demandShape.IsSound(stay) && PlannedYears(stay) > 0 && covered.GetValueOrDefault(stay.Number) != stay.Pupils)
            .Select(stay => Finding.Error(
                "stay-not-covered", $"It has {stay.Pupils} pupils; its paths have {covered.GetValueOrDefault(stay.Number)}.", key: $"stay {stay.Number}"));
    }

    private int PlannedYears(Stay stay) => PlacementRules.PlannedYearsOf(planningCase.Horizon, stay).Count();

    private static Finding Fault(PupilPath path, string code, string message) => Finding.Error(code, message, key: $"stay {path.Stay}");
}
