using System.Globalization;

namespace PlaceSufficiency.Reporting.Xlsx;

/// <summary>
/// Names of sheets that every spreadsheet program takes: at most 31 characters, none of <c>[ ] : * ? / \</c>, no apostrophe at either
/// end, not "History", and none twice, large and small letters being the same.
/// </summary>
/// <remarks>The limits are those of Excel; LibreOffice's are wider.</remarks>
internal sealed class SheetNames
{
    /// <summary>Characters that a name may have.</summary>
    internal const int Longest = 31;

    private const string Forbidden = "[]:*?/\\";

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <summary>The name nearest to the wished one that is still free; it is taken from now on.</summary>
    internal string Take(string wished)
    {
        string plain = Plain(wished);
        string name = plain;
        for (int number = 2; !_taken.Add(name); number++)
        {
            string ending = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            name = $"{Cut(plain, Longest - ending.Length)}{ending}";
        }

        return name;
    }

    private static string Plain(string wished)
    {
        string allowed = string.Concat(wished.Select(letter => Forbidden.Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? ' ' : letter));
        string name = Cut(allowed.Trim().Trim('\''), Longest).TrimEnd('\'');
        return name.Length == 0 ? "Sheet" : name;
    }

    /// <summary>At most that many characters, never half of a pair of surrogates.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }
}
