using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Domain.Published;

/// <summary>A provision to which pupils of the base year are fitted.</summary>
/// <param name="Provision">The provision, for the year groups of this roll: an all-through school may have several.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Placement">Published class that its pupils are counted in.</param>
/// <param name="Residents">
/// The authority's pupils there in the base year. Where the provisions of a class hold more than the published count, the
/// numbers are upper limits and pupils are shared out in proportion to them and to nearness.
/// </param>
public sealed record FittedProvision(Provision Provision, GridReference Location, PublishedPlacement Placement, int Residents);
