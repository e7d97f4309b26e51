using PlaceSufficiency.Allocation.Openings;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>A tier minimised over openings and placements: its value, and what its cuts prove of every choice while the tiers before it are held.</summary>
internal sealed class OpeningProof
{
    private readonly PathPricer _pricer;
    private readonly TierMeasure[] _held;
    private readonly long[] _heldValues;

    /// <summary>A tier without cuts.</summary>
    public OpeningProof(OpeningSpace space, IReadOnlyList<PathClass> classes, TierMeasure tier, long value, IReadOnlyList<OpeningProof> held)
    {
        (Tier, Value, Cuts) = (tier, value, new OpeningCuts(space));
        Held = space.Compiled.Case.HeldAt(tier.Tier, value);
        (_held, _heldValues) = ([.. held.Select(proof => proof.Tier)], [.. held.Select(proof => proof.Held)]);
        _pricer = new PathPricer(space.Compiled, classes, tier, _held);
    }

    /// <summary>The tier.</summary>
    public TierMeasure Tier { get; }

    /// <summary>Value of the best plan, what openings cost included.</summary>
    public long Value { get; }

    /// <summary>Value at which it is held: the value, or more where the scenario tolerates it.</summary>
    public long Held { get; }

    /// <summary>No plan that holds the tiers before it is below this.</summary>
    public double Bound { get; set; }

    /// <summary>What proves the bound.</summary>
    public OpeningCuts Cuts { get; }

    /// <summary>Keeps later tiers to choices of which the cuts do not prove more than the value held.</summary>
    public OpeningFilter Filter => new(Cuts, Held);

    /// <summary>Adds what prices prove.</summary>
    public void Add(Prices prices) => Cuts.Add(prices, _pricer.PaidAt(prices), Tier, _held, _heldValues);
}
