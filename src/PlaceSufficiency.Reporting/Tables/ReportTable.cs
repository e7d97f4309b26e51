namespace PlaceSufficiency.Reporting.Tables;

/// <summary>A table of figures: one row an observation, defined once and rendered by every writer.</summary>
/// <param name="Key">Stable name in lower case and hyphens; the CSV's file name without its ending.</param>
/// <param name="Title">Caption for people.</param>
/// <param name="Note">What to know when reading it; empty where nothing.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows; each has one cell a column.</param>
/// <param name="Spreads">How people read it, years across; empty where the rows are few and read as they are.</param>
public sealed record ReportTable(
    string Key, string Title, string Note, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, IReadOnlyList<Spread> Spreads)
{
    /// <summary>The tables that people read: the spreads, or the table itself where it has none.</summary>
    /// <param name="brief">Only what a terminal has room for.</param>
    public IReadOnlyList<ReportTable> ForPeople(bool brief) => Spreads.Count == 0
        ? [WithoutColumnsForPrograms()]
        : [.. Spreads.Where(spread => spread.Room != (brief ? SpreadRoom.Page : SpreadRoom.Terminal)).Select(spread => spread.Of(this))];

    /// <summary>Position of the column of that key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public int IndexOf(string columnKey)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Key == columnKey)
            {
                return i;
            }
        }

        throw new KeyNotFoundException($"Table {Key} has no column {columnKey}.");
    }

    private ReportTable WithoutColumnsForPrograms()
    {
        int[] kept = [.. Columns.Index().Where(column => !column.Item.IsForPrograms).Select(column => column.Index)];
        return this with { Columns = [.. kept.Select(i => Columns[i])], Rows = [.. Rows.Select(row => (IReadOnlyList<Cell>)[.. kept.Select(i => row[i])])] };
    }
}
