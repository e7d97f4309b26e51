using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Pupil-years without a suitable place: 1 for each.</summary>
internal sealed class UnplacedMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.Unplaced;

    /// <inheritdoc/>
    public override double OfUnplacedYear => 1;
}
