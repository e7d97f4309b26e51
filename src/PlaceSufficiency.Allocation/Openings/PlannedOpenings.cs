using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>A choice of openings with what whole pupils come to.</summary>
/// <param name="Choice">The choice.</param>
/// <param name="Values">What it comes to on the tiers so far, what openings cost included.</param>
/// <param name="Paths">Who goes where; only where the last tier was planned.</param>
internal sealed record PlannedOpenings(int[] Choice, long[] Values, IReadOnlyList<PupilPath>? Paths);
