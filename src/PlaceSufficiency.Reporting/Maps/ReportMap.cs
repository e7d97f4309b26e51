using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Maps;

/// <summary>A home area on a map.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Centroid">Its centroid.</param>
/// <param name="Outline">Corners of what is drawn for it: the ground that is nearer to its centroid than to any other, as far as a stated distance.</param>
public sealed record MapArea(string Name, GridReference Centroid, IReadOnlyList<GridReference> Outline);

/// <summary>What a map shows of a home area in one year.</summary>
/// <param name="Demand">Pupils with a plan who live there.</param>
/// <param name="Unplaced">Of these, pupils with no suitable place.</param>
/// <param name="MedianMinutes">Median one-way journey of those who are placed, in whole minutes; null where nobody is.</param>
public sealed record AreaYear(int Demand, int Unplaced, int? MedianMinutes);

/// <summary>A provision on a map.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Location">Where its school or college is.</param>
/// <param name="Places">Places in each year.</param>
/// <param name="Pupils">The authority's pupils there in each year.</param>
public sealed record MapSetting(string Name, ProvisionKind Kind, GridReference Location, IReadOnlyList<int> Places, IReadOnlyList<int> Pupils);

/// <summary>Pupils of an area who are at a setting in one year.</summary>
/// <param name="Area">Position of the area.</param>
/// <param name="Setting">Position of the setting.</param>
/// <param name="Pupils">How many, at least 1.</param>
public readonly record struct MapFlow(int Area, int Setting, int Pupils);

/// <summary>One scenario on a map: where pupils live, where they are placed, and who goes where.</summary>
/// <param name="Years">The years, the base year first.</param>
/// <param name="Areas">Home areas.</param>
/// <param name="AreaYears">What is shown of each area, year by year.</param>
/// <param name="Settings">Provisions that anybody uses in any year.</param>
/// <param name="Flows">Who goes where, year by year.</param>
public sealed record ReportMap(
    IReadOnlyList<AcademicYear> Years,
    IReadOnlyList<MapArea> Areas,
    IReadOnlyList<IReadOnlyList<AreaYear>> AreaYears,
    IReadOnlyList<MapSetting> Settings,
    IReadOnlyList<IReadOnlyList<MapFlow>> Flows);
