using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Archive.Embedded;

/// <summary>
/// Tables as Parquet files, compressed with zstd, through an embedded DuckDB that holds no file open between calls. One thread, rows in their order,
/// so that the same rows give the same bytes.
/// </summary>
internal sealed class ParquetTables : IDisposable
{
    /// <summary>Code of the finding that a version of the program with fewer columns wrote a table.</summary>
    internal const string OlderLayout = "older-layout";

    private readonly DuckDBConnection _connection = new("Data Source=:memory:;threads=1;preserve_insertion_order=true");

    /// <summary>Starts the engine.</summary>
    public ParquetTables() => _connection.Open();

    /// <summary>Writes a table to a new file.</summary>
    /// <exception cref="IOException">The disk refuses.</exception>
    public void Write(TableRows rows, string path)
    {
        string columns = string.Join(", ", rows.Table.Columns.Select(column => $"{Quoted(column.Name)} {TypeOf(column.Type)}{(column.IsOptional ? string.Empty : " NOT NULL")}"));
        Execute($"CREATE OR REPLACE TABLE written ({columns})");
        using (DuckDBAppender appender = _connection.CreateAppender("written"))
        {
            foreach (object?[] cells in rows.Rows)
            {
                IDuckDBAppenderRow row = appender.CreateRow();
                foreach (object? cell in cells)
                {
                    Append(row, cell);
                }

                row.EndRow();
            }
        }

        try
        {
            Execute($"COPY written TO {Literal(path)} (FORMAT parquet, COMPRESSION zstd)");
            Execute("DROP TABLE written");
        }
        catch (DuckDBException exception) when (exception.ErrorType == DuckDB.NET.Native.DuckDBErrorType.Io)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    /// <summary>Reads a table of several runs back: file by file, each row after the name of the folder that its file is in.</summary>
    /// <exception cref="FindingsException">A file is no such table, or an older version of the program wrote it with fewer columns.</exception>
    public IReadOnlyList<object?[]> Read(RunTable table, IReadOnlyList<string> paths)
    {
        string columns = string.Join(", ", table.Columns.Select(column => Quoted(column.Name)));
        try
        {
            return Query($"SELECT parse_path(filename)[-2], {columns} FROM read_parquet([{string.Join(", ", paths.Select(Literal))}], filename=true)").Rows;
        }
        catch (FindingsException) when (OfOlderLayout(table, paths) is { Length: > 0 } older)
        {
            throw new FindingsException(older);
        }
    }

    /// <summary>The files that can be read but lack columns. Asked only once reading has failed: it opens each file by itself.</summary>
    private Finding[] OfOlderLayout(RunTable table, IReadOnlyList<string> paths) =>
    [
        .. from path in paths
           let missing = MissingFrom(path, table)
           where missing.Length > 0
           select Finding.Error(
               OlderLayout, "The run's tables are of an older layout, which had no such columns.", string.Join('/', path.Split('/', '\\')[^3..]), key: string.Join(", ", missing),
               maybe: "read it with the version that made it, or run its batch again and remove it with 'archive prune --other-versions'."),
    ];

    private string[] MissingFrom(string path, RunTable table)
    {
        try
        {
            return [.. table.Columns.Select(column => column.Name).Except(Query($"SELECT name FROM parquet_schema({Literal(path)})").Rows.Select(row => (string)row[0]!))];
        }
        catch (FindingsException)
        {
            return [];
        }
    }

    /// <summary>Answers a query.</summary>
    /// <exception cref="FindingsException">It cannot be answered.</exception>
    public QueryResult Query(string sql)
    {
        try
        {
            using DuckDBCommand command = _connection.CreateCommand();
            command.CommandText = sql;
            using DbDataReader reader = command.ExecuteReader();
            string[] names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            List<object?[]> rows = [];
            while (reader.Read())
            {
                object?[] row = new object?[names.Length];
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                }

                rows.Add(row);
            }

            return new QueryResult(names, rows);
        }
        catch (DuckDBException exception)
        {
            throw new FindingsException([Finding.Error("bad-query", exception.Message.Trim(), value: sql.Length > 200 ? $"{sql[..200]}..." : sql)]);
        }
    }

    /// <summary>Does what a statement says.</summary>
    public void Execute(string sql)
    {
        using DuckDBCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A name as SQL writes it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Text as SQL writes it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The engine's type of a column.</summary>
    public static string TypeOf(ArchiveType type) => type switch
    {
        ArchiveType.Text => "VARCHAR",
        ArchiveType.Whole => "INTEGER",
        ArchiveType.Long => "BIGINT",
        ArchiveType.Amount => "DECIMAL(18,2)",
        ArchiveType.Real => "DOUBLE",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of an archive."),
    };

    /// <summary>Stops the engine.</summary>
    public void Dispose() => _connection.Dispose();

    private static void Append(IDuckDBAppenderRow row, object? cell) => _ = cell switch
    {
        null => row.AppendNullValue(),
        string text => row.AppendValue(text),
        int whole => row.AppendValue(whole),
        long number => row.AppendValue(number),
        decimal pounds => row.AppendValue(pounds),
        double real => row.AppendValue(real),
        _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{cell.GetType()} is no cell of an archive."), nameof(cell)),
    };
}
