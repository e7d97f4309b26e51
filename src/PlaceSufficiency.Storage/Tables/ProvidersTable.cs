using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>providers.csv</c>.</summary>
internal sealed record ProviderRow(int Line, Provider Provider);

/// <summary>Schools and colleges.</summary>
internal static class ProvidersTable
{
    private static readonly Column<ProviderId> _id = Column.Needed("provider_id", FieldScalars.ProviderId, "Id of the school or college.");
    private static readonly Column<string> _name = Column.Needed("name", FieldScalars.Text, "Name of the school or college.");
    private static readonly Column<string> _urn = Column.Optional("urn", FieldScalars.Text, "none", "Unique reference number.");
    private static readonly Column<string> _authority = Column.Needed("authority", FieldScalars.Text, "Name of the providing authority.");
    private static readonly Column<int> _easting = Column.Needed("easting_m", Numbers.Whole(), "Easting on the National Grid.", "m");
    private static readonly Column<int> _northing = Column.Needed("northing_m", Numbers.Whole(), "Northing on the National Grid.", "m");

    /// <summary>The table.</summary>
    internal static readonly Table<ProviderRow> Table = new(
        "providers.csv",
        [_id, _name, _urn, _authority, _easting, _northing, Column.Source(), Column.Date()],
        [_id],
        row => new ProviderRow(row.Line, new Provider(
            row.Of(_id), row.Of(_name), row.TextOf(_urn), row.Of(_authority), new GridReference(row.Of(_easting), row.Of(_northing)))));
}
