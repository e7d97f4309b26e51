using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>reviews.csv</c>.</summary>
internal sealed record ReviewsRow(int Line, ReviewChange Change);

/// <summary>Shares of pupils whose need or level an annual review changes.</summary>
internal static class ReviewsTable
{
    private static readonly Column<PrimaryNeed> _need = Column.Optional("need", FieldScalars.Need, "every need", "Need before.");
    private static readonly Column<Phase> _phase = Column.Optional("phase", FieldScalars.Phase, "every phase", "Phase they are in and stay in.");
    private static readonly Column<ProvisionLevel> _level = Column.Optional("level", FieldScalars.Level, "every level", "Level called for before.");
    private static readonly Column<PrimaryNeed> _toNeed = Column.Optional("to_need", FieldScalars.Need, "the same need", "Need after.");
    private static readonly Column<ProvisionLevel> _toLevel = Column.Optional("to_level", FieldScalars.Level, "the same level", "Level called for after.");
    private static readonly Column<decimal> _share = Column.Needed(
        "share_per_year", Numbers.Decimal(0, 1), "Share of such pupils who change so in a year in which they do not change phase.", "share");

    /// <summary>The table.</summary>
    internal static readonly Table<ReviewsRow> Table = new(
        "reviews.csv",
        [_need, _phase, _level, _toNeed, _toLevel, _share, Column.Source(), Column.Date()],
        [_need, _phase, _level, _toNeed, _toLevel],
        row => new ReviewsRow(row.Line, new ReviewChange(row.StructOf(_need), row.StructOf(_phase), row.StructOf(_level), row.StructOf(_toNeed), row.StructOf(_toLevel), row.Of(_share))))
    {
        MayBeAbsent = true,
        MayBeEmpty = true,
    };
}
