using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>
/// The lower bound that prices prove: every pupil on the cheapest priced path, less what the limits are worth at the prices.
/// Valid for any prices of at least 0 (MODEL.md, "The certificate").
/// </summary>
internal static class DualBound
{
    /// <summary>
    /// What is paid less what the limits are worth, and less what rounding may have added: both are sums of thousands of products, and far
    /// larger than their difference where earlier tiers are held at a high price.
    /// </summary>
    public static double Safely(double paid, double worth) => paid - worth - (1e-13 * (Math.Abs(paid) + Math.Abs(worth)));

    /// <summary>What the limits are worth: the part of the bound that does not depend on paths. Subtract it.</summary>
    /// <param name="compiled">The compiled case.</param>
    /// <param name="tier">The tier being minimised.</param>
    /// <param name="held">The tiers held.</param>
    /// <param name="heldValues">Their values.</param>
    /// <param name="prices">The prices.</param>
    public static double WorthOfLimits(
        CompiledCase compiled, TierMeasure tier, IReadOnlyList<TierMeasure> held, IReadOnlyList<long> heldValues, Prices prices)
    {
        double worth = 0;
        for (int g = 0; g < compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < compiled.Years.Count; t++)
            {
                double over = tier.OfOverNumber(compiled, g, t) - prices.Places[g, t];
                for (int i = 0; i < held.Count; i++)
                {
                    over += prices.HeldTiers[i] * held[i].OfOverNumber(compiled, g, t);
                }

                worth += (prices.Places[g, t] * compiled.ResidentPlaces[g, t]) - (compiled.OverNumberMost[g, t] * Math.Min(0, over));
            }
        }

        for (int r = 0; r < prices.Limits.Length; r++)
        {
            CompiledLimit limit = compiled.LimitRows[r];
            double give = tier.OfGive(limit) - prices.Limits[r];
            for (int i = 0; i < held.Count; i++)
            {
                give += prices.HeldTiers[i] * held[i].OfGive(limit);
            }

            worth += (prices.Limits[r] * limit.Most) - (limit.MostGive * Math.Min(0, give));
        }

        for (int t = 0; t < compiled.Years.Count; t++)
        {
            worth += prices.InmssLimit[t] * (compiled.InmssLimit[t] ?? 0);
        }

        for (int i = 0; i < held.Count; i++)
        {
            worth += prices.HeldTiers[i] * heldValues[i];
        }

        return worth;
    }
}
