using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Whole minutes of one-way journeys above the threshold of the phase, for each pupil-year.</summary>
internal sealed class ExcessTravelMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.ExcessTravel;

    /// <inheritdoc/>
    public override bool DependsOnPrices => true;

    /// <inheritdoc/>
    public override double OfPlacement(CompiledCase compiled, CompiledStay stay, int step, int candidate) => stay.ExcessMinutes[step, candidate];
}
