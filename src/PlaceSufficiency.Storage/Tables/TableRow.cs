namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row whose cells were all understood.</summary>
/// <param name="line">Line in the file, 1 being the header's usual place.</param>
/// <param name="values">Values by column; blank cells are absent.</param>
internal sealed class TableRow(int line, IReadOnlyDictionary<Column, object> values)
{
    /// <summary>Line in the file.</summary>
    public int Line => line;

    /// <summary>The value of a column that must be filled.</summary>
    public T Of<T>(Column<T> column)
        where T : notnull => (T)values[column];

    /// <summary>The value of a column, or what a blank cell means.</summary>
    public T Of<T>(Column<T> column, T blank)
        where T : notnull => values.TryGetValue(column, out object? value) ? (T)value : blank;

    /// <summary>The value of a column, or null when the cell is blank.</summary>
    public T? StructOf<T>(Column<T> column)
        where T : struct => values.TryGetValue(column, out object? value) ? (T)value : null;

    /// <summary>The value of a text column, or null when the cell is blank.</summary>
    public string? TextOf(Column<string> column) => values.TryGetValue(column, out object? value) ? (string)value : null;

    /// <summary>The value of a column as written in messages and keys; empty when the cell is blank.</summary>
    public string Written(Column column) => values.TryGetValue(column, out object? value) ? column.Type.WriteBoxed(value) : string.Empty;
}
