using PlaceSufficiency.Allocation.Pricing;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>
/// Branch and bound over openings for one tier. A case is bounded by prices found for it, with candidates opening by shares; the case of which least is
/// proven is split at the candidate whose share is least clear, until no case is left that could hold a better plan. Each case also suggests a choice,
/// which is planned to the pupil. No clock, and no random numbers but those of a fixed seed: what it may cost is counted in routes looked at.
/// </summary>
internal sealed class OpeningTree
{
    /// <summary>Routes that the tree of the first tier may look at, which is the one that later trees grow from.</summary>
    private const long MostEffortOfFirst = 600_000_000;

    /// <summary>Routes that the tree of a later tier may look at.</summary>
    private const long MostEffort = 300_000_000;

    /// <summary>Stage at which the prices of a case are taken up: colder, and prices that must move far take longer than from further up.</summary>
    private const int FirstStage = 4;

    /// <summary>Share of a tier that pupils may be left unproven by, where that is more than a pupil-year.</summary>
    private const double PupilGap = 0.0005;

    /// <summary>Share of the cost that may be left unproven: what is promised.</summary>
    public const double CostGap = 0.0005;

    /// <summary>Share of what a case's bound misses that cooling down must promise to come before a split.</summary>
    private const double WorthCooling = 0.2;

    /// <summary>Share of what a choice's bound misses at which a first look at it ends: what it will come to is then known roughly.</summary>
    private const double LookShare = 0.5;

    /// <summary>Gain of a step, in temperatures a thousand pupils, that is too small to go on for.</summary>
    private const double Patience = 0.5;

    private readonly PricedOpenings _of;
    private readonly int _tier;
    private readonly Rates _weighed;
    private readonly SoftTable _table;
    private readonly OpeningShares _shares;
    private readonly HashSet<string> _planned = [];
    private readonly PriorityQueue<OpeningNode, (double, int, int)> _open = new();
    private long _effort;
    private int _order;

    /// <summary>Prepares a tree.</summary>
    /// <param name="of">What all tiers have in common.</param>
    /// <param name="tier">The tier.</param>
    /// <param name="root">The tree as the tier before left it, nothing known of it on this tier; or a single case.</param>
    public OpeningTree(PricedOpenings of, int tier, OpeningNode root)
    {
        (_of, _tier, Root) = (of, tier, root);
        Weights = of.WeightsOf(tier);
        _weighed = of.Rates.Weighed(tier, Weights);
        _table = new SoftTable(of.Rates.RoutesOf(tier), _weighed);
        _shares = new OpeningShares(of.Space, of.Boxes, _weighed);
    }

    /// <summary>The tree.</summary>
    public OpeningNode Root { get; }

    /// <summary>What a unit of each tier before counts for.</summary>
    public double[] Weights { get; }

    /// <summary>The best plan found on this tier and those before it.</summary>
    public PlannedOpenings? Best { get; private set; }

    /// <summary>What is proven of every choice, the tiers before held at values.</summary>
    public double BoundOf(OpeningNode leaf, IReadOnlyList<long> values) => leaf.Bound - _of.Rates.Held(Weights, values);

    /// <summary>Bound at and above which a case is settled.</summary>
    private double Enough => Best is null
        ? double.PositiveInfinity
        : _of.Rates.Held(Weights, Best.Values) + (_of.Rates.Tiers[_tier] == ObjectiveTier.Cost
            ? Best.Values[_tier] * (1 - CostGap)
            : Math.Min(Best.Values[_tier] - 1 + 1e-6, Best.Values[_tier] * (1 - PupilGap)));

