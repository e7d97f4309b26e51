using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Capital schemes: what opens when, who decided it, and what it adds and costs.</summary>
public static class SchemeTable
{
    /// <summary>The table; a row a scheme that opens, the first to open first, then candidates that the plan leaves shut.</summary>
    public static ReportTable Of(PlanningCase planningCase)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<CapitalScheme>("schemes", "Capital schemes", "Capital is the whole scheme's, also where some of it falls outside the horizon. Candidates that the plan does not open come last, without places and capital.")
            .Ids("scheme_id", row => row.Id.Value)
            .Words("scheme", "Scheme", row => row.Name)
            .Words("provision", "Provision", row => names.Of(row.Provision))
            .Words("opens", "Opens", row => row.Opens?.ToString() ?? "not opened")
            .Words("decided_by", "Decided by", row => row.DecidedWithin is null ? "scenario" : "plan")
            .Places("added", "By the last year", row => row.PlacesIn(planningCase.Horizon.LastYear))
            .Places("final", "In the end", row => row.Opens is null ? 0 : row.FinalPlaces)
            .Money("capital", "Capital", row => row.Opens is null ? Pounds.Zero : row.TotalCapital)
            .Of(planningCase.Schemes.Where(scheme => scheme.Opens is not null || scheme.DecidedWithin is not null)
                .OrderBy(scheme => scheme.Opens is null).ThenBy(scheme => scheme.Opens).ThenBy(scheme => scheme.Id));
    }
}
