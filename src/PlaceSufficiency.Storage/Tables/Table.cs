namespace PlaceSufficiency.Storage.Tables;

/// <summary>A table of a case: its file, its columns and what a row means. The reader and the data dictionary both follow it.</summary>
/// <param name="File">File name in its folder.</param>
/// <param name="Columns">Its columns, in the order of the dictionary.</param>
/// <param name="Key">Columns that together name a row: no two rows agree on all of them.</param>
internal abstract record Table(string File, IReadOnlyList<Column> Columns, IReadOnlyList<Column> Key)
{
    /// <summary>Whether a case may do without the file.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>Whether the file may hold a header and no rows.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Whether the case states costs per pupil, so that some columns may be blank and some tables absent.</summary>
    public bool HasCosts { get; init; }

    /// <summary>Folder that the file is in, within the case or run folder; empty or with '/' at its end.</summary>
    public string Folder { get; init; } = "tables/";

    /// <summary>Whether a column of the table must be there and filled.</summary>
    public bool Requires(Column column) => column.Required && !(HasCosts && column.WithCosts is not null);

    /// <summary>Path within the case or run folder.</summary>
    public string Path => Folder + File;
}

/// <summary>A table whose rows become values of one type.</summary>
/// <param name="File">File name in its folder.</param>
/// <param name="Columns">Its columns, in the order of the dictionary.</param>
/// <param name="Key">Columns that together name a row.</param>
/// <param name="Make">Turns an understood row into its value.</param>
internal sealed record Table<TRow>(string File, IReadOnlyList<Column> Columns, IReadOnlyList<Column> Key, Func<TableRow, TRow> Make)
    : Table(File, Columns, Key);