    /// <summary>Searches.</summary>
    /// <param name="near">Prices of the tier before for the whole; null for none.</param>
    /// <param name="choices">Choices worth planning first.</param>
    public void Grow(PricePath? near, IEnumerable<int[]> choices)
    {
        PriceWhole(near);

        // What the tier before chose comes first and whatever it costs here: prices weigh the tiers, and a plan is judged tier by tier.
        foreach (int[] choice in choices)
        {
            Plan(choice, Root, isGiven: true);
        }

        Suggest(Root);

        foreach (OpeningNode leaf in Root.Leaves())
        {
            Enter(leaf, Root);
        }

        while (_open.TryDequeue(out OpeningNode? node, out _))
        {
            _of.Cancellation.ThrowIfCancellationRequested();
            if (node.Bound >= Enough || _effort > (_tier == 0 ? MostEffortOfFirst : MostEffort))
            {
                break;
            }

            // Where cooling down promises much of what is missing, it comes before a split.
            if (!node.IsPriced || (node.Left > WorthCooling * (Enough - node.Bound) && node.Left > _of.TargetOf(_tier, Weights)(node.Bound)))
            {
                bool isNew = !node.IsPriced;
                Price(node);
                if (isNew)
                {
                    Suggest(node);
                }

                Enqueue(Narrowed(node));
                continue;
            }

            if (_shares.SplitOf(node) is not { } split)
            {
                continue;
            }

            node.SplitAt(split.Item, split.Position);
            Enter(node.Cases.UpTo, node);
            Enter(node.Cases.After, node);
            _of.Report(_tier, Best, Math.Min(node.Bound, _open.TryPeek(out OpeningNode? next, out _) ? next.Bound : node.Bound) - (Best is null ? 0 : _of.Rates.Held(Weights, Best.Values)));
        }
    }

    private void PriceWhole(PricePath? near)
    {
        if (_of.Boxes.Of(Root.Box) is not { } limits)
        {
            Root.Bound = double.PositiveInfinity;
            return;
        }

        PathFollowing following = Following(limits);
        Root.Path = following.Follow(_weighed.Unplaced.Max(), near, near is null ? 0 : _of.FirstStageOf(_tier), _of.TargetOf(_tier, Weights), (_, _, _) => { });
        (Root.Bound, Root.Prices, Root.IsPriced) = (following.Bound, following.Prices, true);
        _effort += following.Effort;
    }

    /// <summary>Takes a case up at the prices of one around it; often those settle it.</summary>
    private void Enter(OpeningNode node, OpeningNode around)
    {
        if (node != around)
        {
            (node.Path, node.IsPriced) = (around.Path, false);
            if (_of.Boxes.Of(node.Box) is not { } limits)
            {
                (node.Bound, node.Prices) = (double.PositiveInfinity, around.Prices);
                return;
            }

            PathFollowing following = Following(limits);
            following.Prove(around.Prices);
            _effort += following.Effort;
            (node.Bound, node.Prices) = (following.Bound, around.Prices);
        }

        if (!_of.IsOut(_tier, node))
        {
            Enqueue(node);
        }
    }

    private void Enqueue(OpeningNode node)
    {
        if (node.Bound < Enough)
        {
            _open.Enqueue(node, (node.Bound, -node.Depth, -(++_order)));
        }
    }

