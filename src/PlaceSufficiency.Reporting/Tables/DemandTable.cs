using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Pupils with a plan, who joined and who left, and how many have a suitable place, by year.</summary>
public static class DemandTable
{
    /// <summary>The table; a row a year.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures)
    {
        string[] years = [.. planningCase.Horizon.AllYears.Select(year => year.ToString())];
        return new TableOf<YearFigures>("demand", "Demand", "Stock is last year's stock with joiners added and leavers taken away. The base year is observed.")
            .YearWords(row => row.Year)
            .Pupils("stock", "Stock", row => row.Stock)
            .Pupils("joiners", "Joiners", row => row.Joiners)
            .Pupils("leavers", "Leavers", row => row.Leavers)
            .Pupils("placed", "With a suitable place", row => row.Placed)
            .Pupils("unplaced", "With none", row => row.Unplaced)
            .Pupils("over_number", "Over-number", row => row.OverNumber)
            .Of(figures.Years, new Spread("Pupils with a plan", "year", years, [], ["stock", "joiners", "leavers", "placed", "unplaced", "over_number"]));
    }
}
