namespace PlaceSufficiency.Storage.Tables;

/// <summary>Writes CSV as the reader reads it: commas, "\n", quotation marks only where needed.</summary>
internal static class CsvText
{
    /// <summary>One row, with its line end.</summary>
    public static string Row(params IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\n";

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(',', '"', '\n') || cell.Contains('\r', StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
