using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Capital schemes: what opens when, and what it adds and costs.</summary>
public static class SchemeTable
{
    /// <summary>The table; a row a scheme, those that open first.</summary>
    public static ReportTable Of(PlanningCase planningCase)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<CapitalScheme>("schemes", "Capital schemes", "Capital is the whole scheme's, also where some of it falls outside the horizon.")
            .Words("scheme_id", "Id", row => row.Id.Value)
            .Words("scheme", "Scheme", row => row.Name)
            .Words("provision", "Provision", row => names.Of(row.Provision))
            .Words("opens", "Opens", row => row.Opens?.ToString() ?? "not opened")
            .Places("added", "Places added by the last year", row => row.PlacesIn(planningCase.Horizon.LastYear))
            .Places("final", "Places in the end", row => row.FinalPlaces)
            .Money("capital", "Capital", row => row.TotalCapital)
            .Of(planningCase.Schemes.OrderBy(scheme => scheme.Opens is null).ThenBy(scheme => scheme.Opens).ThenBy(scheme => scheme.Id));
    }
}
