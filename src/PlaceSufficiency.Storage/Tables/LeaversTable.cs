using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>leavers.csv</c>.</summary>
internal sealed record LeaversRow(int Line, YearGroup YearGroup, LeavingReason Reason, decimal Share);

/// <summary>Shares of year groups whose plans end.</summary>
internal static class LeaversTable
{
    private static readonly Column<YearGroup> _yearGroup = Column.Needed("year_group", FieldScalars.YearGroup, "Year group; one without a row loses nobody.");
    private static readonly Column<LeavingReason> _reason = Column.Optional("reason", FieldScalars.LeavingReason, "reasons are not told apart", "Why they leave; a year group may have a row for each reason, and all of them leave.");
    private static readonly Column<decimal> _share = Column.Needed(
        "share_leaving", Numbers.Decimal(0, 1), "Share of its pupils whose plan ends before the next September.", "share");

    /// <summary>The table.</summary>
    internal static readonly Table<LeaversRow> Table = new(
        "leavers.csv",
        [_yearGroup, _reason, _share, Column.Source(), Column.Date()],
        [_yearGroup, _reason],
        row => new LeaversRow(row.Line, row.Of(_yearGroup), row.StructOf(_reason) ?? LeavingReason.Any, row.Of(_share)))
    {
        MayBeEmpty = true,
    };
}
