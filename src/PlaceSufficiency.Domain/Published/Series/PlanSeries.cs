using System.Collections.Immutable;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Published.Series;

/// <summary>What sort of place a published row is about.</summary>
public enum PublishedLevel
{
    /// <summary>England.</summary>
    National,

    /// <summary>One of the nine regions.</summary>
    Regional,

    /// <summary>A local authority.</summary>
    Authority,
}

/// <summary>The years of one place: plans each January, plans that began and plans that ceased in the calendar year before it.</summary>
/// <param name="Code">ONS code; of an authority that was given another code for the same area, the later one.</param>
/// <param name="Name">Name as published.</param>
/// <param name="Level">What sort of place.</param>
/// <param name="Region">ONS code of the region; empty for England.</param>
/// <param name="Plans">Plans in January of each academic year.</param>
/// <param name="NewPlans">New plans by the January that follows them: those of calendar year 2021 stand under 2021/22.</param>
/// <param name="CeasedPlans">Plans ceased, likewise.</param>
public sealed record PlanSeries(
    string Code,
    string Name,
    PublishedLevel Level,
    string Region,
    ImmutableSortedDictionary<AcademicYear, BandedCount> Plans,
    ImmutableSortedDictionary<AcademicYear, BandedCount> NewPlans,
    ImmutableSortedDictionary<AcademicYear, BandedCount> CeasedPlans)
{
    /// <summary>
    /// Plans that the year after a January is counted from, where that is another number than the January's own: records that open
    /// with other children than they closed with. Rates of that year are shares of it.
    /// </summary>
    public ImmutableSortedDictionary<AcademicYear, int> Openings { get; init; } = ImmutableSortedDictionary<AcademicYear, int>.Empty;

    /// <summary>
    /// What published figures do not explain: plans in a January less (plans a year before + new - ceased), for every year in which
    /// all four are published. Positive where more plans are there than the flows give.
    /// </summary>
    public ImmutableSortedDictionary<AcademicYear, int> Residuals => Plans.Keys
        .Where(year => Plans.ContainsKey(year.Previous) && NewPlans.ContainsKey(year) && CeasedPlans.ContainsKey(year))
        .ToImmutableSortedDictionary(year => year, year =>
            Plans[year].Total - (Plans[year.Previous].Total + NewPlans[year].Total - CeasedPlans[year].Total));

    /// <summary>The series as it was known in January of a year.</summary>
    public PlanSeries Until(AcademicYear last) => this with
    {
        Plans = Before(Plans, last),
        NewPlans = Before(NewPlans, last),
        CeasedPlans = Before(CeasedPlans, last),
    };

    private static ImmutableSortedDictionary<AcademicYear, BandedCount> Before(ImmutableSortedDictionary<AcademicYear, BandedCount> counts, AcademicYear last) =>
        counts.Where(pair => pair.Key <= last).ToImmutableSortedDictionary();
}
