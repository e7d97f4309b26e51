using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Pupil-years by which hard limits on pupils give: 1 for each.</summary>
internal sealed class LimitPupilsMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.LimitPupils;

    /// <inheritdoc/>
    public override double OfGive(CompiledLimit limit) => limit.IsHard && !limit.Key.IsMoney ? 1 : 0;
}
