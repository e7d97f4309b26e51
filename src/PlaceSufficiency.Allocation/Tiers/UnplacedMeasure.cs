using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Pupil-years without a suitable place, each times the weight of the level called for.</summary>
internal sealed class UnplacedMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.Unplaced;

    /// <inheritdoc/>
    public override double OfUnplaced(CompiledStay stay, int step) => stay.UnplacedWeight[step];
}
