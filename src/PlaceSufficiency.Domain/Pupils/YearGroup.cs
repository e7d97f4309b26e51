using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PlaceSufficiency.Domain.Pupils;

/// <summary>
/// National curriculum year: age on 31 August minus 4, from -4 (age 0) to 20 (age 24). 0 is Reception.
/// <c>default</c> is Reception.
/// </summary>
public readonly record struct YearGroup : IComparable<YearGroup>
{
    /// <summary>The youngest year group, age 0.</summary>
    public static readonly YearGroup Youngest = new(-4);

    /// <summary>The oldest year group, age 24; a plan can be maintained until the end of the year in which its holder turns 25.</summary>
    public static readonly YearGroup Oldest = new(20);

    private YearGroup(int value) => Value = value;

    /// <summary>The year as a number, -4 to 20.</summary>
    public int Value { get; }

    /// <summary>Age in years on the 31 August before the academic year starts, 0 to 24.</summary>
    public int Age => Value + 4;

    /// <summary>The phase that the year group belongs to.</summary>
    public Phase Phase => Value switch
    {
        < 0 => Phase.EarlyYears,
        <= 6 => Phase.Primary,
        <= 11 => Phase.Secondary,
        <= 14 => Phase.Post16,
        _ => Phase.Post19,
    };

    /// <summary>All year groups, youngest first.</summary>
    public static IReadOnlyList<YearGroup> All { get; } = [.. Enumerable.Range(-4, 25).Select(value => new YearGroup(value))];

    /// <summary>The year group of that number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside -4 to 20.</exception>
    public static YearGroup Of(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -4);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 20);
        return new YearGroup(value);
    }

    /// <summary>The year group of a child of that age on 31 August, 0 to 24.</summary>
    public static YearGroup OfAge(int age) => Of(age - 4);

    /// <summary>Reads a whole number from -4 to 20.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out YearGroup yearGroup)
    {
        bool read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value is >= -4 and <= 20;
        yearGroup = read ? new YearGroup(value) : default;
        return read;
    }

    /// <summary>The year group that many years on, or null when the pupil is then too old to hold a plan.</summary>
    public YearGroup? After(int years) => Value + years <= 20 ? Of(Value + years) : null;

    /// <inheritdoc/>
    public int CompareTo(YearGroup other) => Value.CompareTo(other.Value);

    /// <summary>Whether <paramref name="left"/> is the younger.</summary>
    public static bool operator <(YearGroup left, YearGroup right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> is the older.</summary>
    public static bool operator >(YearGroup left, YearGroup right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> is not the older.</summary>
    public static bool operator <=(YearGroup left, YearGroup right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> is not the younger.</summary>
    public static bool operator >=(YearGroup left, YearGroup right) => left.Value >= right.Value;

    /// <summary>The number, as written in files.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
