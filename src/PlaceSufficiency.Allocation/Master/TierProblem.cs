using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Master;

/// <summary>One tier to be minimised while earlier ones are held.</summary>
/// <param name="Compiled">The compiled case.</param>
/// <param name="Classes">Pupils alike in everything that this tier and the held ones measure.</param>
/// <param name="Tier">What is minimised.</param>
/// <param name="Held">The tiers before it.</param>
/// <param name="HeldValues">Their values, not to be exceeded.</param>
internal sealed record TierProblem(
    CompiledCase Compiled, IReadOnlyList<PathClass> Classes, TierMeasure Tier, IReadOnlyList<TierMeasure> Held, IReadOnlyList<long> HeldValues);
