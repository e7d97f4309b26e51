using PlaceSufficiency.Allocation.Pricing;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>A case of a tree of openings: a box of choices, and what prices prove of all of them.</summary>
/// <param name="box">The choices.</param>
/// <param name="depth">Splits above it.</param>
internal sealed class OpeningNode(OpeningBox box, int depth)
{
    /// <summary>The choices.</summary>
    public OpeningBox Box { get; } = box;

    /// <summary>Splits above it.</summary>
    public int Depth { get; } = depth;

    /// <summary>What is proven of every choice of the box, on the weighed sum; infinite where the rules leave no choice.</summary>
    public double Bound { get; set; } = double.NegativeInfinity;

    /// <summary>Prices that prove it.</summary>
    public double[] Prices { get; set; } = [];

    /// <summary>Prices at falling temperatures, to start from.</summary>
    public PricePath? Path { get; set; }

    /// <summary>What cooling down further promises.</summary>
    public double Left { get; set; }

    /// <summary>Whether the path is of this very box, not of one around it.</summary>
    public bool IsPriced { get; set; }

    /// <summary>The item and position at which it is split; null for a leaf.</summary>
    public (int Item, int Position)? Split { get; private set; }

    /// <summary>The cases that it is split into.</summary>
    public (OpeningNode UpTo, OpeningNode After) Cases { get; private set; }

    /// <summary>The case of the tier before that this one is or is a part of; null for the first tier.</summary>
    public OpeningNode? Earlier { get; private init; }

    /// <summary>Splits it.</summary>
    public void SplitAt(int item, int position)
    {
        (OpeningBox upTo, OpeningBox after) = Box.Split(item, position);
        (Split, Cases) = ((item, position), (Child(upTo), Child(after)));
    }

    /// <summary>The leaves below it, in the order of a walk.</summary>
    public IEnumerable<OpeningNode> Leaves() => Split is null ? [this] : Cases.UpTo.Leaves().Concat(Cases.After.Leaves());

    /// <summary>The same tree for the next tier, nothing known of it yet.</summary>
    public OpeningNode ForNextTier()
    {
        OpeningNode next = new(Box, Depth) { Earlier = this };
        if (Split is { } split)
        {
            (next.Split, next.Cases) = (split, (Cases.UpTo.ForNextTier(), Cases.After.ForNextTier()));
        }

        return next;
    }

    // What was proven of the case by the tier before holds for its parts.
    private OpeningNode Child(OpeningBox box) => new(box, Depth + 1) { Bound = Bound, Prices = Prices, Path = Path, Earlier = Earlier };
}
