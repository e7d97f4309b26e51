using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>How full provisions are, by provision and year.</summary>
public static class ProvisionUseTable
{
    /// <summary>Use of state-funded special schools.</summary>
    public static ReportTable OfSpecialSchools(PlanningCase planningCase, PlanFigures figures) =>
        Of(planningCase, figures, "special-school-use", "Use of special schools", ProvisionKind.SpecialSchool);

    /// <summary>Use of resourced provisions and SEN units.</summary>
    public static ReportTable OfBases(PlanningCase planningCase, PlanFigures figures) =>
        Of(planningCase, figures, "base-use", "Use of resourced provisions and SEN units", ProvisionKind.ResourcedProvision, ProvisionKind.SenUnit);

    private static ReportTable Of(PlanningCase planningCase, PlanFigures figures, string key, string title, params ProvisionKind[] kinds)
    {
        string[] years = [.. planningCase.Horizon.AllYears.Select(year => year.ToString())];
        ProvisionNames names = new(planningCase);
        return new TableOf<ProvisionYear>(
                key, title, "Imports are other authorities' pupils, who take places. Over-number is pupils and imports above places.")
            .YearWords(row => row.Year)
            .Ids("provision_id", row => row.Provision.Value)
            .Words("provision", "Provision", row => names.Of(row.Provision))
            .Places("places", "Places", row => row.Places)
            .Pupils("imports", "Imports", row => row.Imports)
            .Pupils("pupils", "Pupils", row => row.Pupils)
            .Pupils("over_number", "Over-number", row => row.OverNumber)
            .Places("empty", "Empty", row => row.Empty)
            .Of(
                figures.Provisions.Where(row => kinds.Contains(planningCase.Provision(row.Provision).Kind)).OrderBy(row => row.Year).ThenBy(row => row.Provision),
                new Spread($"{title}, all together", "year", years, [], ["places", "imports", "pupils", "over_number", "empty"]),
                new Spread($"{title}: pupils", "year", years, ["provision"], ["pupils"], Room: SpreadRoom.Terminal),
                new Spread(title, "year", years, ["provision"], ["places", "imports", "pupils", "over_number", "empty"], Room: SpreadRoom.Page));
    }
}
