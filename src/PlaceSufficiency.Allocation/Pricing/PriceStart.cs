namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Prices of one case, tier by tier, from which the same case with other demand starts: a batch works them out once for its central demand, so that every path
/// starts from the same and no answer depends on the order of work.
/// </summary>
public sealed class PriceStart
{
    internal PriceStart(IReadOnlyList<PricePath> tiers) => Tiers = tiers;

    internal IReadOnlyList<PricePath> Tiers { get; }

    /// <summary>Whether it has so many tiers and prices.</summary>
    internal bool Fits(int tiers, int prices) => Tiers.Count == tiers && Tiers.All(tier => tier.Stages[^1]!.Length == prices);
}
