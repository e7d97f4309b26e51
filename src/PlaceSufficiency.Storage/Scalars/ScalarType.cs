using System.Globalization;

namespace PlaceSufficiency.Storage.Scalars;

/// <summary>How one kind of value is written in a cell or a YAML scalar.</summary>
/// <param name="Name">Name of the type for the data dictionary, "whole number from 0" for example.</param>
/// <param name="Words">Every accepted spelling where there are few; empty where there are many.</param>
/// <param name="Pattern">Regular expression that accepted texts match (a schema hint, not the check); null where none helps.</param>
internal abstract record ScalarType(string Name, IReadOnlyList<string> Words, string? Pattern)
{
    /// <summary>Reads a text that is not blank.</summary>
    internal abstract Reading<object> ReadBoxed(string text);

    /// <summary>How the value is written; what is read from it is the value again.</summary>
    internal abstract string WriteBoxed(object value);

    /// <summary>Whether the value is a number, which YAML and JSON write without quotes.</summary>
    internal bool IsNumber { get; init; }

    /// <summary>Whether the number is a whole one.</summary>
    internal bool IsWhole { get; init; }
}

/// <summary>How values of one type are written.</summary>
internal sealed record ScalarType<T>(string Name, Func<string, Reading<T>> Read, IReadOnlyList<string>? Spellings = null, string? Pattern = null)
    : ScalarType(Name, Spellings ?? [], Pattern)
    where T : notnull
{
    /// <summary>How a value is written.</summary>
    public Func<T, string> Write { get; init; } = value => string.Create(CultureInfo.InvariantCulture, $"{value}");

    internal override string WriteBoxed(object value) => Write((T)value);

    internal override Reading<object> ReadBoxed(string text) => Read(text).Then<object>(value => new Reading<object>(value, null));
}
