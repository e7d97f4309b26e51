using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Pupils by kind of provision and year, the unplaced among them.</summary>
public static class KindTable
{
    /// <summary>The table; a row a year and kind in use, and one for the unplaced.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures)
    {
        string[] years = [.. planningCase.Horizon.AllYears.Select(year => year.ToString())];
        return new TableOf<Row>("pupils-by-kind", "Pupils by kind of provision")
            .YearWords(row => row.Year)
            .KindWords(row => row.Kind)
            .Pupils("pupils", "Pupils", row => row.Pupils)
            .Of(
                Rows(planningCase, figures),
                new Spread("Pupils by kind of provision", "year", years, ["kind"], ["pupils"], HasTotal: true));
    }

    /// <summary>Pupils by year and kind, in the order of years and kinds, the unplaced last.</summary>
    internal static IEnumerable<Row> Rows(PlanningCase planningCase, PlanFigures figures) => figures.Placements
        .GroupBy(fact => (fact.Year, Kind: fact.Provision is { } id ? planningCase.Provision(id).Kind : (ProvisionKind?)null))
        .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Kind is null).ThenBy(group => group.Key.Kind)
        .Select(group => new Row(group.Key.Year, group.Key.Kind, group.Sum(fact => fact.Pupils)));

    /// <summary>Pupils of one year in one kind; null is unplaced.</summary>
    internal sealed record Row(AcademicYear Year, ProvisionKind? Kind, int Pupils);
}
