using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Published;

/// <summary>Plans of one age band in a January count.</summary>
/// <param name="From">Youngest age on 31 August.</param>
/// <param name="To">Oldest age on 31 August, at most 24.</param>
/// <param name="Plans">Plans, at least 0.</param>
public sealed record AgeBandCount(int From, int To, int Plans)
{
    /// <summary>"5-10".</summary>
    public string Name => $"{From}-{To}";

    /// <summary>Whether the age belongs to the band.</summary>
    public bool Holds(int age) => age >= From && age <= To;
}

/// <summary>A home area with what is published about it.</summary>
/// <param name="Area">Id, name, centroid and population by age.</param>
/// <param name="DeprivationDecile">Decile of the Index of Multiple Deprivation, 1 (most deprived) to 10.</param>
public sealed record PublishedArea(PlanningArea Area, int DeprivationDecile);

/// <summary>One published figure as it is carried into a case, so that fitted tables can be tested against it.</summary>
/// <param name="Table">Name of the table, "plans-by-placement" for example.</param>
/// <param name="Key1">First key.</param>
/// <param name="Key2">Second key; null where the table has one.</param>
/// <param name="Count">The figure.</param>
/// <param name="Source">Release and file.</param>
/// <param name="Date">Census day as an ISO date.</param>
public sealed record PublishedFigure(string Table, string Key1, string? Key2, int Count, string Source, string Date);

/// <summary>What is published of the plans of a January, as it is carried into a case's history.</summary>
/// <param name="Count">The plans, of everybody or of a band.</param>
/// <param name="Source">Release and files.</param>
/// <param name="Date">Census day as an ISO date.</param>
public sealed record PublishedHistory(HistoryCount Count, string Source, string Date);

/// <summary>Everything published about one authority that its demand tables are made from.</summary>
/// <param name="Authority">Name of the authority.</param>
/// <param name="AuthorityCode">Its ONS code.</param>
/// <param name="BaseYear">The year whose stock is to be fitted.</param>
/// <param name="BaseAgeBands">Plans of the base year by age band; the bands cover ages 0 to 24 without overlap.</param>
/// <param name="BasePlacements">Plans of the base year by placement; the same plans as the age bands.</param>
/// <param name="NeedYear">The tables by need, usually of a later year.</param>
/// <param name="Flows">New and ceased plans.</param>
/// <param name="Areas">Home areas.</param>
/// <param name="Figures">The figures above and those of other years, to be carried into the case.</param>
public sealed record PublishedTables(
    string Authority,
    string AuthorityCode,
    AcademicYear BaseYear,
    ImmutableArray<AgeBandCount> BaseAgeBands,
    ImmutableSortedDictionary<PublishedPlacement, int> BasePlacements,
    NeedYearTables NeedYear,
    PlanFlowTables Flows,
    ImmutableArray<PublishedArea> Areas,
    ImmutableArray<PublishedFigure> Figures)
{
    /// <summary>Plans by placement of every year that they are published for; empty where only the base year's are known.</summary>
    public ImmutableSortedDictionary<AcademicYear, ImmutableSortedDictionary<PublishedPlacement, int>> PlacementYears { get; init; } =
        ImmutableSortedDictionary<AcademicYear, ImmutableSortedDictionary<PublishedPlacement, int>>.Empty;

    /// <summary>Plans of every January published, first those of everybody, then those of bands.</summary>
    public ImmutableArray<PublishedHistory> History { get; init; } = [];
}
