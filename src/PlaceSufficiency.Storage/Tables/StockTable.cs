using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>stock.csv</c>.</summary>
internal sealed record StockRow(int Line, StockCell Cell);

/// <summary>Pupils holding a plan in the base year.</summary>
internal static class StockTable
{
    private static readonly Column<PlanningAreaId> _area = Column.Needed("area_id", FieldScalars.AreaId, "Home area, as in areas.csv.");
    private static readonly Column<PrimaryNeed> _need = Column.Needed("need", FieldScalars.Need, "Primary need.") with { WithCosts = "OTH" };
    private static readonly Column<ProvisionLevel> _level = Column.Needed("level", FieldScalars.Level, "Level of provision that the plans call for.") with { WithCosts = "special" };
    private static readonly Column<Sex> _sex = Column.Needed("sex", FieldScalars.Sex, "Sex.") with { WithCosts = "male" };
    private static readonly Column<YearGroup> _yearGroup = Column.Needed("year_group", FieldScalars.YearGroup, "Year group in the base year.") with { WithCosts = "3" };
    private static readonly Column<ProvisionId> _provision = Column.Optional(
        "provision_id", FieldScalars.ProvisionId, "nowhere", "Where they are placed in the base year, as in provisions.csv.");

    private static readonly Column<int> _pupils = Column.Needed("pupils", Numbers.Whole(1), "How many.", "pupils");
    private static readonly Column<string> _source = Column.Optional("source", FieldScalars.Text, "none", "Where the figure comes from, in few words.");
    private static readonly Column<string> _date = Column.Optional("date", FieldScalars.Date, "none", "Date that the figure describes.");

    /// <summary>The table.</summary>
    internal static readonly Table<StockRow> Table = new(
        "stock.csv",
        [_area, _need, _level, _sex, _yearGroup, _provision, _pupils, _source, _date],
        [_area, _need, _level, _sex, _yearGroup, _provision],
        row => new StockRow(row.Line, new StockCell(
            row.Of(_area), row.Of(_need, PrimaryNeed.OTH), row.Of(_level, ProvisionLevel.Special), row.Of(_sex, Sex.Male), row.Of(_yearGroup, YearGroup.Of(3)), row.StructOf(_provision), row.Of(_pupils))));
}
