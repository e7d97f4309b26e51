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
    /// <param name="tier">The tier about to be minimised.</param>
    /// <param name="proven">Prices that proved the earlier tiers, in order.</param>
    public static Prices Of(CompiledCase compiled, TierMeasure tier, IReadOnlyList<Prices> proven)
    {
        Prices sum = Prices.Zero(compiled, proven.Count);
        double weight = Emphasis * MostOfPupilYear(compiled, tier);
        for (int i = 0; i < proven.Count; i++)
        {
            double[] held = new double[proven.Count];
            proven[i].HeldTiers.CopyTo(held, 0);
            held[i] += 1;
            sum = sum.Plus(proven[i] with { HeldTiers = held }, weight);
        }

        return sum;
    }

    private static double MostOfPupilYear(CompiledCase compiled, TierMeasure tier) =>
        tier.DependsOnPrices ? compiled.Stays.SelectMany(stay => stay.Pence.Cast<long>()).DefaultIfEmpty().Max() : 1;
}
