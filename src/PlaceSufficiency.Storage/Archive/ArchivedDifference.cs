namespace PlaceSufficiency.Storage.Archive;

/// <summary>A row that two archived runs have different figures in.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The cells that name the row, "2027/28, secondary, SEMH".</param>
/// <param name="Column">The figure.</param>
/// <param name="First">Its value in the first run; null where the run has no such row.</param>
/// <param name="Second">Its value in the second run.</param>
public sealed record ArchivedDifference(string Table, string Key, string Column, object? First, object? Second)
{
    /// <summary>Every figure of a table that two runs have differently, in the order of the first run's rows and then of the second's.</summary>
    public static IEnumerable<ArchivedDifference> Between(TableRows first, TableRows second)
    {
        RunTable table = first.Table;
        Dictionary<string, object?[]> others = second.Rows.ToDictionary(row => KeyOf(table, row));
        HashSet<string> seen = [];
        foreach (object?[] row in first.Rows)
        {
            string key = KeyOf(table, row);
            seen.Add(key);
            object?[]? other = others.GetValueOrDefault(key);
            for (int i = table.Keys; i < table.Columns.Count; i++)
            {
                if (!Equals(row[i], other?[i]))
                {
                    yield return new ArchivedDifference(table.Name, key, table.Columns[i].Name, row[i], other?[i]);
                }
            }
        }

        foreach (object?[] row in second.Rows.Where(row => !seen.Contains(KeyOf(table, row))))
        {
            for (int i = table.Keys; i < table.Columns.Count; i++)
            {
                yield return new ArchivedDifference(table.Name, KeyOf(table, row), table.Columns[i].Name, null, row[i]);
            }
        }
    }

    private static string KeyOf(RunTable table, object?[] row) => string.Join(", ", row.Take(table.Keys).Select(cell => cell is null ? "-" : TableContent.Text(cell)));
}
