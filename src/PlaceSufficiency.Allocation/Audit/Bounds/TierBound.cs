using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Tiers;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// The lower bound that prices prove, by Lagrangian duality and without a solver. With prices <c>lambda[g,t]</c> of places,
/// <c>mu[t]</c> of the INMSS limit and <c>w[i]</c> of earlier tiers held at <c>V[i]</c>:
/// <code>
///   sum over stays of pupils * cheapest priced path
/// - sum lambda[g,t] * resident places[g,t] - sum mu[t] * most in INMSS[t] - sum w[i] * V[i]
/// + sum over g,t of overNumberMost[g,t] * min(0, what one pupil above places counts for - lambda[g,t])
/// </code>
/// Where an earlier tier is held at a high price the bound is a small difference of large sums, so it comes with what rounding may amount to.
/// </summary>
internal static class TierBound
{
    /// <summary>The bound on a tier and the most that rounding of its sums may amount to, in its unit.</summary>
    /// <param name="audited">The plan under audit.</param>
    /// <param name="prices">Prices that were accepted: finite, at least 0 and for things the case has.</param>
    /// <param name="priced">The same by provision and year.</param>
    /// <param name="paths">Pupils times their cheapest priced paths.</param>
    /// <param name="values">Values at which the earlier tiers are held.</param>
    internal static (double Bound, double Rounding) Of(AuditedPlan audited, TierPrices prices, PricedYears priced, double paths, TierValues values)
    {
        double places = prices.Places.Sum(price => price.Value * audited.Places[price.Key.Provision, price.Key.Year].Residents);
        double inmss = prices.InmssLimit.Sum(price => price.Value * audited.Places.InmssMost(price.Key)!.Value);
        double held = prices.HeldTiers.Sum(price => price.Value * values[price.Key]);
        double over = OverNumber(audited, priced);
        return (paths - places - inmss - held + over, 1e-12 * (Math.Abs(paths) + places + inmss + held - over));
    }

    private static double OverNumber(AuditedPlan audited, PricedYears priced)
    {
        double sum = 0;
        for (int g = 0; g < audited.Index.Provisions; g++)
        {
            for (int t = 0; t < audited.Index.Years; t++)
            {
                sum += audited.Places[g, t].OverNumberMost * Math.Min(0, priced.OfOverNumber[g, t]);
            }
        }

        return sum;
    }
}
