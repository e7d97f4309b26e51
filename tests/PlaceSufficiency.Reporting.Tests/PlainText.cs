using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Tests;

/// <summary>A table as lines of text, so that a test can state all of it.</summary>
internal static class PlainText
{
    internal static string[] Of(ReportTable table) =>
    [
        table.Title,
        string.Join(" | ", table.Columns.Select(column => column.HeadingWithUnit)),
        .. table.Rows.Select(row => string.Join(" | ", row.Select(CellText.ForPeople))),
    ];
}
