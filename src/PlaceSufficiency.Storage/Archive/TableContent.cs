using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>The content of a table as one text, so that it can be hashed and compared whatever it is stored in.</summary>
internal static class TableContent
{
    /// <summary>SHA-256 of the table's columns and rows, lower-case hexadecimal.</summary>
    public static string Sha256(TableRows rows)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\t', rows.Table.Columns.Select(column => column.Name)) + "\n"));
        StringBuilder line = new();
        foreach (object?[] row in rows.Rows)
        {
            line.Clear().AppendJoin('\t', row.Select(Text)).Append('\n');
            hash.AppendData(Encoding.UTF8.GetBytes(line.ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Whether the content has that SHA-256, taken when it was written: of all its columns, or, by an older version of the program, without those that are now empty
    /// because they came later.
    /// </summary>
    public static bool IsAsWritten(TableRows rows, string sha256)
    {
        if (Sha256(rows) == sha256)
        {
            return true;
        }

        int[] older = [.. rows.Table.Columns.Index().Where(column => !column.Item.IsLater).Select(column => column.Index)];
        bool isOlder = older.Length < rows.Table.Columns.Count && rows.Rows.All(row => row.Index().All(cell => cell.Item is null || older.Contains(cell.Index)));
        return isOlder && Sha256(new TableRows(
            rows.Table with { Columns = [.. older.Select(column => rows.Table.Columns[column])] }, [.. rows.Rows.Select(row => older.Select(column => row[column]).ToArray())])) == sha256;
    }

    /// <summary>A cell as text: money with two decimals, doubles so that they read back the same, nothing as a backslash and N.</summary>
    public static string Text(object? cell) => cell switch
    {
        null => "\\N",
        string words => words,
        decimal pounds => pounds.ToString("0.00", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{cell.GetType()} is no cell of an archive.", nameof(cell)),
    };
}
