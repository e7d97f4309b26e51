using PlaceSufficiency.Reporting.Tables;
using Spectre.Console;

namespace PlaceSufficiency.Cli.Terminal;

/// <summary>
/// A table in a terminal. Where not all columns of figures fit, they follow below each other in blocks, each with the words
/// that name its lines.
/// </summary>
public static class TableView
{
    private const int WidestWords = 36;
    private const int Gap = 2;

    /// <summary>Shows the tables that a terminal has room for.</summary>
    public static void Show(Screen screen, ReportTable table)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        foreach (ReportTable forPeople in table.ForPeople(brief: true))
        {
            ShowOne(screen, forPeople);
        }
    }

    private static void ShowOne(Screen screen, ReportTable table)
    {
        screen.Heading(table.Title);
        int words = table.Columns.TakeWhile(column => !column.IsNumeric).Count();
        int[] labels = [.. Enumerable.Range(0, words)];
        foreach (int[] figures in Blocks(table, words, screen.Width))
        {
            screen.Show(Grid(table, [.. labels, .. figures]));
        }

        screen.Line();
    }

    /// <summary>The columns of figures, as many to a block as fit beside the words.</summary>
    private static IEnumerable<int[]> Blocks(ReportTable table, int words, int width)
    {
        int left = width - Enumerable.Range(0, words).Sum(i => Math.Min(WidestWords, WidthOf(table, i)) + Gap);
        List<int> block = [];
        int used = 0;
        for (int i = words; i < table.Columns.Count; i++)
        {
            int needed = WidthOf(table, i) + Gap;
            if (block.Count > 0 && used + needed > left)
            {
                yield return [.. block];
                block.Clear();
                used = 0;
            }

            block.Add(i);
            used += needed;
        }

        yield return [.. block];
    }

    /// <summary>The widest cell, or the longest word of the heading, which may break between words.</summary>
    private static int WidthOf(ReportTable table, int column) => Math.Max(
        table.Columns[column].HeadingWithUnit.Split(' ').Max(word => word.Length),
        table.Rows.Max(row => CellText.ForPeople(row[column]).Length));

    private static Table Grid(ReportTable table, int[] columns)
    {
        Table grid = new Table().Border(TableBorder.None);
        foreach (int i in columns)
        {
            TableColumn column = new TableColumn(new Text(Printable.Of(table.Columns[i].HeadingWithUnit), new Style(decoration: Decoration.Dim))).Padding(0, 0, Gap, 0);
            grid.AddColumn(table.Columns[i].IsNumeric ? column.RightAligned() : column);
        }

        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            Style style = row[0] is TextCell { Rank: Spread.TotalRank } ? new Style(decoration: Decoration.Bold) : Style.Plain;
            grid.AddRow(columns.Select(i => new Text(Printable.Of(CellText.ForPeople(row[i])), style)));
        }

        return grid;
    }
}
