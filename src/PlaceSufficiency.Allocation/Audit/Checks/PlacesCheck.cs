using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>
/// An open provision holds no more of the authority's pupils than its resident places and what it may take above them. Places come
/// only from the places table and from schemes that are open; pupils of the base year whose placement stands are never too many.
/// </summary>
internal static class PlacesCheck
{
    /// <summary>Provisions and years with too many pupils.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited) =>
        from provision in audited.Case.Provisions
        from year in audited.Horizon.PlannedYears
        where provision.IsOpenIn(year) && audited.Pupils[provision.Id, year] > audited.Places[provision.Id, year].Most
        select Fault(audited, provision, year);

    private static Finding Fault(AuditedPlan audited, Provision provision, AcademicYear year)
    {
        PlacesOfYear places = audited.Places[provision.Id, year];
        return Finding.Error(
            "places-exceeded",
            $"{audited.Pupils[provision.Id, year]} pupils where at most {places.Most} may be: {places.Places - places.FromSchemes} places, "
                + $"{places.FromSchemes} from schemes, less {places.Imports} imports, and {places.OverNumberMost} above places.",
            key: $"{provision.Id}, {year}");
    }
}
