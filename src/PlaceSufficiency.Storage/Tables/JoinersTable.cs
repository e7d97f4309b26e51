using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>joiners.csv</c>.</summary>
internal sealed record JoinersRow(int Line, YearGroup YearGroup, PrimaryNeed Need, Sex Sex, decimal PerYear);

/// <summary>Expected new plans a year.</summary>
internal static class JoinersTable
{
    private static readonly Column<YearGroup> _yearGroup = Column.Needed("year_group", FieldScalars.YearGroup, "Year group in the first year with a plan.");
    private static readonly Column<PrimaryNeed> _need = Column.Needed("need", FieldScalars.Need, "Primary need.");
    private static readonly Column<Sex> _sex = Column.Needed("sex", FieldScalars.Sex, "Sex.");
    private static readonly Column<decimal> _perYear = Column.Needed(
        "joiners_per_year", Numbers.Decimal(0), "Expected new plans; where totals are stated only the proportions matter.", "pupils a year");

    /// <summary>The table.</summary>
    internal static readonly Table<JoinersRow> Table = new(
        "joiners.csv",
        [_yearGroup, _need, _sex, _perYear, Column.Source(), Column.Date()],
        [_yearGroup, _need, _sex],
        row => new JoinersRow(row.Line, row.Of(_yearGroup), row.Of(_need), row.Of(_sex), row.Of(_perYear)));
}
