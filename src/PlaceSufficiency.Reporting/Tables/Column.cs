namespace PlaceSufficiency.Reporting.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Key">Stable name in lower case and underscores, without its unit.</param>
/// <param name="Heading">Words for people, without the unit.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="IsForPrograms">Whether people are spared it, an identifier beside its name for example.</param>
public sealed record Column(string Key, string Heading, Unit Unit, bool IsForPrograms = false)
{
    /// <summary>Whether it holds numbers, which are set to the right.</summary>
    public bool IsNumeric => Unit != Unit.None;

    /// <summary>Header in CSV: the key, ending in its unit ("demand_pupils").</summary>
    public string CsvHeader => UnitSuffix is "" || Key == UnitSuffix || Key.EndsWith($"_{UnitSuffix}", StringComparison.Ordinal)
        ? Key
        : $"{Key}_{UnitSuffix}";

    /// <summary>Heading for people with its unit: "Demand (pupils)".</summary>
    public string HeadingWithUnit => UnitWords(Unit) is { Length: > 0 } words && !Heading.EndsWith(words, StringComparison.OrdinalIgnoreCase)
        ? $"{Heading} ({words})"
        : Heading;

    private string UnitSuffix => Unit switch
    {
        Unit.Pupils => "pupils",
        Unit.PupilYears => "pupil_years",
        Unit.Places => "places",
        Unit.Pounds => "pounds",
        Unit.PoundsMillion => "pounds_million",
        Unit.Minutes => "minutes",
        Unit.Percent => "percent",
        _ => string.Empty,
    };

    /// <summary>The unit as people write it; empty for words and numbers whose unit stands in the row.</summary>
    public static string UnitWords(Unit unit) => unit switch
    {
        Unit.Pupils => "pupils",
        Unit.PupilYears => "pupil years",
        Unit.Places => "places",
        Unit.Pounds => "£",
        Unit.PoundsMillion => "£m",
        Unit.Minutes => "minutes",
        Unit.Percent => "%",
        _ => string.Empty,
    };
}
