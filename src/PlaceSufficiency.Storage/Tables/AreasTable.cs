using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>areas.csv</c>.</summary>
internal sealed record AreaRow(int Line, PlanningAreaId Id, string Name, GridReference Centroid);

/// <summary>Home areas.</summary>
internal static class AreasTable
{
    private static readonly Column<PlanningAreaId> _id = Column.Needed("area_id", FieldScalars.AreaId, "Id of the home area, an LSOA code for example.");
    private static readonly Column<string> _name = Column.Needed("name", FieldScalars.Text, "Name of the area.");
    private static readonly Column<int> _easting = Column.Needed("easting_m", Numbers.Whole(), "Easting of the area's centroid on the National Grid.", "m") with { WithCosts = "one point for all" };
    private static readonly Column<int> _northing = Column.Needed("northing_m", Numbers.Whole(), "Northing of the area's centroid on the National Grid.", "m") with { WithCosts = "one point for all" };

    /// <summary>Where areas and providers are when journeys do not matter: one point for all, in the middle of England.</summary>
    internal static readonly GridReference Nowhere = new(440_000, 300_000);

    /// <summary>The table.</summary>
    internal static readonly Table<AreaRow> Table = new(
        "areas.csv",
        [_id, _name, _easting, _northing, Column.Source(), Column.Date()],
        [_id],
        row => new AreaRow(row.Line, row.Of(_id), row.Of(_name), new GridReference(row.Of(_easting, Nowhere.Easting), row.Of(_northing, Nowhere.Northing))));
}
