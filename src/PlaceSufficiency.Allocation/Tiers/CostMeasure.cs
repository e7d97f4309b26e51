using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Pence: what placements cost and what the scenario prices, travel included.</summary>
internal sealed class CostMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.Cost;

    /// <inheritdoc/>
    public override bool DependsOnPrices => true;

    /// <inheritdoc/>
    public override double OfOpeningPenny => 1;

    /// <inheritdoc/>
    public override double OfPlacement(CompiledCase compiled, CompiledStay stay, int step, int candidate) => stay.Pence[step, candidate];

    /// <inheritdoc/>
    public override double OfMove(CompiledStay stay, int step, int candidate) => stay.MovePence[step, candidate];

    /// <inheritdoc/>
    public override double OfGive(CompiledLimit limit) => limit.GivePence;

    /// <inheritdoc/>
    public override double OfOverNumber(CompiledCase compiled, int provision, int year) => compiled.OverNumberPence[provision, year];
}
