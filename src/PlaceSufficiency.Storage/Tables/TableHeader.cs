using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>The columns of a file, in its order.</summary>
/// <param name="Columns">The column under each header; null for one that is unknown or stands twice.</param>
/// <param name="IsRight">Whether the header is the table's, so that rows can be understood as a whole.</param>
internal sealed record HeaderColumns(IReadOnlyList<Column?> Columns, bool IsRight);

/// <summary>Checks the header row of a table against its columns.</summary>
internal static class TableHeader
{
    private static readonly (char Delimiter, string Name)[] _others = [(';', "a semicolon"), ('\t', "a tab"), ('|', "a vertical bar")];

    /// <summary>What the header names, with findings for what is not the table's; null when the rows cannot be read at all.</summary>
    public static HeaderColumns? Read(Table table, IReadOnlyList<string> names, int line, FindingList findings)
    {
        if (WrongDelimiter(table, names) is { } found)
        {
            findings.Add(Finding.Error("wrong-delimiter", $"The columns are separated by {found}; a comma is wanted.", table.Path, line));
            return null;
        }

        Dictionary<string, Column> known = table.Columns.ToDictionary(column => column.Name);
        List<Column?> header = [];
        bool right = true;
        foreach (string name in names.Select(name => name.Trim()))
        {
            Column? column = known.GetValueOrDefault(name);
            if (column is null)
            {
                string? maybe = NearMiss.Sentence(name, known.Keys.Where(candidate => !names.Contains(candidate)));
                findings.Add(Finding.Error("unknown-column", "The table has no such column.", table.Path, line, value: name, maybe: maybe));
                right = false;
            }
            else if (header.Contains(column))
            {
                findings.Add(Finding.Error("duplicate-column", "The column stands twice in the header.", table.Path, line, name));
                (column, right) = (null, false);
            }

            header.Add(column);
        }

        foreach (Column column in table.Columns.Where(column => table.Requires(column) && !header.Contains(column)))
        {
            findings.Add(Finding.Error("missing-column", $"The column is missing. {column.Meaning}", table.Path, line, column.Name));
            right = false;
        }

        return new HeaderColumns(header, right);
    }

    private static string? WrongDelimiter(Table table, IReadOnlyList<string> names)
    {
        int Known(IEnumerable<string> header) => header.Count(name => table.Columns.Any(column => column.Name == name.Trim().Trim('"')));
        string joined = string.Join(',', names);
        return _others.Where(other => Known(joined.Split(other.Delimiter)) > Known(names)).Select(other => other.Name).FirstOrDefault();
    }
}
