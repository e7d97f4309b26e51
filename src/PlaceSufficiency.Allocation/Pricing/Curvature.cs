using System.Runtime.Intrinsics;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// How use of places goes together, within each group of competing provisions: a symmetric matrix a group over (position * years + t), kept as two
/// parts, on either side of the diagonal, that add up to it; in pupils (divide by the temperature for the curvature of the softened bound).
/// </summary>
internal sealed class Curvature(Competition competition, int years)
{
    /// <summary>The groups.</summary>
    public Competition Competition { get; } = competition;

    /// <summary>Planned years.</summary>
    public int Years { get; } = years;

    /// <summary>A matrix a group, rows one after the other, with room for a vector that begins at the last number.</summary>
    public double[][] Groups { get; } = [.. competition.Sizes.Select(size => new double[(size * years * size * years) + Vector256<double>.Count])];

    /// <summary>Rows of a group.</summary>
    public int RowsOf(int group) => Competition.Sizes[group] * Years;

    /// <summary>The matrix of a group: how the use of two rows goes together.</summary>
    public double Of(int group, int a, int b)
    {
        int n = RowsOf(group);
        double[] parts = Groups[group];
        return a == b ? parts[(a * n) + a] : parts[(a * n) + b] + parts[(b * n) + a];
    }

    public void Clear()
    {
        foreach (double[] group in Groups)
        {
            Array.Clear(group);
        }
    }

    public void Add(Curvature other)
    {
        for (int q = 0; q < Groups.Length; q++)
        {
            double[] to = Groups[q];
            double[] from = other.Groups[q];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] += from[i];
            }
        }
    }

    /// <summary>Adds to the use of provision g in year t alone.</summary>
    public void AddTo(int g, int t, double pupils) => AddTo(g, t, t, pupils);

    /// <summary>Adds to how the use of provision g in year t goes with that in year <paramref name="other"/>, the same or a later one.</summary>
    public void AddTo(int g, int t, int other, double pupils)
    {
        int first = Competition.Position[g] * Years;
        int group = Competition.Group[g];
        Groups[group][((first + t) * RowsOf(group)) + first + other] += pupils;
    }
}
