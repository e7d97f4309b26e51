using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>prices.csv</c>.</summary>
internal sealed record PriceRow(int Line, PriceItem Item, PriceScope Scope, FinancialYear Year, Pounds Pounds);

/// <summary>Prices by item, scope and financial year.</summary>
internal static class PricesTable
{
    private static readonly Column<PriceItem> _item = Column.Needed("item", FieldScalars.PriceItem, "What the price is for.");
    private static readonly Column<PriceScope> _scope = Column.Needed(
        "applies_to", FieldScalars.PriceScope, "What it applies to; the narrowest scope that states an item wins.");

    private static readonly Column<FinancialYear> _year = Column.Needed(
        "financial_year", FieldScalars.FinancialYear, "Financial year; an item stated for a scope is stated for every financial year of the horizon.");

    private static readonly Column<Pounds> _pounds = Column.Needed("pounds", FieldScalars.Pounds, "The price.", "GBP");

    /// <summary>The table.</summary>
    internal static readonly Table<PriceRow> Table = new(
        "prices.csv",
        [_item, _scope, _year, _pounds, Column.Source(), Column.Date()],
        [_item, _scope, _year],
        row => new PriceRow(row.Line, row.Of(_item), row.Of(_scope), row.Of(_year), row.Of(_pounds)));
}
