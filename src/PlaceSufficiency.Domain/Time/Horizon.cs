namespace PlaceSufficiency.Domain.Time;

/// <summary>
/// The years a plan covers: a base year whose stock and placements are observed, then the planned years up to the last.
/// </summary>
public sealed record Horizon
{
    /// <summary>Makes a horizon of at least one and at most 30 planned years.</summary>
    /// <exception cref="ArgumentException">The last year is not 1 to 30 years after the base year.</exception>
    public Horizon(AcademicYear baseYear, AcademicYear lastYear)
    {
        int planned = lastYear.YearsSince(baseYear);
        if (planned is < 1 or > 30)
        {
            throw new ArgumentException($"The last year {lastYear} must be 1 to 30 years after the base year {baseYear}.", nameof(lastYear));
        }

        BaseYear = baseYear;
        LastYear = lastYear;
        PlannedYears = [.. Enumerable.Range(1, planned).Select(baseYear.PlusYears)];
        AllYears = [baseYear, .. PlannedYears];
        FinancialYears = [.. Enumerable.Range(0, planned + 1).Select(i => FinancialYear.StartingIn(baseYear.StartYear + 1).PlusYears(i))];
    }

    /// <summary>The observed year: its stock is given and its placements stand.</summary>
    public AcademicYear BaseYear { get; }

    /// <summary>The last planned year.</summary>
    public AcademicYear LastYear { get; }

    /// <summary>The years that are decided, in order; does not hold the base year.</summary>
    public IReadOnlyList<AcademicYear> PlannedYears { get; }

    /// <summary>The base year followed by the planned years.</summary>
    public IReadOnlyList<AcademicYear> AllYears { get; }

    /// <summary>Every financial year that a planned academic year touches; the first and last hold only part of one.</summary>
    public IReadOnlyList<FinancialYear> FinancialYears { get; }

    /// <summary>Whether the year is decided by the plan.</summary>
    public bool IsPlanned(AcademicYear year) => year > BaseYear && year <= LastYear;
}
