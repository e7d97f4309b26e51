using System.Collections.Immutable;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Demand;

/// <summary>What the number who join follows from year to year.</summary>
public enum JoinersFollow
{
    /// <summary>The joiners as stated, however the population changes.</summary>
    Stated,

    /// <summary>Residents of the age: the base year's, grown older, with births and migration, or a projection where there is one.</summary>
    Residents,
}

/// <summary>How many children and young people there will be, and where.</summary>
/// <param name="Joiners">What the number who join follows; a projection or new homes count only when it is residents.</param>
/// <param name="BirthsGrowth">Growth of births a year, as a share above -1; 0 keeps the base year's under-ones.</param>
/// <param name="NetMigration">Residents of each age gained a year by moves, as a share above -1; negative where more leave than come.</param>
/// <param name="Projection">Projected residents; empty for none.</param>
/// <param name="Homes">New homes that are not in the projection.</param>
public sealed record PopulationOutlook(
    JoinersFollow Joiners,
    decimal BirthsGrowth,
    decimal NetMigration,
    ImmutableArray<ProjectedResidents> Projection,
    ImmutableArray<NewHomes> Homes)
{
    /// <summary>Joiners as stated.</summary>
    public static PopulationOutlook Still { get; } = new(JoinersFollow.Stated, 0, 0, [], []);
}

/// <summary>Residents that a projection expects.</summary>
/// <param name="Area">Home area; null for the whole authority.</param>
/// <param name="Year">Academic year.</param>
/// <param name="Age">Age on the 31 August before it, 0 to 24.</param>
/// <param name="Persons">How many, at least 0.</param>
public sealed record ProjectedResidents(PlanningAreaId? Area, AcademicYear Year, int Age, decimal Persons);

/// <summary>Homes built in an area, whose children are residents from the year they are built and grow older there.</summary>
/// <param name="Area">Home area.</param>
/// <param name="HomesAYear">Homes finished before each September, at least 0.</param>
/// <param name="From">First academic year whose September finds them lived in.</param>
/// <param name="Until">Last such year.</param>
/// <param name="PupilYield">Children and young people a home, by phase, spread evenly over the ages of the phase; at least 0.</param>
public sealed record NewHomes(
    PlanningAreaId Area, decimal HomesAYear, AcademicYear From, AcademicYear Until, ImmutableSortedDictionary<Phase, decimal> PupilYield);
