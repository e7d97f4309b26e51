using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Demand;

/// <summary>
/// A group of like pupils from the year they join (or the base year) to the last year they hold a plan within the horizon.
/// </summary>
/// <param name="Number">Position in its path, from 0; identifies the stay.</param>
/// <param name="Area">Home area.</param>
/// <param name="Need">Primary need.</param>
/// <param name="Sex">Sex.</param>
/// <param name="FirstYear">First year with a plan; the base year for pupils of the stock.</param>
/// <param name="LastYear">Last year with a plan within the horizon.</param>
/// <param name="YearGroupAtFirst">Year group in the first year.</param>
/// <param name="Levels">Level called for in each year, from the first to the last.</param>
/// <param name="Current">Where the pupils of the stock are placed in the base year; null for nowhere and for joiners.</param>
/// <param name="Pupils">How many, at least 1.</param>
public sealed record Stay(
    int Number,
    PlanningAreaId Area,
    PrimaryNeed Need,
    Sex Sex,
    AcademicYear FirstYear,
    AcademicYear LastYear,
    YearGroup YearGroupAtFirst,
    IReadOnlyList<ProvisionLevel> Levels,
    ProvisionId? Current,
    int Pupils)
{
    /// <summary>Whether the pupils hold a plan in that year.</summary>
    public bool Covers(AcademicYear year) => year >= FirstYear && year <= LastYear;

    /// <summary>Year group in a year of the stay.</summary>
    public YearGroup YearGroupIn(AcademicYear year) => YearGroup.Of(YearGroupAtFirst.Value + year.YearsSince(FirstYear));

    /// <summary>Level called for in a year of the stay.</summary>
    public ProvisionLevel LevelIn(AcademicYear year) => Levels[year.YearsSince(FirstYear)];
}

/// <summary>
/// One simulated or central future: who holds a plan in which years. Where forecasting and allocation meet.
/// Conservation holds by construction: the stock of a year is the stays that cover it; joiners are those that start in it;
/// leavers are those whose last year was the year before.
/// </summary>
/// <param name="Horizon">The years covered.</param>
/// <param name="Stays">Every stay; <see cref="Stay.Number"/> is the index.</param>
public sealed record DemandPath(Horizon Horizon, IReadOnlyList<Stay> Stays)
{
    /// <summary>Pupils holding a plan in a year.</summary>
    public int StockIn(AcademicYear year) => Stays.Where(stay => stay.Covers(year)).Sum(stay => stay.Pupils);

    /// <summary>Pupils whose first year it is; 0 in the base year.</summary>
    public int JoinersIn(AcademicYear year) => year == Horizon.BaseYear ? 0 : Stays.Where(stay => stay.FirstYear == year).Sum(stay => stay.Pupils);

    /// <summary>Pupils who held a plan the year before and no longer do.</summary>
    public int LeaversBefore(AcademicYear year) => Stays.Where(stay => stay.LastYear.Next == year).Sum(stay => stay.Pupils);
}
