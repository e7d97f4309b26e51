using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Capital schemes: what opens when, and what it adds and costs.</summary>
public static class SchemeTable
{
    /// <summary>The table; a row a scheme that opens, the first to open first.</summary>
    public static ReportTable Of(PlanningCase planningCase)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<CapitalScheme>("schemes", "Capital schemes that open", "Capital is the whole scheme's, also where some of it falls outside the horizon.")
            .Ids("scheme_id", row => row.Id.Value)
            .Words("scheme", "Scheme", row => row.Name)
            .Words("provision", "Provision", row => names.Of(row.Provision))
            .Words("opens", "Opens", row => row.Opens?.ToString() ?? string.Empty)
            .Places("added", "By the last year", row => row.PlacesIn(planningCase.Horizon.LastYear))
            .Places("final", "In the end", row => row.FinalPlaces)
            .Money("capital", "Capital", row => row.TotalCapital)
            .Of(planningCase.Schemes.Where(scheme => scheme.Opens is not null).OrderBy(scheme => scheme.Opens).ThenBy(scheme => scheme.Id));
    }
}
