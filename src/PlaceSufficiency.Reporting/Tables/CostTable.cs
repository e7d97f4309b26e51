using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Money by budget line and financial year: what is spent, and beside it what is only priced.</summary>
public static class CostTable
{
    private const string PartYears =
        "Only planned academic years are counted, so the first financial year holds September to March of one and the last holds April to August.";

    /// <summary>What is spent: high needs block, transport and capital.</summary>
    public static ReportTable OfSpending(PlanningCase planningCase, PlanFigures figures)
    {
        string[] years = YearsOf(planningCase, figures);
        return Of("spending", "Spending by budget line and financial year", PartYears, figures, line => line != BudgetLine.Priced,
            new Spread("Spending by budget line and financial year", "financial_year", years, ["budget_line"], ["amount"], HasTotal: true),
            new Spread("Spending by item", "financial_year", years, ["budget_line", "item"], ["amount"], Room: SpreadRoom.Page),
            new Spread("Spending by kind of provision", "financial_year", years, ["kind"], ["amount"], Room: SpreadRoom.Page));
    }

    /// <summary>What steers the plan and is never paid: over-number, placing above level, long journeys and moves.</summary>
    public static ReportTable OfPrices(PlanningCase planningCase, PlanFigures figures)
    {
        string[] years = YearsOf(planningCase, figures);
        return Of("priced-not-spent", "Priced, not spent", $"Prices steer the plan and are in no budget. {PartYears}", figures, line => line == BudgetLine.Priced,
            new Spread("Priced, not spent", "financial_year", years, ["item"], ["amount"], HasTotal: true, Room: SpreadRoom.Page));
    }

    private static ReportTable Of(
        string key, string title, string note, PlanFigures figures, Func<BudgetLine, bool> shows, params Spread[] spreads)
    {
        IEnumerable<BudgetAmount> rows = figures.Budget.Where(row => shows(row.Line))
            .GroupBy(row => (row.Year, row.Line, row.Item, row.Kind))
            .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Line).ThenBy(group => group.Key.Item).ThenBy(group => group.Key.Kind)
            .Select(group => new BudgetAmount(
                group.Key.Year, group.Key.Line, group.Key.Item, group.Key.Kind, group.Aggregate(Pounds.Zero, (sum, row) => sum + row.Amount)));
        return new TableOf<BudgetAmount>(key, title, note)
            .Words("financial_year", "Financial year", row => row.Year.ToString())
            .Ranked("budget_line", "Budget line", row => new TextCell(FieldWords.Of(row.Line), (int)row.Line))
            .Ranked("item", "Item", row => new TextCell(FieldWords.Of(row.Item), row.Item is { } item ? (int)item : int.MaxValue - 1))
            .KindWords(row => row.Kind)
            .Money("amount", "Amount", row => row.Amount)
            .Of(rows, spreads);
    }

    /// <summary>The financial years of the horizon and any in which a scheme spends outside it.</summary>
    internal static string[] YearsOf(PlanningCase planningCase, PlanFigures figures) =>
        [.. planningCase.Horizon.FinancialYears.Concat(figures.Budget.Select(row => row.Year)).Distinct().Order().Select(year => year.ToString())];
}
