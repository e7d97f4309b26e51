using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Charts;

/// <summary>The charts of one scenario's report, in the order in which a planner reads them; each has the table behind it.</summary>
public static class ScenarioCharts
{
    private const int MostSeries = 11;

    /// <summary>The charts that have anything to show.</summary>
    public static IReadOnlyList<Chart> Of(PlanningCase planningCase, PlanFigures figures) =>
    [
        .. new[]
        {
            DemandAndPlaces(planningCase, figures),
            Unplaced(planningCase, figures, "unplaced-by-phase", "phase", fact => (FieldWords.Of(fact.YearGroup.Phase), (int)fact.YearGroup.Phase)),
            Unplaced(planningCase, figures, "unplaced-by-need", "need", fact => (fact.Need.ToString(), (int)fact.Need)),
            Kinds(planningCase, figures),
            Spending(planningCase, figures),
        }.Where(chart => chart.HasFigures),
    ];

    private static Chart DemandAndPlaces(PlanningCase planningCase, PlanFigures figures)
    {
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.AllYears;
        ILookup<AcademicYear, SufficiencyBalance> byYear = figures.Balances.ToLookup(row => row.Year);
        return new Chart(
            "chart-demand-places", "Demand for specialist places, and places", ChartForm.Lines, "pupils, places", Words(years),
            [
                new ChartSeries("demand", [.. years.Select(year => (double)byYear[year].Sum(row => row.Demand))]),
                new ChartSeries("places", [.. years.Select(year => (double)byYear[year].Sum(row => row.Places))]),
            ]);
    }

    private static Chart Unplaced(
        PlanningCase planningCase, PlanFigures figures, string key, string by, Func<PlacementFact, (string Name, int Rank)> group)
    {
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.AllYears;
        IEnumerable<(string Name, int Rank, AcademicYear Year, double Value)> cells = figures.Placements.Where(fact => fact.Provision is null)
            .Select(fact => (group(fact).Name, group(fact).Rank, fact.Year, (double)fact.Pupils));
        return new Chart($"chart-{key}", $"Pupils with no suitable place, by {by}", ChartForm.StackedBars, "pupils", Words(years), Stack(cells, years));
    }

    private static Chart Kinds(PlanningCase planningCase, PlanFigures figures)
    {
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.AllYears;
        IEnumerable<(string Name, int Rank, AcademicYear Year, double Value)> cells = KindTable.Rows(planningCase, figures)
            .Select(row => (row.Kind is { } kind ? FieldWords.Of(kind) : "unplaced", row.Kind is { } rank ? (int)rank : int.MaxValue, row.Year, (double)row.Pupils));
        return new Chart("chart-kinds", "Pupils by kind of provision", ChartForm.StackedBars, "pupils", Words(years), Stack(cells, years));
    }

    private static Chart Spending(PlanningCase planningCase, PlanFigures figures)
    {
        FinancialYear[] years = [.. planningCase.Horizon.FinancialYears.Concat(figures.Budget.Select(row => row.Year)).Distinct().Order()];
        IEnumerable<(string Name, int Rank, FinancialYear Year, double Value)> cells = figures.Budget.Where(row => row.Line != BudgetLine.Priced)
            .Select(row => (FieldWords.Of(row.Line), (int)row.Line, row.Year, (double)row.Amount.Value / 1_000_000));
        return new Chart(
            "chart-spending", "Spending by budget line and financial year", ChartForm.StackedBars, "£ million", [.. years.Select(year => year.ToString())],
            Stack(cells, years));
    }

    /// <summary>One series a name, the smallest in all years together put into "other" where there are too many to tell apart.</summary>
    private static IReadOnlyList<ChartSeries> Stack<TYear>(
        IEnumerable<(string Name, int Rank, TYear Year, double Value)> cells, IReadOnlyList<TYear> years)
    {
        var groups = cells.GroupBy(cell => (cell.Rank, cell.Name)).ToList();
        HashSet<string> kept = [.. groups.OrderByDescending(group => group.Sum(cell => cell.Value)).ThenBy(group => group.Key.Rank)
            .Take(groups.Count > MostSeries ? MostSeries - 1 : MostSeries).Select(group => group.Key.Name)];
        return
        [
            .. groups.SelectMany(group => group)
                .GroupBy(cell => kept.Contains(cell.Name) ? (cell.Rank, cell.Name) : (Rank: int.MaxValue, Name: "other"))
                .OrderBy(group => group.Key.Rank)
                .Select(group => new ChartSeries(group.Key.Name, [.. years.Select(year => group.Where(cell => Equals(cell.Year, year)).Sum(cell => cell.Value))])),
        ];
    }

    private static string[] Words(IReadOnlyList<AcademicYear> years) => [.. years.Select(year => year.ToString())];
}