    /// <summary>
    /// Splits a case at every candidate of which its prices show that opening it, or not opening it, holds nothing better than the best plan: one part is
    /// settled at once by the same prices, and the other is returned.
    /// </summary>
    private OpeningNode Narrowed(OpeningNode node)
    {
        if (Best is null || node.Bound >= Enough || double.IsInfinity(node.Bound))
        {
            return node;
        }

        Limits limits = _of.Boxes.Of(node.Box)!;
        OpeningNode at = node;
        int next = 0;
        for (int i = 0; i < _of.Space.Items.Length; i++)
        {
            if (node.Box.IsDecided(i))
            {
                continue;
            }

            (double opened, double shut) = limits.Offers!.Missed(next++, node.Prices, _weighed, limits.FirstOfOffers);
            int last = _of.Space.Items[i].Options.Length;
            bool mayOpen = node.Bound + opened < Enough;
            bool mayStayShut = node.Bound + shut < Enough;
            if (mayOpen && mayStayShut || at.Box.High[i] != last || at.Box.Low[i] == last)
            {
                continue;
            }

            at.SplitAt(i, last - 1);
            (OpeningNode settled, OpeningNode rest) = mayOpen ? (at.Cases.After, at.Cases.UpTo) : (at.Cases.UpTo, at.Cases.After);
            (settled.Bound, settled.Prices) = (node.Bound + (mayOpen ? shut : opened), node.Prices);
            (rest.Bound, rest.Prices, rest.Path, rest.Left, rest.IsPriced) = (node.Bound, node.Prices, node.Path, node.Left, node.IsPriced);
            if (!mayOpen && !mayStayShut)
            {
                rest.Bound = node.Bound + shut;
                return rest;
            }

            at = rest;
        }

        // What is decided together may break a rule that none breaks alone.
        at.Bound = at == node || _of.Boxes.Of(at.Box) is not null ? at.Bound : double.PositiveInfinity;
        return at;
    }

    private void Price(OpeningNode node)
    {
        Limits limits = _of.Boxes.Of(node.Box)!;
        PathFollowing following = Following(limits);
        following.Prove(node.Prices);
        PricePath near = node.Path!;
        int first = node.IsPriced ? near.Stages.Count : Math.Min(FirstStage, near.Stages.Count - 1);
        node.Path = following.Again(near, first, _of.TargetOf(_tier, Weights), node.IsPriced ? double.NegativeInfinity : Enough, hopeless: true);
        (node.Bound, node.Prices, node.Left, node.IsPriced) = (following.Bound, following.Prices, following.Left, true);
        _effort += following.Effort;
    }

    private PathFollowing Following(Limits limits) => new(_table, limits, _of.Competition, Patience, _of.Cancellation);

    /// <summary>Plans the choice that the shares of a case point to.</summary>
    private void Suggest(OpeningNode node)
    {
        if (node.Bound < Enough && _shares.ChoiceOf(node) is { } choice)
        {
            Plan(choice, node, isGiven: false);
        }
    }

    /// <summary>Plans a choice, unless prices show that it cannot be better than the best.</summary>
    private void Plan(int[] choice, OpeningNode near, bool isGiven)
    {
        if (!_planned.Add(OpeningSearch.Key(choice)) || _of.Boxes.Of(OpeningBox.Of(_of.Space, choice)) is not { } limits)
        {
            return;
        }

        if (_of.IsLast(_tier) && isGiven)
        {
            Keep(_of.PlanToTheEnd(choice, limits));
            return;
        }

        PathFollowing following = Following(limits);
        double enough = isGiven ? double.PositiveInfinity : Enough;
        if (following.Prove(near.Prices) < enough)
        {
            // A first look at what the choice will come to; only one that promises to be better is worth cold prices.
            Func<double, double> target = _of.TargetOf(_tier, Weights);
            PricePath path = following.Again(near.Path!, Math.Min(FirstStage, near.Path!.Stages.Count - 1), bound => double.IsFinite(enough) ? Math.Max(target(bound), LookShare * (enough - bound)) : target(bound), enough, hopeless: false);
            if (following.Bound + following.Left < enough)
            {
                path = following.Again(path, path.Stages.Count, target, enough, hopeless: false);
            }

            if (following.Bound < enough)
            {
                Keep(_of.IsLast(_tier) ? _of.PlanToTheEnd(choice, limits) : _of.PlanOf(_tier, choice, _weighed, limits, path, (following.Bound, following.Prices)));
            }
        }

        _effort += following.Effort;
    }

    private void Keep(PlannedOpenings? plan)
    {
        if (plan is not null && (Best is null || plan.Values.AsSpan().SequenceCompareTo(Best.Values) < 0))
        {
            Best = plan;
        }
    }
}
