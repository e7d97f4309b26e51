namespace PlaceSufficiency.Domain.Planning;

/// <summary>How much worse than the best value reached a tier may become while later tiers are minimised: a share of it, a number of units, or both.</summary>
/// <param name="Share">Share of the best value, from 0 to 1; the product is rounded down to a whole unit.</param>
/// <param name="Units">Units of the tier, at least 0; pence for money.</param>
public sealed record TierTolerance(decimal Share, long Units)
{
    /// <summary>A tolerance of a tier as a scenario states it: units of money in pounds.</summary>
    public static TierTolerance Of(ObjectiveTier tier, decimal share, int units) => new(share, tier.Unit() == TierUnit.Pence ? units * 100L : units);

    /// <summary>The value at which the tier is held when its best is <paramref name="best"/>.</summary>
    public long HeldAt(long best) => best + (long)decimal.Floor(best * Share) + Units;
}
