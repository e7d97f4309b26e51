using System.Globalization;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Published;

/// <summary>Numbers as the Department for Education writes them.</summary>
public static class DfeNumber
{
    /// <summary>
    /// Reads a count. "x" (not available), "z" (not applicable), "c" (suppressed), "-" (none, or rounded to nothing), ":" and a
    /// blank are no count: null. Thousands may be separated by commas.
    /// </summary>
    /// <param name="text">The cell.</param>
    /// <param name="file">File, for the message.</param>
    /// <param name="row">Line, for the message.</param>
    /// <param name="column">Column, for the message.</param>
    /// <exception cref="FindingsException">The cell is neither a whole number of at least 0 nor one of the symbols.</exception>
    public static int? Read(string text, string file, int row, string column)
    {
        string trimmed = text.Trim();
        if (trimmed is "" or "x" or "z" or "c" or "-" or ":" or "X" or "Z" or "C")
        {
            return null;
        }

        return int.TryParse(trimmed, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int number) && number >= 0
            ? number
            : throw new FindingsException([Finding.Error(
                "published-number", "A published count is a whole number of at least 0 or one of x z c - .", file, row, column, text)]);
    }
}
