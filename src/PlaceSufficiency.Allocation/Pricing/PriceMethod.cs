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
    /// <summary>Temperature, in units of a tier that counts pupils, down to which it is like the tier before it.</summary>
    private const double AlikeAbove = 1.5;

    /// <summary>Stage at which cost begins to differ from the tier before it.</summary>
    private const int CostAlikeUntil = 4;

    /// <summary>Stages whose prices plans of whole pupils are made from.</summary>
    private const int Rolls = 2;

    /// <summary>Provisions whose prices are moved together: more needs fewer evaluations, each of which costs more.</summary>
    public const int MostCompeting = 16;

    private const double Relaxation = 0.3;

    /// <summary>Share of a pupil-year that a tier counts as held above its bound.</summary>
    private const double LeastAbove = 0.02;

    /// <summary>Coldest stages that a tier goes through again at lower weights.</summary>
    private const int StagesOfRelaxed = 6;

    private readonly RouteCase _routes;
    private readonly Limits _limits;
    private readonly TierRates _rates;
    private readonly Action<AllocationProgress> _report;
    private readonly CancellationToken _cancellation;
    private readonly Competition _competition;
    private readonly PriceAccuracy _accuracy;
    private readonly List<List<Tier>> _solved = [];
    private readonly BestRoll _whole;

    private PriceMethod(RouteCase routes, Limits limits, double gap, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        (_routes, _limits, _report, _cancellation) = (routes, limits, report, cancellation);
        _competition = Competition.Of(routes, MostCompeting);
        _accuracy = new PriceAccuracy(routes, gap);
        _rates = new TierRates(routes, limits, _accuracy);
        _whole = new BestRoll(_rates.RoutesOf(_rates.Tiers.Count - 1), limits, _rates.Tiers, _accuracy.MostRoutesOfRoll);
    }

    /// <summary>Whether prices by provision and year can hold what the case asks for: moves and whole minutes are left to column generation.</summary>
    public static bool CanHold(PlanningCase planningCase) =>
        planningCase.PupilCosts is null
        && planningCase.Moves.All(rule => rule.Share is null)
        && !planningCase.Provisions.Any(planningCase.FillsByYearGroup)
        && !planningCase.Limits.HasRows
        && planningCase.Objective.All(tier => tier is ObjectiveTier.Unplaced or ObjectiveTier.OverNumber or ObjectiveTier.InmssPupils or ObjectiveTier.Cost);

    /// <summary>The plan with its proof; null where no roll kept every limit, or where it must be proven and is not.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="gap">Share of each tier that may be left unproven; 0 for the least.</param>
    /// <param name="mustBeProven">Whether only a plan will do that is proven best on every tier that counts pupils and within <see cref="PriceAccuracy.CostGap"/> on cost; a gap that may be left is left.</param>
    /// <param name="report">Told where it stands.</param>
    /// <param name="cancellation">Stops it.</param>
    public static PlacementPlan? Plan(
        PlanningCase planningCase, DemandPath demand, double gap, bool mustBeProven, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        PriceMethod method = Priced(planningCase, demand, gap, report, cancellation);
        return method.Whole() is { } plan && method.Results(mustBeProven) is { } results
            ? new PlacementPlan(StayPlan.Of(method._routes, demand, plan), results)
            : null;
    }

    /// <summary>Who goes where and what that comes to on each tier, without the time that proving it takes; null where no roll kept every limit.</summary>
    public static (IReadOnlyList<PupilPath> Paths, long[] Values)? Unproven(PlanningCase planningCase, DemandPath demand, CancellationToken cancellation)
    {
        PriceMethod method = Priced(planningCase, demand, 0, _ => { }, cancellation);
        return method.Whole() is { } plan ? (StayPlan.Of(method._routes, demand, plan), method._whole.Values) : null;
    }

    private static PriceMethod Priced(PlanningCase planningCase, DemandPath demand, double gap, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        RouteCase routes = RouteCase.Of(planningCase, demand, cancellation);
        Limits limits = Limits.Of(routes);
        PriceMethod method = new(routes, limits, gap, report, cancellation);
        for (int i = 0; i < method._rates.Tiers.Count; i++)
        {
            method.Price(i);
        }

        return method;
    }

    /// <summary>
    /// A tier starts from the prices of the one before it, where the two are no longer alike: until it is colder they are, as the weight of the one before is
    /// the larger.
    /// </summary>
    private void Price(int i)
    {
        double[] weights = _rates.Weights(i);
        PricePath? near = i == 0 ? null : _solved[^1][0].Path;
        int alike = near is null ? 0 : _rates.Tiers[i] == ObjectiveTier.Cost ? CostAlikeUntil : PricePath.StageOf(weights[^1], AlikeAbove);
        _solved.Add([Tier.Of(this, i, weights, near, alike)]);
    }

    /// <summary>
    /// The best plan of whole pupils at the last tier's prices, and near them while what is proven of a tier is missed; where only the last tier misses it, at
    /// prices that hold the others at less. Null where no roll kept every limit.
    /// </summary>
    private List<ClassPath>? Whole()
    {
        int last = _rates.Tiers.Count - 1;
        Roll(_solved[last][0]);
        while (IsReached(last, _whole.Values) && !IsClose(last, _whole.Values) && Relaxed(last, _whole.Values) is { } relaxed)
        {
            _solved[last].Add(relaxed);
            Roll(relaxed);
        }

        return _whole.Plan;
    }

    private void Roll(Tier tier)
    {
        foreach (double[] prices in tier.Path.Stages.OfType<double[]>().TakeLast(Rolls).Append(tier.Prices))
        {
            _whole.At(tier.Rates, prices);
        }

        for (int seed = 0; seed < _accuracy.MostTries && !IsReached(_rates.Tiers.Count, _whole.Values); seed++)
        {
            // Half of them as far as the prices of this temperature may be off, half much further.
            _whole.Near(tier.Rates, tier.Path, seed % 2 == 0 ? 0 : 2, seed);
        }
    }

    /// <summary>Whether values are as close to what is proven of the first so many tiers as they should be.</summary>
    private bool IsReached(int tiers, long[] values) => values.Length > 0 && Enumerable.Range(0, tiers).All(i => IsClose(i, values));

    private bool IsClose(int i, long[] values) => _accuracy.IsClose(_rates.Tiers[i], values[i], Proof(i, values).Bound);

    private List<TierResult>? Results(bool mustBeProven)
    {
        List<TierResult> results = [];
        long[] values = _whole.Values;
        for (int i = 0; i < _rates.Tiers.Count; i++)
        {
            while (!IsClose(i, values) && Relaxed(i, values) is { } relaxed)
            {
                _solved[i].Add(relaxed);
            }

            if (mustBeProven && !_accuracy.MayLeaveGap && !IsClose(i, values))
            {
                return null;
            }

            (Tier tier, double bound) = Proof(i, values);
            _report(new AllocationProgress(_rates.Tiers[i], 0, values[i], bound));
            results.Add(new TierResult(_rates.Tiers[i], values[i], bound, _rates.Published(tier.Prices, tier.Weights)));
        }

        return results;
    }

    /// <summary>The least that a tier can come to while those before it are at theirs.</summary>
    private double Least(int i)
    {
        Tier tier = _solved[i][0];
        return Math.Ceiling(tier.Weighed - tier.Weights.Select((weight, j) => weight * Least(j)).Sum() - 1e-6);
    }

    /// <summary>The most that is proven of a tier while the earlier ones are held at values.</summary>
    private (Tier Tier, double Bound) Proof(int i, long[] values) =>
        _solved[i].Select(tier => (tier, tier.Weighed - _rates.Held(tier.Weights, values) - _rates.PenceOfRounding(i))).MaxBy(proof => proof.Item2);

    /// <summary>What a tier is held at above its bound; a little is what the bound will still come to.</summary>
    private static double Above(double held) => held > LeastAbove ? held : 0;

    /// <summary>
    /// A tier at lower weights of the tiers before: what these are held at above their own bounds costs this one's bound so many times. Null where that is
    /// not what is missing, or was tried often enough.
    /// </summary>
    private Tier? Relaxed(int i, long[] values)
    {
        Tier tier = _solved[i][^1];
        double cost = tier.Weights.Select((weight, j) => weight * Above(values[j] - Proof(j, values).Bound - _solved[j][^1].Left)).Sum();
        return _solved[i].Count > _accuracy.MostRelaxations || !_accuracy.IsClose(_rates.Tiers[i], values[i], Proof(i, values).Bound + cost)
            ? null
            : Tier.Of(this, i, [.. tier.Weights.Select(weight => weight * Relaxation)], tier.Path, Math.Max(1, tier.Path.Stages.Count - StagesOfRelaxed));
    }

    /// <summary>A tier priced.</summary>
    /// <param name="Weights">What a unit of each tier before counts for.</param>
    /// <param name="Rates">The tier with those before it.</param>
    /// <param name="Prices">Prices that prove the most.</param>
    /// <param name="Weighed">What they prove of the weighed sum.</param>
    /// <param name="Left">What cooling further would still add to that.</param>
    /// <param name="Path">Prices by temperature.</param>
    private sealed record Tier(double[] Weights, Rates Rates, double[] Prices, double Weighed, double Left, PricePath Path)
    {
        public static Tier Of(PriceMethod method, int i, double[] weights, PricePath? near, int first)
        {
            ObjectiveTier tier = method._rates.Tiers[i];
            Rates weighed = method._rates.Weighed(i, weights);
            PathFollowing following = new(new SoftTable(method._rates.RoutesOf(i), weighed), method._limits, method._competition, method._accuracy.PatienceOf(tier), method._cancellation);
            double before = Enumerable.Range(0, i).Sum(j => weights[j] * method.Least(j));
            PricePath path = following.Follow(
                weighed.Unplaced.Max(),
                near,
                first,
                bound => method._accuracy.TargetOf(tier, bound - before),
                (q, _, bound) => method._report(new AllocationProgress(tier, q + 1, null, bound - before)));
            return new Tier(weights, weighed, following.Prices, following.Bound, following.Left, path);
        }
    }
}
