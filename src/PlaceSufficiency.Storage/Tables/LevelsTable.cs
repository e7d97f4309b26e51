using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>levels.csv</c>.</summary>
internal sealed record LevelsRow(int Line, PrimaryNeed Need, Phase Phase, ProvisionLevel Level, decimal Share);

/// <summary>Which levels of provision plans call for.</summary>
internal static class LevelsTable
{
    private static readonly Column<PrimaryNeed> _need = Column.Needed("need", FieldScalars.Need, "Primary need.");
    private static readonly Column<Phase> _phase = Column.Needed("phase", FieldScalars.Phase, "Phase of education.");
    private static readonly Column<ProvisionLevel> _level = Column.Needed("level", FieldScalars.Level, "Level of provision.");
    private static readonly Column<decimal> _share = Column.Needed(
        "share", Numbers.Decimal(0, 1), "Share of the pupils of that need and phase whose plan calls for the level; the shares of a need and phase sum to 1.", "share");

    /// <summary>The table.</summary>
    internal static readonly Table<LevelsRow> Table = new(
        "levels.csv",
        [_need, _phase, _level, _share, Column.Source(), Column.Date()],
        [_need, _phase, _level],
        row => new LevelsRow(row.Line, row.Of(_need), row.Of(_phase), row.Of(_level), row.Of(_share)));
}
