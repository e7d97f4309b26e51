using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A published count that the stock was fitted to.</summary>
/// <param name="Line">Line in <c>published.csv</c>.</param>
/// <param name="Table">Which published table or margin.</param>
/// <param name="Key1">First key in it.</param>
/// <param name="Key2">Second key; null where the margin has one key.</param>
/// <param name="Count">Plans counted, at least 0.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="Date">Date it describes.</param>
public sealed record PublishedCount(int Line, string Table, string Key1, string? Key2, int Count, string Source, string Date);

/// <summary>Published counts that the stock was fitted to.</summary>
internal static class PublishedTable
{
    private static readonly Column<string> _table = Column.Needed("table", FieldScalars.Text, "Which published table or margin.");
    private static readonly Column<string> _key1 = Column.Needed("key1", FieldScalars.Text, "First key of the count.");
    private static readonly Column<string> _key2 = Column.Optional("key2", FieldScalars.Text, "none", "Second key of the count.");
    private static readonly Column<int> _count = Column.Needed("count", Numbers.Whole(0), "Plans counted.", "plans");
    private static readonly Column<string> _source = Column.Source();
    private static readonly Column<string> _date = Column.Date();

    /// <summary>The table.</summary>
    internal static readonly Table<PublishedCount> Table = new(
        "published.csv",
        [_table, _key1, _key2, _count, _source, _date],
        [_table, _key1, _key2],
        row => new PublishedCount(row.Line, row.Of(_table), row.Of(_key1), row.TextOf(_key2), row.Of(_count), row.Of(_source), row.Of(_date)))
    {
        MayBeAbsent = true,
        MayBeEmpty = true,
    };
}
