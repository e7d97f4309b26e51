using System.Collections.Immutable;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Explanations;

/// <summary>Another choice of schemes that is nearly as good.</summary>
/// <param name="Openings">The candidates that open, and when.</param>
/// <param name="Differs">How many schemes open in one of the two plans and not in the other.</param>
/// <param name="Values">What its plan comes to, tier by tier up to the one compared.</param>
/// <param name="Above">By which share the compared tier is above the plan's.</param>
public sealed record SchemeAlternative(ImmutableSortedDictionary<SchemeId, AcademicYear> Openings, int Differs, IReadOnlyList<long> Values, double Above);

/// <summary>Choices of schemes that are nearly as good as the plan's.</summary>
/// <param name="Tier">The tier compared: the first on which the plan comes to anything.</param>
/// <param name="Found">Those that differ most first, then the best first.</param>
/// <param name="Solved">How many choices were solved.</param>
/// <param name="AreAll">Whether every choice that the rules allow was.</param>
public sealed record SchemeAlternatives(ObjectiveTier Tier, IReadOnlyList<SchemeAlternative> Found, int Solved, bool AreAll);
