using PlaceSufficiency.Allocation.Compiling;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>Prices of the limits, each at least 0, in the tier's unit.</summary>
/// <param name="Places">One more place, by provision and year.</param>
/// <param name="InmssLimit">One more pupil under the INMSS limit, by year.</param>
/// <param name="HeldTiers">One more unit of each earlier tier, in the case's order.</param>
internal sealed record Prices(double[,] Places, double[] InmssLimit, double[] HeldTiers)
{
    /// <summary>One more unit under the other limits, in the order of <see cref="CompiledCase.LimitRows"/>.</summary>
    public double[] Limits { get; init; } = [];

    /// <summary>All prices 0.</summary>
    public static Prices Zero(CompiledCase compiled, int heldTiers) =>
        new(new double[compiled.Provisions.Count, compiled.Years.Count], new double[compiled.Years.Count], new double[heldTiers]) { Limits = new double[compiled.LimitRows.Count] };

    /// <summary>These prices times a factor.</summary>
    public Prices Times(double factor) => new Prices(
        new double[Places.GetLength(0), Places.GetLength(1)], new double[InmssLimit.Length], new double[HeldTiers.Length])
    { Limits = new double[Limits.Length] }.Plus(this, factor);

    /// <summary>These prices plus <paramref name="times"/> the others.</summary>
    public Prices Plus(Prices other, double times)
    {
        double[,] places = new double[Places.GetLength(0), Places.GetLength(1)];
        for (int g = 0; g < places.GetLength(0); g++)
        {
            for (int t = 0; t < places.GetLength(1); t++)
            {
                places[g, t] = Places[g, t] + (times * other.Places[g, t]);
            }
        }

        return new Prices(
            places,
            [.. InmssLimit.Zip(other.InmssLimit, (a, b) => a + (times * b))],
            [.. HeldTiers.Zip(other.HeldTiers, (a, b) => a + (times * b))])
        { Limits = [.. Limits.Zip(other.Limits, (a, b) => a + (times * b))] };
    }
}
