namespace PlaceSufficiency.Domain.Published.Series;

/// <summary>An age band as a published table writes it.</summary>
/// <param name="Label">The label of the table, "Age 5 to 10" for example.</param>
/// <param name="From">Youngest age in years, 0 to 25.</param>
/// <param name="To">Oldest age in years, from <paramref name="From"/> to 25.</param>
public sealed record PublishedAgeBand(string Label, int From, int To)
{
    /// <summary>How many years of age the band holds, at least 1.</summary>
    public int Width => To - From + 1;
}
