using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>Writes the tables of a case.</summary>
internal static class CsvTable
{
    /// <summary>Writes a table whole: readers see the old file or the new one, never a half.</summary>
    internal static void Write(string folder, string name, string[] header, IEnumerable<string[]> rows)
    {
        string path = Path.Combine(folder, name);
        string half = path + ".part";
        using (StreamWriter text = new(half) { NewLine = "\n" })
        using (CsvWriter csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            foreach (string[] row in rows.Prepend(header))
            {
                foreach (string cell in row)
                {
                    csv.WriteField(cell);
                }

                csv.NextRecord();
            }
        }

        File.Move(half, path, overwrite: true);
    }

    /// <summary>A row of cells as invariant text.</summary>
    internal static string[] Row(params object[] cells) => [.. cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)!)];
}
