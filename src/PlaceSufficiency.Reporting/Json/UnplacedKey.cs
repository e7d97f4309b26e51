using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Json;

/// <summary>What a line of unplaced pupils has in common; no cause in the base year, which is observed.</summary>
internal sealed record UnplacedKey(AcademicYear Year, Phase Phase, PrimaryNeed Need, UnplacedCause? Cause);
