using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>A table as HTML: a caption, column headings with their scope, and the words that begin a line as its heading.</summary>
internal static class HtmlTable
{
    /// <summary>Writes the table as it is, in a frame that scrolls sideways on a narrow screen.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="drawing">How figures are shaded, if they are.</param>
    /// <param name="isSaid">Whether the heading above says what the caption says, which then is for screen readers only.</param>
    internal static void Write(HtmlText page, ReportTable table, Drawing drawing = Drawing.None, bool isSaid = false)
    {
        page.Open("div", ("class", "scroll"), ("role", "region"), ("aria-label", table.Title), ("tabindex", "0"));
        page.Open("table").Element("caption", table.Title, Class(isSaid ? "said" : string.Empty));
        page.Open("thead").Open("tr");
        foreach (Column column in table.Columns)
        {
            page.Element("th", column.HeadingWithUnit, [("scope", "col"), .. Class(column.IsNumeric ? "number" : string.Empty)]);
        }

        page.Close().Close().Open("tbody");
        Shading? shading = Shading.Of(table, drawing);
        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            WriteRow(page, table.Columns, row, shading);
        }

        page.Close().Close().Close();
    }

    private static void WriteRow(HtmlText page, IReadOnlyList<Column> columns, IReadOnlyList<Cell> row, Shading? shading)
    {
        int heading = HeadingOf(columns);
        bool isTotal = row[0] is TextCell { Rank: Spread.TotalRank };
        page.Open("tr", Class(isTotal ? "total" : string.Empty));
        foreach ((int position, Cell cell) in row.Index())
        {
            string words = CellText.ForPeople(cell);
            if (position <= heading && cell is TextCell { Value.Length: > 0 })
            {
                page.Element("th", words, ("scope", "row"));
            }
            else
            {
                string shade = isTotal || shading is null ? string.Empty : shading.ClassOf(cell);
                page.Element("td", words, Class(columns[position].IsNumeric ? shade : "words"));
            }
        }

        page.Close();
    }

    /// <summary>Figures are what most cells hold, so they go without a class.</summary>
    private static (string Name, string Value)[] Class(string name) => name.Length == 0 ? [] : [("class", name)];

    /// <summary>The last of the columns of words that a line begins with.</summary>
    private static int HeadingOf(IReadOnlyList<Column> columns) => columns.TakeWhile(column => !column.IsNumeric).Count() - 1;
}
