using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Xlsx;

/// <summary>
/// A workbook: numbers are numbers and days are days, the header row is frozen and filtered, units stand in the headers. The same sheets
/// give the same bytes.
/// </summary>
/// <remarks>Words are always text: nothing that begins with = + - @ becomes a formula.</remarks>
public static class Workbook
{
    /// <summary>Rows that a sheet may have, the header among them: the file format's limit.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Columns that a sheet may have: the file format's limit.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Writes the workbook; a table with more rows than a sheet takes goes on in another one.</summary>
    /// <param name="stream">Where to; is left open.</param>
    /// <param name="sheets">The sheets, in order, at least one.</param>
    /// <param name="notice">What stands at the head of every printed page; empty for nothing.</param>
    /// <exception cref="ArgumentException">There is no sheet, or a table has more columns than a sheet takes.</exception>
    public static void Write(Stream stream, IReadOnlyList<WorkbookSheet> sheets, string notice) => Write(stream, sheets, notice, MostRows);

    /// <summary>The same with a limit of rows of one's own.</summary>
    internal static void Write(Stream stream, IReadOnlyList<WorkbookSheet> sheets, string notice, int mostRows)
    {
        if (sheets.Count == 0 || sheets.Any(sheet => sheet.Table.Columns.Count is 0 or > MostColumns))
        {
            throw new ArgumentException($"A workbook needs at least one sheet, and each of them 1 to {MostColumns} columns.", nameof(sheets));
        }

        SheetNames names = new();
        List<DynamicExcelColumn> columns = [];
        Dictionary<string, object> contents = [];
        foreach (WorkbookSheet sheet in sheets.SelectMany(sheet => Parts(sheet, mostRows - 1)))
        {
            string name = names.Take(sheet.Name);
            string[] keys = [.. sheet.Table.Columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{name}/{i}"))];
            columns.AddRange(sheet.Table.Columns.Select((column, i) => SheetColumn.Of(keys[i], sheet.Table, i)));
            contents.Add(name, Rows(sheet.Table, keys));
        }

        using MemoryStream written = new();
        written.SaveAs(contents, configuration: Configuration(columns));
        written.Position = 0;
        SameBytes.Copy(written, stream, notice);
    }

    /// <summary>The table in as many sheets as it needs.</summary>
    private static IEnumerable<WorkbookSheet> Parts(WorkbookSheet sheet, int mostRows) => sheet.Table.Rows.Count <= mostRows
        ? [sheet]
        : sheet.Table.Rows.Chunk(mostRows).Select(rows => sheet with { Table = sheet.Table with { Rows = rows } });

    /// <summary>The rows as the writer takes them. A sheet without rows has an empty one, since its headers are taken from the first.</summary>
    private static IReadOnlyList<Dictionary<string, object?>> Rows(ReportTable table, string[] keys) => table.Rows.Count == 0
        ? [keys.ToDictionary(key => key, _ => (object?)null)]
        : [.. table.Rows.Select(row => keys.Zip(row).ToDictionary(pair => pair.First, pair => SheetValue.Of(pair.Second)))];

    private static OpenXmlConfiguration Configuration(List<DynamicExcelColumn> columns) => new()
    {
        DynamicColumns = [.. columns],
        EnableWriteNullValueCell = false,
        FreezeRowCount = 1,
        StyleOptions = new OpenXmlStyleOptions
        {
            HeaderStyle = new OpenXmlHeaderStyle { BackgroundColor = System.Drawing.Color.FromArgb(0x33, 0x22, 0x88) },
        },
    };
}
