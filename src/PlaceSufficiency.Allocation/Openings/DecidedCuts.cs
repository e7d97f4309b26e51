namespace PlaceSufficiency.Allocation.Openings;

/// <summary>Cuts of one tier, and what they come to with the items decided so far.</summary>
internal sealed class DecidedCuts(OpeningSpace space, OpeningCuts cuts, double most)
{
    private readonly Stack<double[]> _before = [];

    /// <summary>Bounds what the cuts prove of completions.</summary>
    public RelaxedChoice Relaxation { get; } = new(space, cuts);

    /// <summary>A choice that is proven more is out; infinite for what is minimised.</summary>
    public double Most { get; } = most;

    /// <summary>What each cut comes to with the items decided so far.</summary>
    public double[] Decided { get; private set; } = [];

    /// <summary>Nothing decided.</summary>
    public void Begin()
    {
        Decided = [.. Enumerable.Range(0, cuts.Count).Select(cuts.Constant)];
        _before.Clear();
    }

    /// <summary>Decides an item, given the places that those decided before it add to its provision.</summary>
    public void Decide(int item, int option, int[] added)
    {
        _before.Push(Decided);
        Decided = option < 0 ? Decided : [.. Decided.Select((value, k) => value + cuts.Change(k, item, option, added))];
    }

    /// <summary>Takes the last decision back.</summary>
    public void Undo() => Decided = _before.Pop();
}
