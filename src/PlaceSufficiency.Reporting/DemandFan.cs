using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Reporting;

/// <summary>How far the pupils of one year spread over futures: what the stated share of the futures stays at or below.</summary>
/// <param name="P5">5th percentile.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P95">95th percentile.</param>
public sealed record FanYear(int P5, int P25, int P50, int P75, int P95);

/// <summary>The fan of some pupils with a plan; both null are all of them.</summary>
/// <param name="Phase">Their phase.</param>
/// <param name="Need">Their primary need.</param>
/// <param name="Years">One for each year of the horizon, the base year first.</param>
public sealed record FanLine(Phase? Phase, PrimaryNeed? Need, IReadOnlyList<FanYear> Years);

/// <summary>How demand spreads over many futures of a case, around the one that was planned for.</summary>
/// <param name="Futures">How many futures were drawn.</param>
/// <param name="Seed">What they were drawn from.</param>
/// <param name="Lines">All pupils, then by phase, then by need.</param>
public sealed record DemandFan(int Futures, long Seed, IReadOnlyList<FanLine> Lines);
