using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>fitting.csv</c>.</summary>
internal sealed record FittingRow(int Line, string Name, string Value);

/// <summary>What the fit of the stock assumes instead of its defaults. Only the fit reads it.</summary>
internal static class FittingTable
{
    private static readonly Column<string> _name = Column.Needed(
        "name",
        FieldScalars.Text,
        "Assumption: hidden-special-share, hidden-needs, inmss-highly-specialised-share, deprivation-ratio, mainstream-pull-km or specialist-pull-km.");

    private static readonly Column<string> _value = Column.Needed("value", FieldScalars.Text, "Number of at least 0, or a list of needs for hidden-needs; for hidden-special-share also estimated: from how the share in special schools fell up to the base year.");

    /// <summary>The table.</summary>
    internal static readonly Table<FittingRow> Table = new(
        "fitting.csv",
        [_name, _value, Column.Source(), Column.Date()],
        [_name],
        row => new FittingRow(row.Line, row.Of(_name), row.Of(_value)))
    {
        MayBeAbsent = true,
        MayBeEmpty = true,
    };
}
