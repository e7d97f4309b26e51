using System.Collections.Immutable;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Published;

/// <summary>
/// The two-way tables of a year whose plans are published by need. A null need or sex is "not recorded"; ages are ages on
/// 31 August, with "under 3" at 2 and 25 at 24. All tables count the same plans.
/// </summary>
/// <param name="Year">Academic year of the January count.</param>
/// <param name="NeedByPlacement">Plans by need and placement.</param>
/// <param name="NeedByAge">Plans by need and age.</param>
/// <param name="NeedBySex">Plans by need and sex.</param>
/// <param name="PlacementByAge">Plans by placement and age.</param>
/// <param name="PlacementBySex">Plans by placement and sex.</param>
public sealed record NeedYearTables(
    AcademicYear Year,
    ImmutableDictionary<(PrimaryNeed? Need, PublishedPlacement Placement), int> NeedByPlacement,
    ImmutableDictionary<(PrimaryNeed? Need, int Age), int> NeedByAge,
    ImmutableDictionary<(PrimaryNeed? Need, Sex? Sex), int> NeedBySex,
    ImmutableDictionary<(PublishedPlacement Placement, int Age), int> PlacementByAge,
    ImmutableDictionary<(PublishedPlacement Placement, Sex? Sex), int> PlacementBySex);
