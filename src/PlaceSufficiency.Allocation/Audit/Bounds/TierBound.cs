using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// The lower bound that prices prove, by Lagrangian duality and without a solver. With prices <c>lambda[g,t]</c> of places,
/// <c>mu[t]</c> of the INMSS limit and <c>w[i]</c> of earlier tiers held at <c>V[i]</c>:
/// <code>
///   sum over stays of pupils * cheapest priced path
/// - sum lambda[g,t] * resident places[g,t] - sum mu[t] * most in INMSS[t] - sum w[i] * V[i]
/// + sum over g,t of overNumberMost[g,t] * min(0, what one pupil above places counts for - lambda[g,t])
/// - sum nu[r] * most[r] + sum over limits r that may give of mostGive[r] * min(0, what a unit given counts for - nu[r])
/// + what opening candidates costs, where the tier or a held one counts it
/// </code>
/// Where an earlier tier is held at a high price the bound is a small difference of large sums, so it comes with what rounding may amount to.
/// Where candidates may open, places depend on openings and the paths do not: the prices are then a <see cref="PriceLine"/> over all choices.
/// </summary>
internal static class TierBound
{
    /// <summary>What prices prove of every choice of openings, and the most that rounding of their sums may amount to, in the tier's unit.</summary>
    /// <param name="audited">The plan under audit.</param>
    /// <param name="prices">Prices that were accepted: finite, at least 0 and for things the case has.</param>
    /// <param name="priced">The same by provision and year.</param>
    /// <param name="paths">Pupils times their cheapest priced paths.</param>
    /// <param name="heldAt">Values at which the earlier tiers are held.</param>
    internal static (PriceLine Line, double Rounding) Of(AuditedPlan audited, TierPrices prices, PricedYears priced, double paths, Func<ObjectiveTier, long> heldAt)
    {
        double inmss = prices.InmssLimit.Sum(price => price.Value * audited.Places.InmssMost(price.Key)!.Value);
        double held = prices.HeldTiers.Sum(price => price.Value * heldAt(price.Key));
        double limits = audited.Limits.All.Sum(limit => prices.Limits.GetValueOrDefault(limit.Key) * limit.MostUnopened) - priced.OfGive.Sum(give => give.Limit.MostGive * Math.Min(0, give.Counts));
        double paid = paths - inmss - held - limits;
        PriceLine line = new(audited, priced, prices, paid);
        return (line, 1e-12 * (Math.Abs(paths) + inmss + held + Math.Abs(limits) + (paid - line.Unopened)));
    }
}
