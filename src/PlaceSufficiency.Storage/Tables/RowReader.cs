using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>Reads the rows of one file under its header.</summary>
internal sealed class RowReader(Table table, HeaderColumns header, FindingList findings)
{
    private readonly Dictionary<string, int> _lineOfKey = [];
    private readonly HashSet<string> _names = [];

    /// <summary>Rows read so far, good and bad.</summary>
    public int Count { get; private set; }

    /// <summary>First key column of every row in which it was understood.</summary>
    public IReadOnlySet<string> Names => _names;

    /// <summary>The row, or null, with findings, when it cannot be used.</summary>
    public TableRow? Read(string[] cells, int line, bool hasBadQuotes)
    {
        Count++;
        if (hasBadQuotes)
        {
            findings.Add(Finding.Error(
                "bad-quotes", "A quotation mark stands inside a cell without being doubled, or a quoted cell has no end.", table.Path, line));
            return null;
        }

        if (cells.Length != header.Columns.Count)
        {
            bool more = cells.Length > header.Columns.Count;
            findings.Add(Finding.Error(
                more ? "too-many-cells" : "too-few-cells",
                $"The row has {cells.Length} cells and the header {header.Columns.Count}.",
                table.Path,
                line,
                maybe: more ? "a number has a decimal comma, or a text with a comma is not in quotation marks." : null));
            return null;
        }

        // A column is itself wherever it is asked for: comparing what it says would be most of the work of reading a row.
        Dictionary<Column, object> values = new(ReferenceEqualityComparer.Instance);
        bool understood = header.IsRight;
        foreach ((Column? column, string cell) in header.Columns.Zip(cells))
        {
            understood &= column is null || ReadCell(column, cell.Trim(), line, values);
        }

        TableRow row = new(line, values);
        if (values.ContainsKey(table.Key[0]))
        {
            _names.Add(row.Written(table.Key[0]));
        }

        return understood && IsNew(row) ? row : null;
    }

    private bool ReadCell(Column column, string cell, int line, Dictionary<Column, object> values)
    {
        if (cell.Length == 0)
        {
            if (table.Requires(column))
            {
                findings.Add(Finding.Error("missing-value", $"The cell is blank. {column.Meaning}", table.Path, line, column.Name));
            }

            return !table.Requires(column);
        }

        Reading<object> reading = column.Type.ReadBoxed(cell);
        if (reading.Problem is { } problem)
        {
            findings.Add(Finding.Error(problem.Code, problem.Message, table.Path, line, column.Name, cell, problem.Maybe));
            return false;
        }

        values.Add(column, reading.Value);
        return true;
    }

    private bool IsNew(TableRow row)
    {
        string[] key = [.. table.Key.Select(row.Written)];
        string joined = string.Join('\n', key);
        if (_lineOfKey.TryAdd(joined, row.Line))
        {
            return true;
        }

        findings.Add(Finding.Error(
            "duplicate-key",
            $"The row repeats line {_lineOfKey[joined]}.",
            table.Path,
            row.Line,
            string.Join(' ', table.Key.Select(column => column.Name)),
            string.Join(' ', key)));
        return false;
    }
}
