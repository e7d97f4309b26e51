using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Balance of specialist places by phase, need group and year.</summary>
public static class BalanceTable
{
    /// <summary>What its words mean.</summary>
    internal const string Note =
        "Specialist places are resourced provisions, units and special schools. Demand is pupils whose plan calls for one; those in INMSS or elsewhere count as demand without one. Balance is the places that this demand fills or could fill, minus demand: below 0 is a shortage. Places filled by pupils of a lower level are not counted in it.";

    /// <summary>The table; a row a year, phase and need group.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures)
    {
        string[] years = [.. planningCase.Horizon.AllYears.Select(year => year.ToString())];
        string[] groups = [.. planningCase.NeedGroups.Select(group => group.Name)];
        string[] down = ["phase", "need_group"];
        return new TableOf<SufficiencyBalance>(
                "balance",
                "Balance of specialist places by phase and need group",
                Note)
            .YearWords(row => row.Year)
            .PhaseWords(row => row.Phase)
            .Ranked("need_group", "Need group", row => new TextCell(row.NeedGroup, Array.IndexOf(groups, row.NeedGroup)))
            .Pupils("demand", "Demand", row => row.Demand)
            .Pupils("placed", "In specialist places", row => row.Placed)
            .Pupils("inmss", "In INMSS", row => row.Inmss)
            .Pupils("elsewhere", "Elsewhere", row => row.Elsewhere)
            .Pupils("unplaced", "Unplaced", row => row.Unplaced)
            .Pupils("lower_level", "Lower level, in specialist places", row => row.LowerLevel)
            .Places("empty", "Empty", row => row.Empty)
            .Places("places", "Places", row => row.Places)
            .Places("balance", "Balance", row => row.Balance)
            .Of(
                figures.Balances.OrderBy(row => row.Year).ThenBy(row => row.Phase).ThenBy(row => Array.IndexOf(groups, row.NeedGroup)),
                new Spread("Balance of specialist places: below 0 is a shortage", "year", years, down, ["balance"], HasTotal: true),
                new Spread("Demand for specialist places", "year", years, down, ["demand"], HasTotal: true, Room: SpreadRoom.Page),
                new Spread("Specialist places", "year", years, down, ["places"], HasTotal: true, Room: SpreadRoom.Page));
    }
}
