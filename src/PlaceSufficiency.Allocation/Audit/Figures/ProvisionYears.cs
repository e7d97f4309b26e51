using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>How full every provision is, year by year, in the case's order; a provision that is not open has neither places nor imports.</summary>
internal static class ProvisionYears
{
    /// <summary>Every provision in the base year and every planned year.</summary>
    internal static IReadOnlyList<ProvisionYear> Of(AuditedPlan audited) =>
        [.. audited.Horizon.AllYears.SelectMany(year => audited.Case.Provisions.Select(provision => Of(audited, provision, year)))];

    private static ProvisionYear Of(AuditedPlan audited, Provision provision, AcademicYear year)
    {
        PlacesOfYear places = audited.Places[provision.Id, year];
        int pupils = audited.Pupils[provision.Id, year];
        int left = places.Places - places.Imports - pupils;
        return new ProvisionYear(provision.Id, year, places.Places, places.Imports, pupils, Math.Max(0, -left), Math.Max(0, left));
    }
}
