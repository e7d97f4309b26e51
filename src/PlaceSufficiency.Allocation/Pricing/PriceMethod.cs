using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Plans by prices: for each tier, prices of places that prove a bound, each tier starting from the prices of the one before; then whole pupils by rolls at
/// the last tier's prices. README.md of this room tells why.
/// </summary>
internal sealed class PriceMethod
{
    /// <summary>Coldest stages of prices worked out for other demand that are gone through again.</summary>
    private const int StagesOfStart = 8;

    /// <summary>Stage at which a tier that counts pupils begins to differ from the one before it.</summary>
    private const int AlikeUntil = 4;

    /// <summary>Stages whose prices plans of whole pupils are made from.</summary>
    private const int Rolls = 2;

    /// <summary>How often a held tier's weight is lowered where holding it costs bound.</summary>
    private const int MostRelaxations = 3;

    /// <summary>Provisions whose prices are moved together: more needs fewer evaluations, each of which costs more.</summary>
    public const int MostCompeting = 16;

    private const double Relaxation = 0.3;

    private readonly RouteCase _routes;
    private readonly Limits _limits;
    private readonly TierRates _rates;
    private readonly Action<AllocationProgress> _report;
    private readonly CancellationToken _cancellation;
    private readonly PriceStart? _start;
    private readonly PlanWorth _worth;
    private readonly Competition _competition;
    private readonly PriceAccuracy _accuracy;
    private readonly List<Tier> _solved = [];
    private List<ClassPath>? _plan;
    private long[] _values = [];

    private PriceMethod(
        RouteCase routes, Limits limits, PriceStart? start, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        (_routes, _limits, _start, _report, _cancellation) = (routes, limits, start, report, cancellation);
        _worth = new PlanWorth(routes, limits);
        _competition = Competition.Of(routes, MostCompeting);
        _accuracy = new PriceAccuracy(routes);
        _rates = new TierRates(routes, limits, _accuracy);
    }

    /// <summary>Whether prices by provision and year can hold what the case asks for: moves and whole minutes are left to column generation.</summary>
    public static bool CanHold(PlanningCase planningCase) =>
        planningCase.PupilCosts is null
        && planningCase.Moves.All(rule => rule.Share is null)
        && !planningCase.Provisions.Any(planningCase.FillsByYearGroup)
        && !planningCase.Limits.HasRows
        && planningCase.Objective.All(tier => tier is ObjectiveTier.Unplaced or ObjectiveTier.OverNumber or ObjectiveTier.InmssPupils or ObjectiveTier.Cost);

    /// <summary>The plan, and whether it is proven best on every tier that counts pupils and within <see cref="PriceAccuracy.CostGap"/> on cost; null where no roll kept every limit.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="start">Prices for other demand to start from; null for none.</param>
    /// <param name="report">Told where it stands.</param>
    /// <param name="cancellation">Stops it.</param>
    public static (PlacementPlan Plan, bool IsProven)? Plan(
        PlanningCase planningCase, DemandPath demand, PriceStart? start, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        PriceMethod method = Priced(planningCase, demand, start, report, cancellation);
        if (method._plan is null)
        {
            return null;
        }

        PlacementPlan plan = method.Published(demand);
        return (plan, plan.Tiers.Select((result, i) => method._accuracy.IsClose(method._rates.Tiers[i], method._values[i], result.Bound)).All(isClose => isClose));
    }

    /// <summary>Prices that a case with other demand may start from.</summary>
    public static PriceStart Start(PlanningCase planningCase, DemandPath demand, Action<AllocationProgress> report, CancellationToken cancellation) =>
        new([.. Priced(planningCase, demand, null, report, cancellation)._solved.Select(tier => tier.Path)]);

    private static PriceMethod Priced(
        PlanningCase planningCase, DemandPath demand, PriceStart? start, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        RouteCase routes = RouteCase.Of(planningCase, demand, cancellation);
        Limits limits = Limits.Of(routes);
        PriceStart? fitting = start is not null && start.Fits(planningCase.Objective.Length, limits.Prices) ? start : null;
        PriceMethod method = new(routes, limits, fitting, report, cancellation);
        for (int i = 0; i < method._rates.Tiers.Count; i++)
        {
            method.Price(i);
        }

        return method;
    }

