using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Pupil-years in independent and non-maintained special schools: 1 for each.</summary>
internal sealed class InmssMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.InmssPupils;

    /// <inheritdoc/>
    public override double OfPlacement(CompiledCase compiled, CompiledStay stay, int step, int candidate) =>
        compiled.IsInmss(stay.Candidates[candidate]) ? 1 : 0;
}
