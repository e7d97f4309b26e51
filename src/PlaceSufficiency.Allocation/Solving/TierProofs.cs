using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>What was reached on a tier, and the proof.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Value">Value reached.</param>
/// <param name="Held">Value at which it is held while later tiers are minimised: the value reached, or more where the scenario tolerates it.</param>
/// <param name="Bound">What the prices prove.</param>
/// <param name="Prices">The prices.</param>
internal sealed record TierProof(TierMeasure Tier, long Value, long Held, double Bound, Prices Prices);

/// <summary>Takes the proof of tiers minimised together apart, tier by tier.</summary>
internal static class TierProofs
{
    /// <summary>
    /// The proof of each part. With weights M, the prices of the sum divided by M[i] prove part i while the parts before it are held at M[j] / M[i]:
    /// the parts that follow are left out, and what they could add is less than one pupil.
    /// </summary>
    public static IReadOnlyList<TierProof> Of(
        CompiledCase compiled, IReadOnlyList<PathClass> classes, WeighedMeasure weighed, IReadOnlyList<TierProof> before, TierSolution solution)
    {
        List<TierProof> proofs = [];
        for (int i = 0; i < weighed.Parts.Count; i++)
        {
            TierProof[] held = [.. before, .. proofs];
            Prices scaled = solution.Prices.Times(1 / weighed.Weights[i]);
            Prices prices = scaled with { HeldTiers = [.. scaled.HeldTiers, .. weighed.Weights.Take(i).Select(weight => weight / weighed.Weights[i])] };
            PathPricer pricer = new(compiled, classes, weighed.Parts[i], [.. held.Select(proof => proof.Tier)]);
            long value = PlanValue.Of(compiled, pricer, classes, weighed.Parts[i], solution.Chosen);
            double bound = weighed.Parts.Count == 1 ? solution.Bound : BoundOf(compiled, classes, pricer, weighed.Parts[i], held, prices);
            proofs.Add(new TierProof(weighed.Parts[i], value, compiled.Case.HeldAt(weighed.Parts[i].Tier, value), bound, prices));
        }

        return proofs;
    }

    private static double BoundOf(
        CompiledCase compiled, IReadOnlyList<PathClass> classes, PathPricer pricer, TierMeasure tier, IReadOnlyList<TierProof> held, Prices prices)
    {
        pricer.SetPrices(prices);
        double paid = Enumerable.Range(0, classes.Count).Sum(k => pricer.Cheapest(k, 1)[0].Priced * classes[k].Pupils);
        return DualBound.Safely(paid, DualBound.WorthOfLimits(compiled, tier, [.. held.Select(proof => proof.Tier)], [.. held.Select(proof => proof.Held)], prices));
    }
}