    private void Price(int i)
    {
        ObjectiveTier tier = _rates.Tiers[i];
        double[] weights = _rates.Weights(i);
        Rates weighed = _rates.Weighed(i, weights);
        bool last = i == _rates.Tiers.Count - 1;
        bool money = tier == ObjectiveTier.Cost;
        RouteCase routes = _rates.RoutesOf(i);
        PathFollowing following = new(routes, weighed, _limits, _competition, _accuracy.PatienceOf(tier), _cancellation);
        (PricePath? near, int first) = StartOf(i, money);
        PricePath path = following.Follow(
            weighed.Unplaced.Max(),
            near,
            first,
            bound => _accuracy.TargetOf(tier, bound - Enumerable.Range(0, i).Sum(j => weights[j] * Math.Ceiling(_solved[j].Bound - 1e-6))),
            (q, prices, bound) =>
            {
                _report(new AllocationProgress(tier, q + 1, null, bound - Enumerable.Range(0, i).Sum(j => weights[j] * _solved[j].Bound)));
            });
        if (last)
        {
            foreach (double[] prices in path.Stages.OfType<double[]>().TakeLast(Rolls).Select(PricePath.Proving).Append(following.Prices).Distinct())
            {
                Roll(routes, weighed, prices);
            }
        }

        double proven = following.Bound - Enumerable.Range(0, i).Sum(j => weights[j] * Math.Ceiling(_solved[j].Bound - 1e-6));
        _solved.Add(new Tier(weights, following.Prices, following.Bound, proven, path));
    }

    /// <summary>
    /// Prices to start from, and the stage. The first tier and cost start from those of other demand where there are some; a tier that counts pupils
    /// starts from the tier before it, whose weight over this one makes the two alike until it is cold.
    /// </summary>
    private (PricePath? Near, int First) StartOf(int i, bool money)
    {
        if (_start is not null && (i == 0 || money))
        {
            return (_start.Tiers[i], Math.Max(1, _start.Tiers[i].Stages.Count - StagesOfStart));
        }

        return i == 0 ? (null, 0) : (_solved[^1].Path, money ? 1 : AlikeUntil);
    }

    private void Roll(RouteCase routes, Rates weighed, double[] prices)
    {
        List<ClassPath> plan = PricedRoll.Plan(routes, weighed, _limits, prices, _accuracy.MostRoutesOfRoll);
        if (!_worth.Keeps(plan))
        {
            return;
        }

        long[] values = _worth.Of(_rates.Tiers, plan);
        if (_plan is null || values.AsSpan().SequenceCompareTo(_values) < 0)
        {
            (_plan, _values) = (plan, values);
        }
    }

    private PlacementPlan Published(DemandPath demand)
    {
        List<TierResult> results = [];
        for (int i = 0; i < _rates.Tiers.Count; i++)
        {
            (double bound, double[] prices, double[] weights) = Proven(i);
            _report(new AllocationProgress(_rates.Tiers[i], 0, _values[i], bound));
            results.Add(new TierResult(_rates.Tiers[i], _values[i], bound, _rates.Published(prices, weights)));
        }

        return new PlacementPlan(StayPlan.Of(_routes, demand, _plan!), results);
    }

    /// <summary>The bound on a tier while the earlier ones are held at the plan's values; where holding them costs bound, at lower weights.</summary>
    private (double Bound, double[] Prices, double[] Weights) Proven(int i)
    {
        Tier tier = _solved[i];
        (double Bound, double[] Prices, double[] Weights) best = (tier.Weighed - _rates.Held(tier.Weights, _values), tier.Prices, tier.Weights);
        double[] weights = tier.Weights;
        double[] start = tier.Prices;
        for (int times = 0; times < MostRelaxations && i > 0 && !_accuracy.IsClose(_rates.Tiers[i], _values[i], best.Bound); times++)
        {
            weights = [.. weights.Select(weight => weight * Relaxation)];
            Rates weighed = _rates.Weighed(i, weights);
            PathFollowing following = new(_routes, weighed, _limits, _competition, _accuracy.PatienceOf(_rates.Tiers[i]), _cancellation);
            int coldest = tier.Path.Stages.Count - 1;
            following.Improve(start, tier.Path.Top, [coldest - 2, coldest - 1, coldest]);
            start = following.Prices;
            double bound = following.Bound - _rates.Held(weights, _values);
            best = bound > best.Bound ? (bound, following.Prices, weights) : best;
        }

        return best with { Bound = best.Bound - _rates.PenceOfRounding(i) };
    }

    /// <summary>A tier priced: the weights of the tiers before, prices, the bound on the weighed sum, and on the tier alone.</summary>
    private sealed record Tier(double[] Weights, double[] Prices, double Weighed, double Bound, PricePath Path);
}
