using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A column of a table: what the reader checks and the data dictionary says, stated once.</summary>
/// <param name="Name">Header.</param>
/// <param name="Type">How its cells are written.</param>
/// <param name="Unit">Unit; empty where there is none.</param>
/// <param name="Required">Whether the column must be there and no cell of it blank.</param>
/// <param name="Default">What a blank cell means, as written in the dictionary; empty for required columns.</param>
/// <param name="Meaning">What it says, one sentence.</param>
internal abstract record Column(string Name, ScalarType Type, string Unit, bool Required, string Default, string Meaning)
{
    /// <summary>What a blank cell means in a case that states costs per pupil (costs.csv); null where it must be filled there too.</summary>
    public string? WithCosts { get; init; }

    /// <summary>A column that must be filled.</summary>
    public static Column<T> Needed<T>(string name, ScalarType<T> type, string meaning, string unit = "")
        where T : notnull => new(name, type, unit, true, string.Empty, meaning);

    /// <summary>A column that may be left out or blank, and what that means.</summary>
    public static Column<T> Optional<T>(string name, ScalarType<T> type, string blank, string meaning, string unit = "")
        where T : notnull => new(name, type, unit, false, blank, meaning);

    /// <summary>Where the figures come from.</summary>
    public static Column<string> Source() => Needed("source", FieldScalars.Text, "Where the row's figures come from, or the assumption they rest on.") with { WithCosts = "none" };

    /// <summary>What the figures are of.</summary>
    public static Column<string> Date() => Needed("date", FieldScalars.Date, "Date that the row's figures describe.") with { WithCosts = "none" };
}

/// <summary>A column whose cells hold values of one type.</summary>
internal sealed record Column<T>(string Name, ScalarType<T> Of, string Unit, bool Required, string Default, string Meaning)
    : Column(Name, Of, Unit, Required, Default, Meaning)
    where T : notnull;
