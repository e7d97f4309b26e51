using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>rolls.csv</c>.</summary>
internal sealed record RollRow(int Line, ProvisionId Provision, PublishedPlacement Placement, int Residents, YearGroup? From, YearGroup? To);

/// <summary>The authority's pupils at each provision in the base year. Only the fit of the stock reads it.</summary>
internal static class RollsTable
{
    private static readonly Column<ProvisionId> _provision = Column.Needed("provision_id", FieldScalars.ProvisionId, "Provision, as in provisions.csv.");
    private static readonly Column<PublishedPlacement> _placement = Column.Needed(
        "placement", FieldScalars.Placement, "Published class of placement that its pupils are counted in.");

    private static readonly Column<int> _residents = Column.Needed(
        "residents", Numbers.Whole(0), "The authority's pupils there in the base year; the most there may be where the class holds more than was counted.", "pupils");

    private static readonly Column<YearGroup> _from = Column.Optional("year_from", FieldScalars.YearGroup, "the provision's", "Youngest year group that the number is of.");
    private static readonly Column<YearGroup> _to = Column.Optional("year_to", FieldScalars.YearGroup, "the provision's", "Oldest year group that the number is of.");

    /// <summary>The table.</summary>
    internal static readonly Table<RollRow> Table = new(
        "rolls.csv",
        [_provision, _placement, _residents, _from, _to, Column.Source(), Column.Date()],
        [_provision, _from],
        row => new RollRow(row.Line, row.Of(_provision), row.Of(_placement), row.Of(_residents), row.StructOf(_from), row.StructOf(_to)))
    {
        MayBeAbsent = true,
        MayBeEmpty = true,
    };
}
