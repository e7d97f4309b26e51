using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>
/// The prices that proved the earlier tiers, weighed by a multiple of the most that one pupil-year can count for on this one. At them, paths that
/// would cost an earlier tier anything are out of reach: only the face of plans that are best on the earlier tiers is left.
/// </summary>
internal static class FacePrices
{
    /// <summary>How many times the most that one pupil-year can count for.</summary>
    public const double Emphasis = 10;

    /// <summary>The prices; all 0 for the first tier.</summary>
    /// <param name="compiled">The compiled case.</param>
    /// <param name="measure">What is about to be minimised.</param>
    /// <param name="held">How many tiers are held.</param>
    /// <param name="face">What the tiers before left (<see cref="Joined"/>); null for the first.</param>
    public static Prices Of(CompiledCase compiled, TierMeasure measure, int held, Prices? face) =>
        face?.Times(Emphasis * MostOfPupilYear(compiled, measure)) ?? Prices.Zero(compiled, held);

    /// <summary>The face left by earlier tiers together with that of the last tier proven, which holds those it was minimised with.</summary>
    public static Prices Joined(CompiledCase compiled, Prices? face, IReadOnlyList<TierProof> proofs)
    {
        Prices last = proofs[^1].Prices;
        last = last with { HeldTiers = [.. last.HeldTiers, 1] };
        Prices before = face ?? Prices.Zero(compiled, 0);
        double[] held = new double[proofs.Count];
        before.HeldTiers.CopyTo(held, 0);
        return last.Plus(before with { HeldTiers = held }, 1);
    }

    private static double MostOfPupilYear(CompiledCase compiled, TierMeasure tier) =>
        tier.DependsOnPrices ? compiled.Stays.Select(stay => MostOfPupilYear(compiled, stay, tier)).DefaultIfEmpty().Max() : 1;

    private static double MostOfPupilYear(CompiledCase compiled, CompiledStay stay, TierMeasure tier)
    {
        double most = 0;
        for (int step = 0; step < stay.Length; step++)
        {
            for (int c = 0; c < stay.Candidates.Length; c++)
            {
                most = Math.Max(most, tier.OfPlacement(compiled, stay, step, c));
            }
        }

        return most;
    }
}
