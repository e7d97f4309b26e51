using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Pupils who change provision from one year to the next where no phase transfer reopens placements: 1 for each, allowed or forced.</summary>
internal sealed class MovesMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.Moves;

    /// <inheritdoc/>
    public override double OfLostPlace => 1;

    /// <inheritdoc/>
    public override double OfMove(CompiledStay stay, int step, int candidate) => 1;
}
