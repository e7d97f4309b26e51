using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>Pence by which hard limits on spending give: 1 for each.</summary>
internal sealed class LimitSpendMeasure : TierMeasure
{
    /// <inheritdoc/>
    public override ObjectiveTier Tier => ObjectiveTier.LimitSpend;

    /// <inheritdoc/>
    public override bool DependsOnPrices => true;

    /// <inheritdoc/>
    public override double OfGive(CompiledLimit limit) => limit.IsHard && limit.Key.IsMoney ? 1 : 0;
}
