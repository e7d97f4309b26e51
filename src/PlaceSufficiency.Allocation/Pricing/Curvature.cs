namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// How use of places goes together, within each group of competing provisions: a symmetric matrix a group over (position * years + t), of which the upper
/// half, row before column, is kept; in pupils (divide by the temperature for the curvature of the softened bound).
/// </summary>
internal sealed class Curvature(Competition competition, int years)
{
    /// <summary>The groups.</summary>
    public Competition Competition { get; } = competition;

    /// <summary>Planned years.</summary>
    public int Years { get; } = years;

    /// <summary>A matrix a group, rows one after the other.</summary>
    public double[][] Groups { get; } = [.. competition.Sizes.Select(size => new double[size * years * size * years])];

    /// <summary>Rows of a group.</summary>
    public int RowsOf(int group) => Competition.Sizes[group] * Years;

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
