using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>Keys of summary.json: those of the whole, each with the keys of what stands below it.</summary>
internal static partial class SummaryKeys
{
    /// <summary>Words in code quotes, outside brackets, that stand for values and not for keys.</summary>
    private static readonly string[] _values = ["priced"];

    /// <summary>Keys in a summary. Items of a list are taken together; the keys of <c>pupilsByKind</c> are kinds and not looked at.</summary>
    internal static SortedDictionary<string, SortedSet<string>> Of(JsonElement root)
    {
        SortedDictionary<string, SortedSet<string>> keys = new(StringComparer.Ordinal);
        foreach (JsonProperty property in root.EnumerateObject())
        {
            IEnumerable<JsonElement> below = property.Value.ValueKind switch
            {
                JsonValueKind.Array => property.Value.EnumerateArray(),
                JsonValueKind.Object => [property.Value],
                _ => [],
            };
            keys[property.Name] = new SortedSet<string>(below.SelectMany(item => item.EnumerateObject()).Select(item => item.Name), StringComparer.Ordinal);
        }

        return keys;
    }

    /// <summary>Keys that the summary's README states.</summary>
    internal static SortedDictionary<string, SortedSet<string>> Documented()
    {
        string text = File.ReadAllText(Repository.At("src", "PlaceSufficiency.Reporting", "Json", "README.md"));
        SortedDictionary<string, SortedSet<string>> keys = new(StringComparer.Ordinal);
        foreach (Match row in Row().Matches(text))
        {
            foreach (string key in Words(row.Groups[1].Value))
            {
                keys[key] = Below(key, row.Groups[2].Value);
            }
        }

        keys["years"].UnionWith(Words(YearParagraph().Match(text).Value));
        return keys;
    }

    private static SortedSet<string> Below(string key, string meaning)
    {
        // Findings of a passed audit are few or none: their keys stand one level deeper and are no keys of "audit".
        IEnumerable<string> words = key == "audit" ? Words(meaning).Take(2) : Words(ValuesInBrackets().Replace(meaning, ""));
        return new SortedSet<string>(words.Except(_values), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(word => word.Groups[1].Value);

    [GeneratedRegex("^\\| (`[^|]+) \\| ([^|]+) \\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z0-9-]+)(?:\\[\\])?`")]
    private static partial Regex Word();

    [GeneratedRegex("\\([^)]*\\)")]
    private static partial Regex ValuesInBrackets();

    [GeneratedRegex("^A year: (?:.+\\n)+", RegexOptions.Multiline)]
    private static partial Regex YearParagraph();
}
