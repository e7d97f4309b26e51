using MiniExcelLibs.Attributes;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Xlsx;

/// <summary>How a column stands in a sheet: its header with the unit, its number format and its width.</summary>
internal static class SheetColumn
{
    private const int Narrowest = 8;
    private const int Widest = 60;
    private const int RowsMeasured = 500;

    /// <summary>The column at that position of a table.</summary>
    /// <param name="key">Names the column within the workbook.</param>
    /// <param name="table">The table.</param>
    /// <param name="position">Position of the column, from 0.</param>
    internal static DynamicExcelColumn Of(string key, ReportTable table, int position)
    {
        Column column = table.Columns[position];
        string header = column.IsForPrograms ? FieldHeader(column) : column.HeadingWithUnit;
        Cell? first = table.Rows.Select(row => row[position]).FirstOrDefault(cell => cell is not (EmptyCell or SuppressedCell));
        DynamicExcelColumn sheetColumn = new(key) { Name = header, Width = Width(header, table, position) };
        if (Format(column, first) is { } format)
        {
            sheetColumn.Format = format;
        }

        return sheetColumn;
    }

    /// <summary>"Provision id" of "provision_id".</summary>
    private static string FieldHeader(Column column) => Words.FieldWords.AtStart(column.Key.Replace('_', ' '));

    private static string? Format(Column column, Cell? first) => (column.Unit, first) switch
    {
        (_, DateCell) => "dd/mm/yyyy",
        (Unit.Pounds, _) => "#,##0.00",
        (Unit.PoundsMillion, _) => "#,##0.00",
        (Unit.Minutes, _) => "0.0",
        (_, CountCell) => "#,##0",
        (_, NumberCell { Decimals: > 0 } number) => $"#,##0.{new string('0', number.Decimals)}",
        (_, NumberCell) => "#,##0",
        _ => null,
    };

    private static double Width(string header, ReportTable table, int position)
    {
        int longest = table.Rows.Take(RowsMeasured).Select(row => CellText.ForPrograms(row[position]).Length).DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Max(header.Length + 3, longest + 2), Narrowest, Widest);
    }
}
