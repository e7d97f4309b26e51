using System.Collections.Immutable;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Pupils;
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

/// <summary>Places of a scheme that fills by year group.</summary>
/// <param name="YearsAfterOpening">From so many years after it opens on, until the next figure of the year group; 0 is the opening year.</param>
/// <param name="YearGroup">The year group.</param>
/// <param name="Places">Places for it in all, at least 0.</param>
public sealed record SchemeYearGroup(int YearsAfterOpening, YearGroup YearGroup, int Places);

/// <summary>The Septembers in which a candidate may open.</summary>
/// <param name="Earliest">First of them.</param>
/// <param name="Latest">Last of them, not before the first.</param>
public sealed record OpeningWindow(AcademicYear Earliest, AcademicYear Latest);

/// <summary>A scheme that must have opened before another may.</summary>
/// <param name="Scheme">The scheme that comes first.</param>
/// <param name="YearsLater">Years that must lie between the two openings, at least 0: 0 lets both open in the same September.</param>
public sealed record Prerequisite(SchemeId Scheme, int YearsLater);

/// <summary>Who decides on a scheme.</summary>
public enum SchemeStatus
{
    /// <summary>Nobody: the scenario does without it.</summary>
    NotConsidered,

    /// <summary>The scenario: it opens in a stated September.</summary>
    Committed,

    /// <summary>The plan: it opens in one September of a window, or not at all.</summary>
    Candidate,
}

/// <summary>A project that adds places to a provision. It does nothing until it opens.</summary>
/// <param name="Id">Identifier within the case.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Provision">The provision that gains the places.</param>
/// <param name="Opens">Opening September of a committed scheme; null for one that the scenario does without or leaves to the plan.</param>
/// <param name="Years">Places and capital by year after opening, in order.</param>
public sealed record CapitalScheme(SchemeId Id, string Name, ProvisionId Provision, AcademicYear? Opens, IReadOnlyList<SchemeYear> Years)
{
    /// <summary>When a plan may open it; null unless it is a candidate.</summary>
    public OpeningWindow? Candidate { get; init; }

    /// <summary>When a plan might have opened it, once a plan has decided; null where no plan decided.</summary>
    public OpeningWindow? DecidedWithin { get; init; }

    /// <summary>Schemes that must open before it, all of them.</summary>
    public ImmutableArray<Prerequisite> Requires { get; init; } = [];

    /// <summary>Schemes that never open in the same plan.</summary>
    public ImmutableArray<SchemeId> Excludes { get; init; } = [];

    /// <summary>Names of the groups it counts in.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Places by year group, for a scheme that fills by year group; empty for one whose places are for whoever is admitted.</summary>
    public ImmutableArray<SchemeYearGroup> YearGroups { get; init; } = [];

    /// <summary>Who decides on it.</summary>
    public SchemeStatus Status => (Opens, Candidate) switch
    {
        (not null, _) => SchemeStatus.Committed,
        (_, not null) => SchemeStatus.Candidate,
        _ => SchemeStatus.NotConsidered,
    };

    /// <summary>Places the scheme adds in that year: 0 before it opens.</summary>
    public int PlacesIn(AcademicYear year) => Opens is { } opens ? PlacesIn(year, opens) : 0;

    /// <summary>Places the scheme would add in that year if it opened in another: 0 before it opens.</summary>
    public int PlacesIn(AcademicYear year, AcademicYear opens) => year >= opens
        ? Years.LastOrDefault(step => step.Places is not null && step.YearsAfterOpening <= year.YearsSince(opens))?.Places ?? 0
        : 0;

    /// <summary>Places for a year group that the scheme would have in that year if it opened in another; 0 before it opens and where none are stated.</summary>
    public int PlacesIn(AcademicYear year, AcademicYear opens, YearGroup group) => year < opens
        ? 0
        : YearGroups.Where(step => step.YearGroup == group && step.YearsAfterOpening <= year.YearsSince(opens)).MaxBy(step => step.YearsAfterOpening)?.Places ?? 0;

    /// <summary>Capital the scheme spends in that financial year.</summary>
    public Pounds CapitalIn(FinancialYear year) => Opens is { } opens ? CapitalIn(year, opens) : Pounds.Zero;

    /// <summary>Capital the scheme would spend in that financial year if it opened in that September.</summary>
    public Pounds CapitalIn(FinancialYear year, AcademicYear opens) =>
        Years.Where(step => opens.StartYear + step.YearsAfterOpening == year.StartYear).Aggregate(Pounds.Zero, (sum, step) => sum + step.Capital);

    /// <summary>Places in the end, once open.</summary>
    public int FinalPlaces => Years.LastOrDefault(step => step.Places is not null)?.Places ?? 0;

    /// <summary>Capital in all.</summary>
    public Pounds TotalCapital => Years.Aggregate(Pounds.Zero, (sum, step) => sum + step.Capital);
}
