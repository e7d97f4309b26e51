using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>leavers.csv</c>.</summary>
internal sealed record LeaversRow(int Line, YearGroup YearGroup, decimal Share);

/// <summary>Shares of year groups whose plans end.</summary>
internal static class LeaversTable
{
    private static readonly Column<YearGroup> _yearGroup = Column.Needed("year_group", FieldScalars.YearGroup, "Year group; one without a row loses nobody.");
    private static readonly Column<decimal> _share = Column.Needed(
        "share_leaving", Numbers.Decimal(0, 1), "Share of its pupils whose plan ends before the next September.", "share");

    /// <summary>The table.</summary>
    internal static readonly Table<LeaversRow> Table = new(
        "leavers.csv",
        [_yearGroup, _share, Column.Source(), Column.Date()],
        [_yearGroup],
        row => new LeaversRow(row.Line, row.Of(_yearGroup), row.Of(_share)))
    {
        MayBeEmpty = true,
    };
}
