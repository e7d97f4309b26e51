namespace PlaceSufficiency.Storage.Archive;

/// <summary>What a column of an archived table holds.</summary>
public enum ArchiveType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Whole,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>Pounds and pence.</summary>
    Amount,

    /// <summary>A number of double precision: a bound or a price that proves one.</summary>
    Real,
}

/// <summary>A column of an archived table.</summary>
/// <param name="Name">Lower case and underscores, ending in its unit where it has one.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsOptional">Whether it may be empty.</param>
/// <param name="IsLater">Whether older versions of the program wrote the table without it; a database that was brought forward has it empty in their runs.</param>
public sealed record ArchiveColumn(string Name, ArchiveType Type, bool IsOptional = false, bool IsLater = false);

/// <summary>A table that an archive keeps of a run; the same in every kind of archive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keys">How many of the first columns tell rows apart; rows are sorted by them.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="IsLeftOutEmpty">Whether a run that has no rows for it does without the table: few runs have any.</param>
public sealed record RunTable(string Name, int Keys, IReadOnlyList<ArchiveColumn> Columns, bool IsLeftOutEmpty = false);

/// <summary>A table of one run.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">
/// Its rows: a cell a column, a <see cref="string"/>, <see cref="int"/>, <see cref="long"/>, <see cref="decimal"/> or <see cref="double"/> as the column says, or null.
/// </param>
public sealed record TableRows(RunTable Table, IReadOnlyList<object?[]> Rows)
{
    /// <summary>Rows of several runs, each after the id of its run, sorted to their runs; a run without rows has an empty table.</summary>
    internal static IEnumerable<(string Id, TableRows Rows)> OfRuns(RunTable table, IEnumerable<string> ids, IReadOnlyList<object?[]> rows)
    {
        ILookup<string, object?[]> byRun = rows.ToLookup(row => (string)row[0]!, row => row[1..], StringComparer.Ordinal);
        return ids.Select(id => (id, new TableRows(table, [.. byRun[id]])));
    }
}
