using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Pricing;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>Which candidates open, and when, together with who is placed where, by prices: a tree of openings for each tier, each growing from that of the tier before.</summary>
internal sealed class PricedOpenings
{
    /// <summary>Largest weight of one tier that counts pupils over the next: a share of a pupil-year that a case of open candidates saves costs its bound so many.</summary>
    private const double MostWeight = 5;

    /// <summary>What must be left of a case's bound above the value held for the case to be out of later tiers.</summary>
    private const double LeastOut = 0.01;

    /// <summary>Plans of whole pupils made at prices moved at random for a choice.</summary>
    private const int MostTries = 20;

    /// <summary>Choices that are planned on the last tier, which takes as long as a plan of a case without candidates.</summary>
    private const int MostPlanned = 2;

    private readonly RouteCase _routes;
    private readonly DemandPath _demand;
    private readonly Action<AllocationProgress> _report;
    private readonly List<OpeningTree> _trees = [];
    private int _reports;
    private int _planned;

    private PricedOpenings(CompiledCase compiled, RouteCase routes, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        (_routes, _demand, _report, Cancellation) = (routes, compiled.Demand, report, cancellation);
        Limits limits = Limits.Of(routes);
        Space = new OpeningSpace(compiled);
        Boxes = new BoxLimits(Space, limits);
        Accuracy = new PriceAccuracy(routes, 0);
        Rates = new TierRates(routes, limits, Accuracy);
        Competition = Competition.Of(routes, PriceMethod.MostCompeting);
    }

    /// <summary>The choices.</summary>
    public OpeningSpace Space { get; }

    /// <summary>Limits of boxes of choices.</summary>
    public BoxLimits Boxes { get; }

    /// <summary>How near is near enough.</summary>
    public PriceAccuracy Accuracy { get; }

    /// <summary>What tiers count.</summary>
    public TierRates Rates { get; }

    /// <summary>Provisions whose prices are moved together.</summary>
    public Competition Competition { get; }

    /// <summary>Stops it.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The best plan with its proof; null where none was found.</summary>
    public static PlacementPlan? Plan(CompiledCase compiled, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        PricedOpenings openings = new(compiled, RouteCase.Of(compiled.Case, compiled.Demand, cancellation), report, cancellation);
        OpeningNode root = new(OpeningBox.All(openings.Space), 0);
        List<int[]> choices = [];
        for (int i = 0; i < openings.Rates.Tiers.Count; i++)
        {
            OpeningTree tree = new(openings, i, root);
            openings._trees.Add(tree);
            tree.Grow(i == 0 ? null : openings._trees[i - 1].Root.Path, choices);
            if (tree.Best is null)
            {
                return null;
            }

            choices.Insert(0, tree.Best.Choice);
            root = tree.Root.ForNextTier();
        }

        return openings.Published();
    }

    /// <summary>Whether every tier is as close to its bound as is promised.</summary>
    public static bool IsProven(PlacementPlan plan) => plan.Tiers.All(result => result.Gap <= (result.Tier == ObjectiveTier.Cost ? OpeningTree.CostGap : 0));

    /// <summary>Weights of the tiers before.</summary>
    public double[] WeightsOf(int tier) => Rates.Weights(tier, MostWeight, 2, Boxes.MostPenceOfPlaceYear);

    /// <summary>Stage at which a tier takes up the prices of the one before.</summary>
    public int FirstStageOf(int tier) => Rates.Tiers[tier] == ObjectiveTier.Cost ? 3 : 4;

    /// <summary>Gap of prices that is small enough, given the bound on a tier with those before it.</summary>
    public Func<double, double> TargetOf(int tier, double[] weights) => bound => Rates.Tiers[tier] == ObjectiveTier.Cost
        ? 2 * PriceAccuracy.CostGap * Math.Max(1, bound - (tier == 0 ? 0 : Rates.Held(weights, _trees[tier - 1].Best!.Values)))
        : Math.Max(0.3, 1e-3 * bound);

    /// <summary>Whether the tiers before prove that no choice of a case holds what they reached.</summary>
    public bool IsOut(int tier, OpeningNode leaf) => Out(tier, leaf, _trees.Take(tier).LastOrDefault()?.Best?.Values ?? []) is not null;

    /// <summary>Whether a tier is the last, on which plans are made by the price method as if their choice had been stated.</summary>
    public bool IsLast(int tier) => tier == Rates.Tiers.Count - 1;

    /// <summary>The plan of a choice on all tiers; null where none keeps every limit, or where enough choices were planned so.</summary>
    public PlannedOpenings? PlanToTheEnd(int[] choice, Limits limits) =>
        ++_planned <= MostPlanned && PriceMethod.Unproven(_routes.Case.WithOpenings(Space.OpeningsOf(choice)), _demand, Cancellation) is var (paths, values)
            ? new PlannedOpenings(choice, WithOpenings(limits, values), paths)
            : null;

