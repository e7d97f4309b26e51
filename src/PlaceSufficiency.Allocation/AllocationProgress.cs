using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation;

/// <summary>Where an allocation stands.</summary>
/// <param name="Tier">Tier being minimised.</param>
/// <param name="Round">Round of pricing within the tier, from 1.</param>
/// <param name="Best">Best value reached so far, in the tier's unit; null while none is known.</param>
/// <param name="Bound">Best proven bound, same unit; null while none is known.</param>
public sealed record AllocationProgress(ObjectiveTier Tier, int Round, double? Best, double? Bound);
