namespace PlaceSufficiency.Storage.Tables;

/// <summary>What a table holds.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Rows that were understood, in the file's order.</param>
/// <param name="Names">First key column of every row in which it was understood, whatever else is wrong with the row: the ids that other tables may name.</param>
internal sealed record TableContents<TRow>(Table<TRow> Table, IReadOnlyList<TRow> Rows, IReadOnlySet<string> Names)
{
    /// <summary>Whether file and header could be read, so that an id that is not among the names does not exist.</summary>
    public bool NamesAreKnown { get; init; } = true;

    /// <summary>Whether every row was understood, so that what is not among the rows is not in the file.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Path of the file within the case folder.</summary>
    public string File => Table.Path;

    /// <summary>Nothing, because the file could not be read.</summary>
    public static TableContents<TRow> Unreadable(Table<TRow> table) =>
        new(table, [], new HashSet<string>()) { NamesAreKnown = false, IsComplete = false };
}
