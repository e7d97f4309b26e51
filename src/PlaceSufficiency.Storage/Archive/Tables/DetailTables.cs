using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Storage.Scalars;
using static PlaceSufficiency.Storage.Archive.ArchiveType;

namespace PlaceSufficiency.Storage.Archive.Tables;

/// <summary>The tables that are kept when a batch asks for them.</summary>
public static class DetailTables
{
    /// <summary>Balance of specialist places by year, phase and need group.</summary>
    public static RunTable Balances { get; } = new("balances", 3,
    [
        new("academic_year", Text),
        new("phase", Text),
        new("need_group", Text),
        new("demand_pupils", Whole),
        new("placed_pupils", Whole),
        new("inmss_pupils", Whole),
        new("elsewhere_pupils", Whole),
        new("unplaced_pupils", Whole),
        new("empty_places", Whole),
        new("balance_places", Whole),
    ]);

    /// <summary>Money by financial year, line, item and kind of provision.</summary>
    public static RunTable Budget { get; } = new("budget", 4,
    [
        new("financial_year", Text),
        new("line", Text),
        new("item", Text, IsOptional: true),
        new("kind", Text),
        new("amount_pounds", Amount),
    ]);

    /// <summary>Unplaced pupils by year, area, phase, need, cause and the provision that was nearest to a solution.</summary>
    public static RunTable Unplaced { get; } = new("unplaced", 6,
    [
        new("academic_year", Text),
        new("area_id", Text),
        new("phase", Text),
        new("need", Text),
        new("cause", Text),
        new("provision_id", Text, IsOptional: true),
        new("pupils", Whole),
    ]);

    internal static IEnumerable<object?[]> BalancesOf(AuditedPlan run) => run.Audit.Figures.Balances
        .Where(row => run.Case.Horizon.IsPlanned(row.Year))
        .OrderBy(row => row.Year).ThenBy(row => row.Phase).ThenBy(row => row.NeedGroup, StringComparer.Ordinal)
        .Select(row => new object?[]
        {
            $"{row.Year}", Spelling.Of(row.Phase), row.NeedGroup, row.Demand, row.Placed, row.Inmss, row.Elsewhere, row.Unplaced, row.Empty, row.Balance,
        });

    internal static IEnumerable<object?[]> BudgetOf(AuditedPlan run) => run.Audit.Figures.Budget
        .GroupBy(row => (row.Year, row.Line, row.Item, row.Kind))
        .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Line).ThenBy(group => group.Key.Item).ThenBy(group => group.Key.Kind)
        .Select(group => new object?[]
        {
            $"{group.Key.Year}", Spelling.Of(group.Key.Line), group.Key.Item is { } item ? Spelling.Of(item) : null, Spelling.Of(group.Key.Kind),
            group.Aggregate(Pounds.Zero, (sum, row) => sum + row.Amount).ToPence().Value,
        });

    internal static IEnumerable<object?[]> UnplacedOf(AuditedPlan run) => run.Audit.Figures.Placements
        .Where(fact => fact.Reason is not null)
        .GroupBy(fact => (fact.Year, fact.Area, fact.YearGroup.Phase, fact.Need, fact.Reason!.Cause, Nearest: fact.Reason.Provisions.Select(id => id.Value).FirstOrDefault()))
        .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Area).ThenBy(group => group.Key.Phase).ThenBy(group => group.Key.Need)
        .ThenBy(group => group.Key.Cause).ThenBy(group => group.Key.Nearest, StringComparer.Ordinal)
        .Select(group => new object?[]
        {
            $"{group.Key.Year}", group.Key.Area.Value, Spelling.Of(group.Key.Phase), Spelling.Of(group.Key.Need), Spelling.Of(group.Key.Cause), group.Key.Nearest,
            group.Sum(fact => fact.Pupils),
        });
}
