using System.Text;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Reporting.Csv;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Cli.Archives;

/// <summary>Tables that a batch's runs say together, as CSV files in a folder.</summary>
internal static class TableFiles
{
    /// <summary>Writes each table that has rows, aside and renamed into place; nothing where no folder is named.</summary>
    internal static void Write(Screen screen, string? folder, IEnumerable<ReportTable> tables)
    {
        if (folder is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (ReportTable table in tables.Where(table => table.Rows.Count > 0))
        {
            string path = Path.Combine(folder, $"{table.Key}.csv");
            File.WriteAllText($"{path}.partial", CsvText.Of(table), new UTF8Encoding(false));
            File.Move($"{path}.partial", path, overwrite: true);
            screen.Unbroken($"Written: {path.Replace('\\', '/')}");
        }
    }
}
