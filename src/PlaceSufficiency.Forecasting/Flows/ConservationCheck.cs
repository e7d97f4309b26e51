using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Flows;

/// <summary>
/// Checks that pupils neither appear nor vanish: the base year is the case's stock, and in every cell and year the stock, less
/// leavers and changes of level out, plus joiners and changes of level in, is the next year's stock of the cell a year older.
/// </summary>
public static class ConservationCheck
{
    /// <summary>One error a cell and year that does not balance; none when all do.</summary>
    public static IReadOnlyList<Finding> Of(PlanningCase planningCase, DemandFlows flows) =>
        [.. BaseYear(planningCase, flows), .. planningCase.Horizon.PlannedYears.SelectMany(year => Year(flows, year))];

    private static IEnumerable<Finding> BaseYear(PlanningCase planningCase, DemandFlows flows)
    {
        Dictionary<FlowCell, int> stated = [];
        foreach (Domain.Demand.StockCell cell in planningCase.Stock)
        {
            Add(stated, new FlowCell(cell.Area, cell.Need, cell.Level, cell.Sex, cell.YearGroup), cell.Pupils);
        }

        return Differences(planningCase.Horizon.BaseYear, stated, flows);
    }

    private static IEnumerable<Finding> Year(DemandFlows flows, AcademicYear year)
    {
        Dictionary<FlowCell, int> expected = [];
        List<Finding> findings = [];
        foreach (DemandFlow flow in flows.In(year.Previous))
        {
            int staying = flow.Stock - flow.Leavers - flow.LevelOut;
            if (flow.Cell.AYearOlder is { } older)
            {
                Add(expected, older, staying);
            }
            else if (staying != 0)
            {
                findings.Add(NotConserved(year, flow.Cell, 0, staying));
            }
        }

        foreach (DemandFlow flow in flows.In(year))
        {
            Add(expected, flow.Cell, flow.Joiners + flow.LevelIn);
        }

        return [.. findings, .. Differences(year, expected, flows)];
    }

    private static IEnumerable<Finding> Differences(AcademicYear year, Dictionary<FlowCell, int> expected, DemandFlows flows)
    {
        Dictionary<FlowCell, int> stock = flows.In(year).ToDictionary(flow => flow.Cell, flow => flow.Stock);
        return expected.Keys.Union(stock.Keys).Order()
            .Where(cell => expected.GetValueOrDefault(cell) != stock.GetValueOrDefault(cell))
            .Select(cell => NotConserved(year, cell, expected.GetValueOrDefault(cell), stock.GetValueOrDefault(cell)));
    }

    private static Finding NotConserved(AcademicYear year, FlowCell cell, int expected, int found) => Finding.Error(
        "not-conserved",
        string.Create(CultureInfo.InvariantCulture, $"In {year} there should be {expected} pupils of {cell}, but there are {found}."));

    private static void Add(Dictionary<FlowCell, int> counts, FlowCell cell, int pupils) =>
        counts[cell] = counts.GetValueOrDefault(cell) + pupils;
}
