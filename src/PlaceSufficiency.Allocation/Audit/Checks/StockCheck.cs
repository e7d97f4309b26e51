using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>The stays that start in the base year are the case's stock, cell by cell.</summary>
internal static class StockCheck
{
    /// <summary>Cells whose pupils differ.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited)
    {
        Dictionary<StockCell, (int Stock, int Stays)> cells = [];
        foreach (StockCell cell in audited.Case.Stock)
        {
            (int stock, int stays) = cells.GetValueOrDefault(cell with { Pupils = 0 });
            cells[cell with { Pupils = 0 }] = (stock + cell.Pupils, stays);
        }

        foreach (Stay stay in audited.Stays.Where(stay => stay.FirstYear == audited.Horizon.BaseYear))
        {
            StockCell cell = new(stay.Area, stay.Need, stay.Levels[0], stay.Sex, stay.YearGroupAtFirst, stay.Current, 0);
            (int stock, int stays) = cells.GetValueOrDefault(cell);
            cells[cell] = (stock, stays + stay.Pupils);
        }

        return cells.Where(cell => cell.Value.Stock != cell.Value.Stays).Select(cell => Finding.Error(
            "stock-differs",
            $"The case's stock has {cell.Value.Stock} pupils in this cell; the stays that start in the base year have {cell.Value.Stays}.",
            key: Name(cell.Key)));
    }

    private static string Name(StockCell cell) =>
        $"{cell.Area} {cell.Need} {cell.Level} {cell.Sex} year group {cell.YearGroup} at {cell.Current?.Value ?? "no provision"}";
}
