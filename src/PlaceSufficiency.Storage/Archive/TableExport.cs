using System.Text;
using PlaceSufficiency.Storage.Archive.Embedded;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>Writes a table of one or many runs to a file that other programs read; the first column is the run.</summary>
public static class TableExport
{
    /// <summary>Writes the file aside and renames it into place.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="runs">The runs, in their order; those that did not keep the table are left out.</param>
    /// <param name="table">The table.</param>
    /// <param name="path">A path that ends in .parquet or .csv.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static long Write(IRunArchive archive, IEnumerable<RunManifest> runs, RunTable table, string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string aside = Path.Combine(folder, $".{Path.GetFileName(path)}.partial-{Environment.ProcessId}");
        RunTable withRun = table with { Columns = [new ArchiveColumn("run", ArchiveType.Text), .. table.Columns] };
        IEnumerable<object?[]> rows =
            from run in archive.ReadEach(runs.Where(run => run.Tables.Any(kept => kept.Name == table.Name)).Select(run => run.Id), table)
            from row in run.Rows.Rows
            select (object?[])[run.Id, .. row];
        try
        {
            long count = path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? WriteParquet(withRun, rows, aside) : WriteCsv(withRun, rows, aside);
            File.Move(aside, path, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private static int WriteParquet(RunTable table, IEnumerable<object?[]> rows, string path)
    {
        object?[][] all = [.. rows];
        using ParquetTables parquet = new();
        parquet.Write(new TableRows(table, all), path);
        return all.Length;
    }

    private static long WriteCsv(RunTable table, IEnumerable<object?[]> rows, string path)
    {
        using StreamWriter writer = new(path, append: false, new UTF8Encoding(false));
        writer.Write(CsvText.Row(table.Columns.Select(column => column.Name)));
        long count = 0;
        foreach (object?[] row in rows)
        {
            writer.Write(CsvText.Row(row.Select(cell => cell is null ? string.Empty : TableContent.Text(cell))));
            count++;
        }

        return count;
    }
}
