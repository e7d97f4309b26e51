using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Pupil-years above places: 1 for each.</summary>
internal sealed class OverNumberMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.OverNumber;

    /// <inheritdoc/>
    public override double OfOverNumber(CompiledCase compiled, int provision, int year) => 1;
}
