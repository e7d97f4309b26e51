using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Demand for specialist places and the places, for every choice of phase and need group, all of them included.</summary>
public static class DemandPlacesTable
{
    private const string All = "all";

    /// <summary>The table as people read it: two lines a choice, years across; choices without demand or places are left out.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures)
    {
        string[] years = [.. planningCase.Horizon.AllYears.Select(year => year.ToString())];
        Phase?[] phases = [null, .. Enum.GetValues<Phase>().Cast<Phase?>()];
        string?[] groups = planningCase.NeedGroups.Length > 1 ? [null, .. planningCase.NeedGroups.Select(group => group.Name)] : [null];
        IEnumerable<IReadOnlyList<Cell>> rows =
            from phase in phases
            from @group in groups
            let chosen = figures.Balances.Where(row => (phase is null || row.Phase == phase) && (@group is null || row.NeedGroup == @group)).ToLookup(row => row.Year)
            where chosen.Any(year => year.Any(row => row.Demand > 0 || row.Places > 0))
            from line in (IEnumerable<(string Name, Func<SufficiencyBalance, int> Value)>)[("demand", row => row.Demand), ("places", row => row.Places)]
            select (IReadOnlyList<Cell>)
            [
                new TextCell(phase is { } known ? FieldWords.Of(known) : All), new TextCell(@group ?? All), new TextCell(line.Name),
                .. planningCase.Horizon.AllYears.Select(year => new CountCell(chosen[year].Sum(line.Value))),
            ];
        return new ReportTable(
            "demand-places", "Demand for specialist places, and places", BalanceTable.Note,
            [
                new Column("phase", "Phase", Unit.None), new Column("need_group", "Need group", Unit.None), new Column("line", "Line", Unit.None),
                .. years.Select(year => new Column(year, year, Unit.AsStated)),
            ],
            [.. rows],
            []);
    }
}
