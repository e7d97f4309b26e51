using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>places.csv</c>.</summary>
internal sealed record PlacesRow(int Line, ProvisionId Provision, AcademicYear From, int Places, int Imports);

/// <summary>Places of provisions by academic year, before any scheme opens.</summary>
internal static class PlacesTable
{
    private static readonly Column<ProvisionId> _provision = Column.Needed("provision_id", FieldScalars.ProvisionId, "The provision, as in provisions.csv.");
    private static readonly Column<AcademicYear> _year = Column.Needed(
        "academic_year", FieldScalars.AcademicYear, "First academic year with these figures; they hold until the provision's next row.");

    private static readonly Column<int> _places = Column.Needed("places", Numbers.Whole(0), "Places, whoever takes them.", "places");
    private static readonly Column<int> _imports = Column.Optional("imports_pupils", Numbers.Whole(0), "0", "Places taken by pupils of other authorities.", "pupils");

    /// <summary>The table.</summary>
    internal static readonly Table<PlacesRow> Table = new(
        "places.csv",
        [_provision, _year, _places, _imports, Column.Source(), Column.Date()],
        [_provision, _year],
        row => new PlacesRow(row.Line, row.Of(_provision), row.Of(_year), row.Of(_places), row.Of(_imports, 0)));
}
