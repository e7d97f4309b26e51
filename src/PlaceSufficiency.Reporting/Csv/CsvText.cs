using System.Text;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Csv;

/// <summary>
/// A table as CSV: RFC 4180 with lines ended by CR LF, to be written as UTF-8 without a byte order mark. Numbers have a decimal point
/// and no grouping.
/// </summary>
/// <remarks>
/// Words that a spreadsheet would take for a formula (a first character of = + - @, tab or carriage return) get an apostrophe in
/// front. Numbers never do: a negative balance stays a number.
/// </remarks>
public static class CsvText
{
    private const string NewLine = "\r\n";

    /// <summary>The tidy table, header row first.</summary>
    public static string Of(ReportTable table)
    {
        StringBuilder text = new();
        text.AppendJoin(',', table.Columns.Select(column => Quoted(column.CsvHeader))).Append(NewLine);
        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            text.AppendJoin(',', row.Select(Field)).Append(NewLine);
        }

        return text.ToString();
    }

    private static string Field(Cell cell) => cell is TextCell text ? Quoted(Harmless(text.Value)) : CellText.ForPrograms(cell);

    private static string Harmless(string words) => words.Length > 0 && words[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? $"'{words}" : words;

    private static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
