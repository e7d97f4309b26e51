using NodaTime;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation;

/// <summary>How an allocation is computed. The answer does not depend on the machine, only on whether it is reached within the limit.</summary>
/// <param name="TimeLimit">Longest time for one case; null for none.</param>
public sealed record AllocationOptions(Duration? TimeLimit = null);

/// <summary>Where an allocation stands.</summary>
/// <param name="Tier">Tier being minimised.</param>
/// <param name="Round">Round of pricing within the tier, from 1.</param>
/// <param name="Best">Best value reached so far, in the tier's unit; null while none is known.</param>
/// <param name="Bound">Best proven bound, same unit; null while none is known.</param>
public sealed record AllocationProgress(ObjectiveTier Tier, int Round, double? Best, double? Bound);

/// <summary>Thrown when no plan was found within the limits.</summary>
public sealed class NoSolutionException(string message) : Exception(message);
