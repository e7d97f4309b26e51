using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Records;

/// <summary>A row of a file of records: its line and its cells by column.</summary>
internal sealed record RecordRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell of a column, without blanks around it.</summary>
    internal string this[string column] => Cells[column];

    /// <summary>The cell as a whole number; null when it is none.</summary>
    internal int? Number(string column) => int.TryParse(Cells[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
}

/// <summary>Reads a CSV file of records by its header. Rows are checked by whoever knows what they mean.</summary>
internal static class RecordTable
{
    /// <summary>Largest file that is read, in bytes.</summary>
    private const long Largest = 500_000_000;

    /// <summary>The rows; none and a finding when the file is missing or its header lacks a column or has a column twice.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="needed">Columns that must be there, whatever their case and order; others are passed over.</param>
    /// <param name="sorting">Counts rows whose cells are not as many as the header's.</param>
    /// <param name="findings">What is wrong.</param>
    internal static IReadOnlyList<RecordRow> Read(string path, IReadOnlyList<string> needed, RowSorting sorting, FindingList findings)
    {
        string name = Path.GetFileName(path);
        FileInfo file = new(path);
        if (!file.Exists || file.Length > Largest)
        {
            findings.Add(Finding.Error(file.Exists ? "file-too-large" : "missing-file", file.Exists ? "The file has more than 500 MB." : "There is no such file.", name));
            return [];
        }

        using StreamReader reader = new(path);
        using CsvParser parser = new(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, TrimOptions = TrimOptions.Trim });
        string[] header = parser.Read() ? [.. (parser.Record ?? []).Select(cell => cell.Trim().ToLowerInvariant())] : [];
        string[] missing = [.. needed.Except(header)];
        foreach (string column in missing)
        {
            findings.Add(Finding.Error("missing-column", "The header has no such column.", name, 1, column, maybe: NearMiss.Sentence(column, header.Except(needed))));
        }

        foreach (KeyValuePair<string, int> twice in header.Where(needed.Contains).CountBy(column => column).Where(count => count.Value > 1))
        {
            findings.Add(Finding.Error("duplicate-column", "The header has the column twice.", name, 1, twice.Key));
        }

        return findings.HasErrorsIn(name) ? [] : [.. Rows(parser, header, sorting, findings, name)];
    }

    private static IEnumerable<RecordRow> Rows(CsvParser parser, string[] header, RowSorting sorting, FindingList findings, string name)
    {
        int misfits = 0;
        while (parser.Read())
        {
            string[] cells = parser.Record ?? [];
            if (cells.Length != header.Length)
            {
                sorting.SetAside("cells not as many as the header's");
                if (misfits++ == 0)
                {
                    findings.Add(Finding.Warning("row-length", string.Create(CultureInfo.InvariantCulture, $"The row has {cells.Length} cells where the header has {header.Length}; such rows are set aside."), name, parser.RawRow));
                }

                continue;
            }

            yield return new RecordRow(parser.RawRow, header.Zip(cells).GroupBy(pair => pair.First).ToDictionary(group => group.Key, group => group.First().Second));
        }
    }
}
