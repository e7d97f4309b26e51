using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>Age bands as the releases write them, one to their ages.</summary>
internal static partial class SeriesAges
{
    /// <summary>Oldest age at which a plan can be held.</summary>
    internal const int Oldest = 25;

    /// <summary>
    /// The ages of a label: "Under 5" is 0 to 4, "age 2 and under" 0 to 2, "age 7" 7 to 7, "Age 20 to 25" 20 to 25, "age 20 and over"
    /// 20 to 25. Null where the label is no age at all; ages above 25 are given as written.
    /// </summary>
    internal static (int From, int To)? Of(string label)
    {
        if (Match(Under(), label) is { } under)
        {
            return (0, under[0] - 1);
        }

        if (Match(AndUnder(), label) is { } andUnder)
        {
            return (0, andUnder[0]);
        }

        if (Match(AndOver(), label) is { } andOver)
        {
            return (andOver[0], Math.Max(Oldest, andOver[0]));
        }

        return Match(Banded(), label) is { } banded ? (banded[0], banded[1]) : Match(Single(), label) is { } single ? (single[0], single[0]) : null;
    }

    /// <summary>Whether the label says that the age is not known.</summary>
    internal static bool IsUnknown(string label) => label.Contains("unknown", StringComparison.OrdinalIgnoreCase);

    private static int[]? Match(Regex pattern, string label) => pattern.Match(label) is { Success: true } match
        ? [.. match.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture))]
        : null;

    [GeneratedRegex(@"^under (\d{1,3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Under();

    [GeneratedRegex(@"^age (\d{1,3}) and under$", RegexOptions.IgnoreCase)]
    private static partial Regex AndUnder();

    [GeneratedRegex(@"^age (\d{1,3}) and over$", RegexOptions.IgnoreCase)]
    private static partial Regex AndOver();

    [GeneratedRegex(@"^age (\d{1,3}) to (\d{1,3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Banded();

    [GeneratedRegex(@"^age (\d{1,3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Single();
}
