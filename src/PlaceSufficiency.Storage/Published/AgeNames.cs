using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceSufficiency.Storage.Published;

/// <summary>Ages as the SEN2 releases write them.</summary>
public static partial class AgeNames
{
    /// <summary>
    /// The age of a row of a table by single year: "age 7" is 7, "age 25" is 24 (no year group is older), "under 3" and "age 2 and
    /// under" are 2, "age 20 and over" is 20. Null for "Age unknown" and anything else.
    /// </summary>
    public static int? SingleYear(string name) => name switch
    {
        "under 3" or "age 2 and under" => 2,
        "age 20 and over" => 20,
        _ => Single().Match(name) is { Success: true } match
            ? Math.Min(24, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            : null,
    };

    /// <summary>The band of a row of the 2022 release: "Under 5" is 0 to 4, "Age 20 to 25" is 20 to 24. Null for the total and anything else.</summary>
    public static (int From, int To)? Band(string name) => name switch
    {
        "Under 5" => (0, 4),
        _ => Banded().Match(name) is { Success: true } match
            ? (Number(match.Groups[1]), Math.Min(24, Number(match.Groups[2])))
            : null,
    };

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^age (\d{1,2})$")]
    private static partial Regex Single();

    [GeneratedRegex(@"^Age (\d{1,2}) to (\d{1,2})$")]
    private static partial Regex Banded();
}
