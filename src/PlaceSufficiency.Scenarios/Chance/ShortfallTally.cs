namespace PlaceSufficiency.Scenarios.Chance;

/// <summary>
/// Counts how often each shortfall occurs over many futures, for many groups at once. Holds one number a group and distinct shortfall, however many futures there are. A
/// group that a future does not name has no shortfall in it.
/// </summary>
/// <typeparam name="TGroup">What is told apart: a phase, need and year for example.</typeparam>
public sealed class ShortfallTally<TGroup>
    where TGroup : notnull
{
    private readonly Dictionary<TGroup, SortedDictionary<int, int>> _counts = [];

    /// <summary>How many futures were counted.</summary>
    public int Futures { get; private set; }

    /// <summary>Counts one future.</summary>
    /// <param name="shortfalls">The shortfall of each group, in pupils, at least 0; a group may be named once.</param>
    public void Add(IEnumerable<(TGroup Group, int Shortfall)> shortfalls)
    {
        Futures++;
        foreach ((TGroup group, int shortfall) in shortfalls)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(shortfall, nameof(shortfalls));
            if (!_counts.TryGetValue(group, out SortedDictionary<int, int>? counts))
            {
                counts = [];
                _counts.Add(group, counts);
            }

            counts[shortfall] = counts.GetValueOrDefault(shortfall) + 1;
        }
    }

    /// <summary>What the futures say of every group that one of them named.</summary>
    public IReadOnlyDictionary<TGroup, ShortfallChance> Chances() => _counts.ToDictionary(pair => pair.Key, pair => Of(pair.Value));

    private ShortfallChance Of(SortedDictionary<int, int> counts)
    {
        int unnamed = Futures - counts.Values.Sum();
        SortedDictionary<int, int> all = new(counts) { [0] = counts.GetValueOrDefault(0) + unnamed };
        return new ShortfallChance(
            Futures,
            (double)(Futures - all[0]) / Futures,
            all.Sum(pair => (double)pair.Key * pair.Value) / Futures,
            AtShare(all, 0.8m), AtShare(all, 0.9m), AtShare(all, 0.95m));
    }

    /// <summary>The least shortfall that is not passed in at least that share of the futures (nearest rank).</summary>
    private int AtShare(SortedDictionary<int, int> counts, decimal share)
    {
        int rank = (int)Math.Ceiling(share * Futures);
        foreach ((int shortfall, int count) in counts)
        {
            rank -= count;
            if (rank <= 0)
            {
                return shortfall;
            }
        }

        return counts.Keys.Last();
    }
}

/// <summary>
/// How likely a shortfall is, and how many more places keep it away. Every future is allocated on its own: medians of parts do not add up, and places that two groups
/// could share are not counted for both at once.
/// </summary>
/// <param name="Futures">How many futures it is from.</param>
/// <param name="Probability">Share of the futures with a shortfall of at least one pupil, 0 to 1.</param>
/// <param name="Expected">Mean shortfall over all futures, in pupils.</param>
/// <param name="Places80">More places with which there is no shortfall in at least 80% of the futures.</param>
/// <param name="Places90">The same for 90%: also the 90th percentile of the shortfall (nearest rank).</param>
/// <param name="Places95">The same for 95%.</param>
public sealed record ShortfallChance(int Futures, double Probability, double Expected, int Places80, int Places90, int Places95)
{
    private const double Z = 1.959963984540054;

    /// <summary>Lower end of a 95% interval for <see cref="Probability"/>, from counting so few futures (Wilson's score interval, which holds near 0 and 1 too).</summary>
    public double ProbabilityFrom => Math.Max(0, Centre - Half);

    /// <summary>Upper end of the same interval.</summary>
    public double ProbabilityTo => Math.Min(1, Centre + Half);

    private double Centre => (Probability + (Z * Z / (2 * Futures))) / (1 + (Z * Z / Futures));

    private double Half => Z / (1 + (Z * Z / Futures)) * Math.Sqrt((Probability * (1 - Probability) / Futures) + (Z * Z / (4.0 * Futures * Futures)));
}
