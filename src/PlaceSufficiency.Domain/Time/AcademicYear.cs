using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace PlaceSufficiency.Domain.Time;

/// <summary>
/// An English academic year, 1 September to 31 August, written "2021/22".
/// <c>default</c> is the invalid year 0000/01; construct with <see cref="StartingIn"/> or <see cref="TryParse"/>.
/// </summary>
public readonly record struct AcademicYear : IComparable<AcademicYear>
{
    private AcademicYear(int startYear) => StartYear = startYear;

    /// <summary>Calendar year of the September in which the academic year starts (2021 for 2021/22); 1990 to 2150.</summary>
    public int StartYear { get; }

    /// <summary>First day, 1 September.</summary>
    public LocalDate FirstDay => new(StartYear, 9, 1);

    /// <summary>Last day, 31 August.</summary>
    public LocalDate LastDay => new(StartYear + 1, 8, 31);

    /// <summary>Calendar year of the January in which SEN2 counts the plans of this academic year (2022 for 2021/22).</summary>
    public int CensusYear => StartYear + 1;

    /// <summary>The academic year after this one.</summary>
    public AcademicYear Next => StartingIn(StartYear + 1);

    /// <summary>The academic year before this one.</summary>
    public AcademicYear Previous => StartingIn(StartYear - 1);

    /// <summary>The financial year that holds September to March of this academic year: 7 of its 12 months.</summary>
    public FinancialYear AutumnFinancialYear => FinancialYear.StartingIn(StartYear);

    /// <summary>The financial year that holds April to August of this academic year: 5 of its 12 months.</summary>
    public FinancialYear SummerFinancialYear => FinancialYear.StartingIn(StartYear + 1);

    /// <summary>The academic year that starts in September of <paramref name="startYear"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1990 to 2150.</exception>
    public static AcademicYear StartingIn(int startYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, 1990);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, 2150);
        return new AcademicYear(startYear);
    }

    /// <summary>The academic year whose January census falls in <paramref name="censusYear"/> (2022 gives 2021/22).</summary>
    public static AcademicYear OfCensus(int censusYear) => StartingIn(censusYear - 1);

    /// <summary>Reads "2021/22" (also "2021/2022"); anything else, or years that do not follow each other, is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AcademicYear year) =>
        YearPair.TryParse(text, '/', out int start) ? Found(start, out year) : NotFound(out year);

    /// <summary>Reads "2021/22", or "2021" for the year that starts then, as people type it; the latter from 2000 to 2100.</summary>
    public static bool TryParseOrStart([NotNullWhen(true)] string? text, out AcademicYear year) =>
        TryParse(text, out year)
        || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int start) && start is >= 2000 and <= 2100 ? Found(start, out year) : NotFound(out year));

    /// <summary>Reads "2021/22".</summary>
    /// <exception cref="FormatException">The text is not an academic year.</exception>
    public static AcademicYear Parse(string text) => TryParse(text, out AcademicYear year)
        ? year
        : throw new FormatException($"'{text}' is not an academic year such as 2021/22.");

    /// <summary>This year moved by a number of years, which may be negative.</summary>
    public AcademicYear PlusYears(int years) => StartingIn(StartYear + years);

    /// <summary>Whole years from <paramref name="earlier"/> to this year; negative when this year is the earlier.</summary>
    public int YearsSince(AcademicYear earlier) => StartYear - earlier.StartYear;

    /// <inheritdoc/>
    public int CompareTo(AcademicYear other) => StartYear.CompareTo(other.StartYear);

    /// <summary>Whether <paramref name="left"/> is the earlier.</summary>
    public static bool operator <(AcademicYear left, AcademicYear right) => left.StartYear < right.StartYear;

    /// <summary>Whether <paramref name="left"/> is the later.</summary>
    public static bool operator >(AcademicYear left, AcademicYear right) => left.StartYear > right.StartYear;

    /// <summary>Whether <paramref name="left"/> is not the later.</summary>
    public static bool operator <=(AcademicYear left, AcademicYear right) => left.StartYear <= right.StartYear;

    /// <summary>Whether <paramref name="left"/> is not the earlier.</summary>
    public static bool operator >=(AcademicYear left, AcademicYear right) => left.StartYear >= right.StartYear;

    /// <summary>The year as written in files and reports: "2021/22".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{StartYear:0000}/{(StartYear + 1) % 100:00}");

    private static bool Found(int start, out AcademicYear year)
    {
        year = new AcademicYear(start);
        return true;
    }

    private static bool NotFound(out AcademicYear year)
    {
        year = default;
        return false;
    }
}
