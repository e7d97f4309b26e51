using System.Globalization;

namespace PlaceSufficiency.Domain.Time;

/// <summary>Reads the two-year notation that academic years ("2021/22") and financial years ("2021-22") share.</summary>
internal static class YearPair
{
    /// <summary>Reads the first year of a pair whose second year is the next one, in two or four digits.</summary>
    internal static bool TryParse(string? text, char separator, out int startYear)
    {
        startYear = 0;
        string[] parts = text?.Trim().Split(separator) ?? [];
        if (parts.Length != 2 || parts[0].Length != 4 || parts[1].Length is not (2 or 4)
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out startYear)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int second))
        {
            return false;
        }

        int expected = parts[1].Length == 2 ? (startYear + 1) % 100 : startYear + 1;
        return second == expected && startYear is >= 1990 and <= 2150;
    }
}
