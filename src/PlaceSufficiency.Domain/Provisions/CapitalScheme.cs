using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Provisions;

/// <summary>Identifies a capital scheme within a case. Ordinal, case-sensitive.</summary>
public readonly record struct SchemeId(string Value) : IComparable<SchemeId>
{
    /// <inheritdoc/>
    public int CompareTo(SchemeId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What a scheme adds and spends a number of years after it opens.</summary>
/// <param name="YearsAfterOpening">0 is the opening year; negative years only spend.</param>
/// <param name="Places">Places added in all from that year on; null leaves the figure of the year before.</param>
/// <param name="Capital">Capital spent in the financial year that starts in April of the academic year's calendar year.</param>
public sealed record SchemeYear(int YearsAfterOpening, int? Places, Pounds Capital);

/// <summary>A project that adds places to a provision. It does nothing until it opens.</summary>
/// <param name="Id">Identifier within the case.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Provision">The provision that gains the places.</param>
/// <param name="Opens">Opening September; null for a candidate that this scenario does not open.</param>
/// <param name="Years">Places and capital by year after opening, in order.</param>
public sealed record CapitalScheme(SchemeId Id, string Name, ProvisionId Provision, AcademicYear? Opens, IReadOnlyList<SchemeYear> Years)
{
    /// <summary>Places the scheme adds in that year: 0 before it opens.</summary>
    public int PlacesIn(AcademicYear year) => Opens is { } opens && year >= opens
        ? Years.LastOrDefault(step => step.Places is not null && step.YearsAfterOpening <= year.YearsSince(opens))?.Places ?? 0
        : 0;

    /// <summary>Capital the scheme spends in that financial year.</summary>
    public Pounds CapitalIn(FinancialYear year) => Opens is { } opens
        ? Years.Where(step => opens.StartYear + step.YearsAfterOpening == year.StartYear).Aggregate(Pounds.Zero, (sum, step) => sum + step.Capital)
        : Pounds.Zero;

    /// <summary>Places in the end, once open.</summary>
    public int FinalPlaces => Years.LastOrDefault(step => step.Places is not null)?.Places ?? 0;

    /// <summary>Capital in all.</summary>
    public Pounds TotalCapital => Years.Aggregate(Pounds.Zero, (sum, step) => sum + step.Capital);
}
