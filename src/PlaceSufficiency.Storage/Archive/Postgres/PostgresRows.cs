using Npgsql;
using NpgsqlTypes;

namespace PlaceSufficiency.Storage.Archive.Postgres;

/// <summary>Cells of an archive to and from PostgreSQL.</summary>
internal static class PostgresRows
{
    /// <summary>Every row that a reader has.</summary>
    public static IReadOnlyList<object?[]> Of(NpgsqlDataReader reader)
    {
        List<object?[]> rows = [];
        while (reader.Read())
        {
            object?[] row = new object?[reader.FieldCount];
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Writes a cell as its type.</summary>
    public static void Write(NpgsqlBinaryImporter importer, object? cell)
    {
        switch (cell)
        {
            case null:
                importer.WriteNull();
                break;
            case string text:
                importer.Write(text, NpgsqlDbType.Text);
                break;
            case int whole:
                importer.Write(whole, NpgsqlDbType.Integer);
                break;
            case long number:
                importer.Write(number, NpgsqlDbType.Bigint);
                break;
            case decimal pounds:
                importer.Write(pounds, NpgsqlDbType.Numeric);
                break;
            case double real:
                importer.Write(real, NpgsqlDbType.Double);
                break;
            default:
                throw new ArgumentException($"{cell.GetType()} is no cell of an archive.", nameof(cell));
        }
    }
}
