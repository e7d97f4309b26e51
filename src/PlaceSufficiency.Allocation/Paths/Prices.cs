using PlaceSufficiency.Allocation.Compiling;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>Prices of the limits, each at least 0, in the tier's unit.</summary>
/// <param name="Places">One more place, by provision and year.</param>
/// <param name="InmssLimit">One more pupil under the INMSS limit, by year.</param>
/// <param name="HeldTiers">One more unit of each earlier tier, in the case's order.</param>
internal sealed record Prices(double[,] Places, double[] InmssLimit, double[] HeldTiers)
{
    /// <summary>All prices 0.</summary>
    public static Prices Zero(CompiledCase compiled, int heldTiers) =>
        new(new double[compiled.Provisions.Count, compiled.Years.Count], new double[compiled.Years.Count], new double[heldTiers]);

    /// <summary>Between this and other prices: <paramref name="share"/> of the other.</summary>
    public Prices Towards(Prices other, double share)
    {
        double[,] places = new double[Places.GetLength(0), Places.GetLength(1)];
        for (int g = 0; g < places.GetLength(0); g++)
        {
            for (int t = 0; t < places.GetLength(1); t++)
            {
                places[g, t] = Mix(Places[g, t], other.Places[g, t], share);
            }
        }

        return new Prices(
            places,
            [.. InmssLimit.Zip(other.InmssLimit, (a, b) => Mix(a, b, share))],
            [.. HeldTiers.Zip(other.HeldTiers, (a, b) => Mix(a, b, share))]);
    }

    private static double Mix(double a, double b, double share) => a + ((b - a) * share);
}
