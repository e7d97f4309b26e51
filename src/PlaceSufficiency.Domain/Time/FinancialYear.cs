using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PlaceSufficiency.Domain.Time;

/// <summary>
/// A council's financial year, 1 April to 31 March, written "2021-22".
/// <c>default</c> is the invalid year 0000-01; construct with <see cref="StartingIn"/> or <see cref="TryParse"/>.
/// </summary>
public readonly record struct FinancialYear : IComparable<FinancialYear>
{
    private FinancialYear(int startYear) => StartYear = startYear;

    /// <summary>Calendar year of the April in which the financial year starts (2021 for 2021-22).</summary>
    public int StartYear { get; }

    /// <summary>The financial year after this one.</summary>
    public FinancialYear Next => StartingIn(StartYear + 1);

    /// <summary>The financial year that starts in April of <paramref name="startYear"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1990 to 2150.</exception>
    public static FinancialYear StartingIn(int startYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, 1990);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, 2150);
        return new FinancialYear(startYear);
    }

    /// <summary>Reads "2021-22" (also "2021-2022"); anything else is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FinancialYear year)
    {
        bool read = YearPair.TryParse(text, '-', out int start);
        year = read ? new FinancialYear(start) : default;
        return read;
    }

    /// <summary>Reads "2021-22".</summary>
    /// <exception cref="FormatException">The text is not a financial year.</exception>
    public static FinancialYear Parse(string text) => TryParse(text, out FinancialYear year)
        ? year
        : throw new FormatException($"'{text}' is not a financial year such as 2021-22.");

    /// <summary>This year moved by a number of years, which may be negative.</summary>
    public FinancialYear PlusYears(int years) => StartingIn(StartYear + years);

    /// <inheritdoc/>
    public int CompareTo(FinancialYear other) => StartYear.CompareTo(other.StartYear);

    /// <summary>Whether <paramref name="left"/> is the earlier.</summary>
    public static bool operator <(FinancialYear left, FinancialYear right) => left.StartYear < right.StartYear;

    /// <summary>Whether <paramref name="left"/> is the later.</summary>
    public static bool operator >(FinancialYear left, FinancialYear right) => left.StartYear > right.StartYear;

    /// <summary>Whether <paramref name="left"/> is not the later.</summary>
    public static bool operator <=(FinancialYear left, FinancialYear right) => left.StartYear <= right.StartYear;

    /// <summary>Whether <paramref name="left"/> is not the earlier.</summary>
    public static bool operator >=(FinancialYear left, FinancialYear right) => left.StartYear >= right.StartYear;

    /// <summary>The year as written in files and reports: "2021-22".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}-{(StartYear + 1) % 100:00}");
}
