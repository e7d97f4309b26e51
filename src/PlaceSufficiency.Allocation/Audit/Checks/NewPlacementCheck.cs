using NodaTime;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>Nobody starts at a provision that admits nobody new, or beyond the travel ceiling of their phase; placements made before stand.</summary>
internal static class NewPlacementCheck
{
    /// <summary>New placements that may not be made.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited) => audited.PathYears.Where(at => at.IsNew).SelectMany(at => Broken(audited, at));

    private static IEnumerable<Finding> Broken(AuditedPlan audited, PathYear at)
    {
        if (at.Year >= at.Now!.NoNewPlacementsFrom)
        {
            yield return Fault(at, "no-new-placements", $"start where nobody new is placed from {at.Now.NoNewPlacementsFrom}");
        }

        Duration journey = audited.Case.JourneyTo(at.Now, at.Stay.Area).Time;
        Duration ceiling = audited.Case.Travel.Ceiling[at.Stay.YearGroupIn(at.Year).Phase];
        if (journey > ceiling)
        {
            yield return Fault(at, "beyond-travel-ceiling", $"start {journey.TotalMinutes:0.0} minutes from home; the ceiling is {ceiling.TotalMinutes:0.0}");
        }
    }

    private static Finding Fault(PathYear at, string code, string what) =>
        Finding.Error(code, $"{at.Pupils} pupils {what}.", key: at.ToString(), value: at.Now!.Id.Value);
}
