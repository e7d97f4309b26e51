using PlaceSufficiency.Domain.Money;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>How much room a spread is shown in.</summary>
public enum SpreadRoom
{
    /// <summary>On a page and in a terminal.</summary>
    Everywhere,

    /// <summary>In a terminal only: a page shows more.</summary>
    Terminal,

    /// <summary>On a page only: a terminal has no room for it.</summary>
    Page,
}

/// <summary>
/// How people read a tidy table: years across, one line a group (or a group and measure). Figures that fall together are added up;
/// lines that are nought throughout are left out unless they are the point; money is read in thousands of pounds.
/// </summary>
/// <param name="Title">Caption, without the unit.</param>
/// <param name="Across">Key of the column of years.</param>
/// <param name="Years">The years that become columns, in order, whether the table names them or not.</param>
/// <param name="Down">Keys of the columns that name a line; none for one line a measure.</param>
/// <param name="Measures">Keys of the numeric columns shown; with several, each has its line.</param>
/// <param name="HasTotal">Whether a last line adds all up; needs a single measure.</param>
/// <param name="Room">Where it is shown.</param>
/// <param name="KeepsZeros">Whether lines that are nought throughout stay.</param>
public sealed record Spread(
    string Title, string Across, IReadOnlyList<string> Years, IReadOnlyList<string> Down, IReadOnlyList<string> Measures, bool HasTotal = false, SpreadRoom Room = SpreadRoom.Everywhere,
    bool KeepsZeros = false)
{
    /// <summary>Rank of the word that begins the line of totals.</summary>
    public const int TotalRank = int.MaxValue;

    /// <summary>The table as people read it.</summary>
    public ReportTable Of(ReportTable table)
    {
        int across = table.IndexOf(Across);
        int[] down = [.. Down.Select(table.IndexOf)];
        int[] measures = [.. Measures.Select(table.IndexOf)];
        List<IReadOnlyList<Cell>> rows = [];
        foreach (IGrouping<LineKey, IReadOnlyList<Cell>> line in table.Rows.GroupBy(row => new LineKey([.. down.Select(i => (TextCell)row[i])])).OrderBy(group => group.Key))
        {
            foreach (int measure in measures)
            {
                Cell[] values = ValuesAcross(line, across, measure, table.Columns[measure].Unit);
                if (KeepsZeros || down.Length == 0 || !values.All(CellText.IsZero))
                {
                    rows.Add([.. line.Key.Words, .. MeasureWords(table.Columns[measure]), .. values]);
                }
            }
        }

        if (HasTotal)
        {
            Cell[] labels = [.. down.Select((_, i) => i == 0 ? new TextCell("All", TotalRank) : Cell.Nothing)];
            rows.Add([.. labels, .. ValuesAcross(table.Rows, across, measures[0], table.Columns[measures[0]].Unit)]);
        }

        return table with { Title = TitleWithUnit(table), Columns = [.. ColumnsFor(table, down)], Rows = rows, Spreads = [] };
    }

    private Cell[] ValuesAcross(IEnumerable<IReadOnlyList<Cell>> rows, int across, int measure, Unit unit)
    {
        ILookup<string, Cell> byYear = rows.ToLookup(row => ((TextCell)row[across]).Value, row => row[measure]);
        return [.. Years.Select(year => byYear[year].Aggregate(Nought(unit), Add)).Select(InThousands)];
    }

    private static Cell Nought(Unit unit) => unit switch
    {
        Unit.Pupils or Unit.Places => new CountCell(0),
        Unit.Pounds => new MoneyCell(Pounds.Zero),
        _ => Cell.Nothing,
    };

    private static Cell Add(Cell left, Cell right) => (left, right) switch
    {
        (EmptyCell, _) => right,
        (_, EmptyCell) => left,
        (SuppressedCell, _) or (_, SuppressedCell) => SuppressedCell.Instance,
        (CountCell a, CountCell b) => new CountCell(a.Value + b.Value),
        (MoneyCell a, MoneyCell b) => new MoneyCell(a.Value + b.Value),
        _ => throw new InvalidOperationException("Only counts and money can be added up; name more columns down."),
    };

    private static Cell InThousands(Cell cell) => cell is MoneyCell money ? money with { InThousands = true } : cell;

    private static string UnitWords(Unit unit) => unit == Unit.Pounds ? "£000" : Column.UnitWords(unit);

    private IEnumerable<Cell> MeasureWords(Column column)
    {
        if (Measures.Count > 1)
        {
            string unit = UnitWords(column.Unit);
            yield return new TextCell(unit.Length == 0 || column.Heading.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? column.Heading : $"{column.Heading} ({unit})");
        }
    }

    private IEnumerable<Column> ColumnsFor(ReportTable table, int[] down)
    {
        IEnumerable<Column> labels = down.Select(i => table.Columns[i]);
        IEnumerable<Column> measure = Measures.Count > 1 ? [new Column("measure", "Measure", Unit.None)] : [];
        return [.. labels, .. measure, .. Years.Select(year => new Column(year, year, Unit.AsStated))];
    }

    private string TitleWithUnit(ReportTable table)
    {
        string unit = Measures.Count > 1 ? string.Empty : UnitWords(table.Columns[table.IndexOf(Measures[0])].Unit);
        return unit.Length == 0 ? Title : $"{Title} ({unit})";
    }

    /// <summary>The words that name a line, in the order of their ranks and then of the alphabet.</summary>
    private sealed record LineKey(IReadOnlyList<TextCell> Words) : IComparable<LineKey>
    {
        public bool Equals(LineKey? other) => other is not null && Words.SequenceEqual(other.Words);

        public override int GetHashCode() => Words.Aggregate(0, HashCode.Combine);

        public int CompareTo(LineKey? other) => Words.Zip(other!.Words, Compare).FirstOrDefault(order => order != 0);

        private static int Compare(TextCell left, TextCell right) =>
            left.Rank != right.Rank ? left.Rank.CompareTo(right.Rank) : string.CompareOrdinal(left.Value, right.Value);
    }
}
