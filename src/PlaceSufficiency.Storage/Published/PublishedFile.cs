using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using CsvHelper.Configuration;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Published;

/// <summary>One row of a published table.</summary>
public sealed class PublishedRow
{
    private readonly string _file;
    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly string[] _cells;

    internal PublishedRow(string file, int line, IReadOnlyDictionary<string, int> columns, string[] cells)
    {
        (_file, Line, _columns, _cells) = (file, line, columns, cells);
    }

    /// <summary>Line in the file, the header being 1.</summary>
    public int Line { get; }

    /// <summary>The cell of a column, trimmed.</summary>
    /// <exception cref="FindingsException">The file has no such column.</exception>
    public string this[string column] => _columns.TryGetValue(column, out int index)
        ? _cells[index].Trim()
        : throw new FindingsException([Finding.Error(
            "published-column", "The published table has no such column; its layout may have changed.", _file, key: "column", value: column, maybe: NearMiss.Sentence(column, _columns.Keys))]);

    /// <summary>The count of a column; null where a symbol stands for it.</summary>
    /// <exception cref="FindingsException">There is no such column, or the cell is no count.</exception>
    public int? Count(string column) => DfeNumber.Read(this[column], _file, Line, column);

    /// <summary>The count of a column, a symbol being none.</summary>
    public int CountOrNone(string column) => Count(column) ?? 0;

    /// <summary>Whether the file has the column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);
}

/// <summary>A published CSV file, plain or gzipped. Read as a stream: the files are large and only some rows are wanted.</summary>
public static class PublishedFile
{
    /// <summary>Whether the folder has a file of that name, plain or gzipped.</summary>
    public static bool Exists(string folder, string name) => Found(folder, name) is not null;

    /// <summary>The rows of <paramref name="name"/> in <paramref name="folder"/>, or of the same name with ".gz".</summary>
    /// <exception cref="FindingsException">There is no such file, or a row has more or fewer cells than the header.</exception>
    public static IEnumerable<PublishedRow> Rows(string folder, string name) => Found(folder, name) is { } path
        ? Rows(path)
        : throw new FindingsException([Finding.Error("published-file", "There is no such published table, plain or gzipped.", name, value: folder)]);

    /// <summary>The rows of the file at a path, gzipped where its name ends in ".gz".</summary>
    /// <exception cref="FindingsException">There is no such file, or a row has more or fewer cells than the header.</exception>
    public static IEnumerable<PublishedRow> At(string path) => File.Exists(path)
        ? Rows(path)
        : throw new FindingsException([Finding.Error("published-file", "There is no such published table.", path)]);

    private static string? Found(string folder, string name) =>
        new[] { name, name + ".gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private static IEnumerable<PublishedRow> Rows(string path)
    {
        string file = Path.GetFileName(path);
        using FileStream stream = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using StreamReader text = new(plain);
        using CsvParser parser = new(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        if (!parser.Read() || parser.Record is not { } header)
        {
            throw new FindingsException([Finding.Error("published-empty", "The published table is empty.", file)]);
        }

        Dictionary<string, int> columns = header.Select((name, index) => (Name: name.Trim().TrimStart('\uFEFF'), index))
            .DistinctBy(column => column.Name).ToDictionary(column => column.Name, column => column.index);
        while (parser.Read())
        {
            if (parser.Record is not { } cells || cells.Length != header.Length)
            {
                throw new FindingsException([Finding.Error("published-row", $"The row has {parser.Record?.Length ?? 0} cells; the header has {header.Length}.", file, parser.RawRow)]);
            }

            yield return new PublishedRow(file, parser.RawRow, columns, cells);
        }
    }
}