    /// <summary>Whole pupils for a choice at prices of a tier before the last; null where no plan keeps every limit.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="weighed">The tier with those before it.</param>
    /// <param name="limits">Limits of the choice.</param>
    /// <param name="path">Prices of the choice by temperature.</param>
    /// <param name="proven">What is proven of the weighed sum, and the prices that prove it.</param>
    public PlannedOpenings? PlanOf(int tier, int[] choice, Rates weighed, Limits limits, PricePath path, (double Bound, double[] Prices) proven)
    {
        OpeningTree tree = _trees[tier];
        BestRoll rolls = new(Rates.RoutesOf(tier), limits, [.. Rates.Tiers.Take(tier + 1)], Accuracy.MostRoutesOfRoll);
        rolls.At(weighed, path.Stages[^1]!);
        rolls.At(weighed, proven.Prices);
        long[] values = WithOpenings(limits, rolls.Values);

        // Only a choice that is as good as the best so far is worth trying for what is proven.
        bool isWorthTrying = rolls.Plan is not null && (tree.Best is null || values.AsSpan().SequenceCompareTo(tree.Best.Values) <= 0);
        for (int seed = 0; isWorthTrying && seed < MostTries && !Accuracy.IsClose(Rates.Tiers[tier], values[tier], proven.Bound - Rates.Held(tree.Weights, values)); seed++)
        {
            rolls.Near(weighed, path, 0, seed);
            values = WithOpenings(limits, rolls.Values);
        }

        return rolls.Plan is null ? null : new PlannedOpenings(choice, values, null);
    }

    /// <summary>Says where a tier stands.</summary>
    public void Report(int tier, PlannedOpenings? best, double bound) => _report(new AllocationProgress(Rates.Tiers[tier], ++_reports, best?.Values[tier], bound));

    /// <summary>The latest tier before, and by how much its bound on the case is above the value held; null where none is.</summary>
    private (int Tier, OpeningNode Leaf, double Above)? Out(int tier, OpeningNode leaf, long[] values)
    {
        OpeningNode? earlier = leaf.Earlier;
        for (int j = tier - 1; j >= 0 && earlier is not null; j--, earlier = earlier.Earlier)
        {
            double above = _trees[j].BoundOf(earlier, values) - _routes.Case.HeldAt(Rates.Tiers[j], values[j]) - Rates.PenceOfRounding(j);
            if (above > LeastOut)
            {
                return (j, earlier, above);
            }
        }

        return null;
    }

    private long[] WithOpenings(Limits limits, IEnumerable<long> values) =>
        [.. values.Select((value, i) => value + (Rates.Tiers[i] == ObjectiveTier.Cost ? (long)limits.Offers!.DecidedPence : 0))];

    private PlacementPlan Published()
    {
        PlannedOpenings best = _trees[^1].Best!;
        return new PlacementPlan(best.Paths!, [.. Enumerable.Range(0, _trees.Count).Select(i => ResultOf(i, best))])
        {
            Openings = Space.OpeningsOf(best.Choice).ToImmutableSortedDictionary(),
        };
    }

    private TierResult ResultOf(int tier, PlannedOpenings best)
    {
        OpeningTree tree = _trees[tier];
        double[] weights = tree.Weights;
        List<TierPrices> sets = [];
        Dictionary<object, int> numbers = new(ReferenceEqualityComparer.Instance);
        int NumberOf(double[] key, Func<TierPrices> prices)
        {
            if (!numbers.TryGetValue(key, out int number))
            {
                numbers.Add(key, number = sets.Count);
                sets.Add(prices());
            }

            return number;
        }

        // What the prices prove of the plan's own openings comes first: it says what a place is worth.
        OpeningNode own = tree.Root.Leaves().First(leaf => Contains(leaf.Box, best.Choice));
        NumberOf(own.Prices, () => Rates.Published(own.Prices, weights));
        List<OpeningsStep> steps = [];
        double bound = double.PositiveInfinity;
        void Walk(OpeningNode node)
        {
            if (node.Split is { } split)
            {
                OpeningItem item = Space.Items[split.Item];
                steps.Add(new OpeningsStep(item.Scheme.Id, item.Options[split.Position], 0));
                Walk(node.Cases.UpTo);
                Walk(node.Cases.After);
                return;
            }

            double proven = tree.BoundOf(node, best.Values);
            if (!double.IsPositiveInfinity(proven) && Out(tier, node, best.Values) is { } known)
            {
                // What proves a case out is worth more than the value reached when it counts so often.
                double times = (Math.Abs(best.Values[tier]) + 1) / LeastOut;
                steps.Add(new OpeningsStep(null, null, NumberOf(known.Leaf.Prices, () => Rates.Published(
                    [.. known.Leaf.Prices.Select(price => price * times)],
                    [.. _trees[known.Tier].Weights.Select(weight => weight * times), times, .. Enumerable.Repeat(0.0, tier - known.Tier - 1)]))));
                bound = Math.Min(bound, known.Above * times);
                return;
            }

            steps.Add(new OpeningsStep(null, null, double.IsPositiveInfinity(proven) ? 0 : NumberOf(node.Prices, () => Rates.Published(node.Prices, weights))));
            bound = Math.Min(bound, proven);
        }

        Walk(tree.Root);
        bound -= Rates.PenceOfRounding(tier);
        return new TierResult(Rates.Tiers[tier], best.Values[tier], Math.Min(bound, best.Values[tier]), sets) { Cases = steps };
    }

    private bool Contains(OpeningBox box, int[] choice)
    {
        for (int i = 0; i < choice.Length; i++)
        {
            int position = choice[i] == OpeningSpace.Closed ? Space.Items[i].Options.Length : choice[i];
            if (position < box.Low[i] || position > box.High[i])
            {
                return false;
            }
        }

        return true;
    }
}
