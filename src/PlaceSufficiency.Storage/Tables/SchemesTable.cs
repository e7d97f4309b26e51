using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>schemes.csv</c>.</summary>
internal sealed record SchemeRow(int Line, SchemeId Id, string Name, ProvisionId Provision, AcademicYear? Opens);

/// <summary>Capital schemes.</summary>
internal static class SchemesTable
{
    private static readonly Column<SchemeId> _id = Column.Needed("scheme_id", FieldScalars.SchemeId, "Id of the scheme.");
    private static readonly Column<string> _name = Column.Needed("name", FieldScalars.Text, "Name of the scheme.");
    private static readonly Column<ProvisionId> _provision = Column.Needed("provision_id", FieldScalars.ProvisionId, "Provision that gains the places, as in provisions.csv.");
    private static readonly Column<AcademicYear> _opens = Column.Optional(
        "opens", FieldScalars.AcademicYear, "a candidate that is not opened", "Academic year whose September it opens in.");

    /// <summary>The table.</summary>
    internal static readonly Table<SchemeRow> Table = new(
        "schemes.csv",
        [_id, _name, _provision, _opens, Column.Source(), Column.Date()],
        [_id],
        row => new SchemeRow(row.Line, row.Of(_id), row.Of(_name), row.Of(_provision), row.StructOf(_opens)))
    {
        MayBeEmpty = true,
    };
}
