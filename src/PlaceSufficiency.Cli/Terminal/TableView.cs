using PlaceSufficiency.Domain.Time;
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
    private const int WidestOfSeveralWords = 26;
    private const int WordsGap = 2;
    private const int MostFullYears = 6;

    /// <summary>Shows the tables that a terminal has room for.</summary>
    public static void Show(Screen screen, ReportTable table)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        foreach (ReportTable forPeople in table.ForPeople(brief: true))
        {
            ShowOne(screen, WithShortYears(forPeople));
        }
    }

    /// <summary>"20/21" for "2020/21" where there are too many years to write in full.</summary>
    private static ReportTable WithShortYears(ReportTable table) => table.Columns.Count(column => IsYear(column.Heading)) <= MostFullYears
        ? table
        : table with { Columns = [.. table.Columns.Select(column => IsYear(column.Heading) ? column with { Heading = column.Heading[2..] } : column)] };

    private static bool IsYear(string heading) => AcademicYear.TryParse(heading, out _) || FinancialYear.TryParse(heading, out _);

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
        int left = width + WordsGap - Enumerable.Range(0, words).Sum(i => WordsWidth(table, i) + WordsGap);
        List<int> block = [];
        int used = 0;
        for (int i = words; i < table.Columns.Count; i++)
        {
            int needed = WidthOf(table, i) + GapAfter(table.Columns[i]);
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

    /// <summary>Words break where figures need the room; a table of words alone shares it out by itself.</summary>
    private static int WordsWidth(ReportTable table, int column)
    {
        int words = table.Columns.TakeWhile(each => !each.IsNumeric).Count();
        int widest = words == table.Columns.Count ? int.MaxValue : words > 2 ? WidestOfSeveralWords : WidestWords;
        return Math.Min(widest, WidthOf(table, column));
    }

    /// <summary>The widest cell, or the longest word of the heading, which may break between words.</summary>
    private static int WidthOf(ReportTable table, int column) => Math.Max(
        table.Columns[column].HeadingWithUnit.Split(' ').Max(word => word.Length),
        table.Rows.Max(row => CellText.ForPeople(row[column]).Length));

    /// <summary>Short years stand close to each other.</summary>
    private static int GapAfter(Column column) => IsYear(column.Key) && !IsYear(column.Heading) ? 1 : WordsGap;

    private static Table Grid(ReportTable table, int[] columns)
    {
        Table grid = new Table().Border(TableBorder.None);
        bool hasFigures = columns.Any(i => table.Columns[i].IsNumeric);
        foreach (int i in columns)
        {
            int width = table.Columns[i].IsNumeric ? WidthOf(table, i) : WordsWidth(table, i);
            Text heading = new(Heading(table.Columns[i], width), new Style(decoration: Decoration.Dim));
            TableColumn column = new TableColumn(heading).Padding(0, 0, i == columns[^1] ? 0 : GapAfter(table.Columns[i]), 0);
            grid.AddColumn(table.Columns[i].IsNumeric ? column.RightAligned().Width(width) : hasFigures ? column.Width(width) : column);
        }

        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            Style style = row[0] is TextCell { Rank: Spread.TotalRank } ? new Style(decoration: Decoration.Bold) : Style.Plain;
            grid.AddRow(columns.Select(i => new Text(Printable.Of(CellText.ForPeople(row[i])), style)));
        }

        return grid;
    }

    /// <summary>The heading, broken between words so that no line is wider than the column.</summary>
    private static string Heading(Column column, int width)
    {
        List<string> lines = [];
        foreach (string word in Printable.Of(column.HeadingWithUnit).Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join('\n', lines);
    }
}
