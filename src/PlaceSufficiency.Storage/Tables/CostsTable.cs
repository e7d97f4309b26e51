using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>costs.csv</c>.</summary>
internal sealed record CostRow(int Line, PlanningAreaId Area, ProvisionId Provision, Pounds Pounds);

/// <summary>Costs per pupil that stand for journeys and prices. A case that has the table may leave out what only those need.</summary>
internal static class CostsTable
{
    private static readonly Column<PlanningAreaId> _area = Column.Needed("area_id", FieldScalars.AreaId, "Home area, as in areas.csv; every area has a row for each provision.");
    private static readonly Column<ProvisionId> _provision = Column.Needed("provision_id", FieldScalars.ProvisionId, "Provision, as in provisions.csv.");
    private static readonly Column<Pounds> _pounds = Column.Needed(
        "pounds", FieldScalars.Pounds, "What a pupil of the area costs at the provision in an academic year, all in; whole pence.", "GBP");

    /// <summary>The table.</summary>
    internal static readonly Table<CostRow> Table = new(
        "costs.csv",
        [_area, _provision, _pounds],
        [_area, _provision],
        row => new CostRow(row.Line, row.Of(_area), row.Of(_provision), row.Of(_pounds)))
    {
        MayBeAbsent = true,
    };
}
