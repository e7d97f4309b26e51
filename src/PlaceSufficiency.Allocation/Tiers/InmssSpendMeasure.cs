using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Pence: fees and top-ups of pupils in independent and non-maintained special schools.</summary>
internal sealed class InmssSpendMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.InmssSpend;

    /// <inheritdoc/>
    public override bool DependsOnPrices => true;

    /// <inheritdoc/>
    public override double OfPlacement(CompiledCase compiled, CompiledStay stay, int step, int candidate)
    {
        int g = stay.Candidates[candidate];
        return !compiled.IsInmss(g) ? 0 : compiled.Case.PupilCosts is null ? compiled.FeePence[g, stay.FirstYear + step] : stay.Pence[step, candidate];
    }
}
