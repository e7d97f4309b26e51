using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Plans by prices: for each tier, prices of places that prove a bound, each tier starting from the prices of the one before; then whole pupils by rolls at
/// the last tier's prices. README.md of this room tells why.
/// </summary>
internal sealed class PriceMethod
{
    /// <summary>Share of the cost that may be left between a plan and its bound.</summary>
    public const double CostGap = 1e-4;

    /// <summary>Pupil-years above which a case is large: gaps are then shares, not single pupils.</summary>
    private const long LargePupilYears = 100_000;

    /// <summary>Share of a tier that a large case aims to leave unproven.</summary>
    private const double LargeGap = 1.5e-3;

    /// <summary>Routes below which a case is proven to the penny.</summary>
    private const int TinyRoutes = 2_000;

    /// <summary>Stages whose prices plans of whole pupils are made from.</summary>
    private const int Rolls = 2;

    /// <summary>How often a held tier's weight is lowered where holding it costs bound.</summary>
    private const int MostRelaxations = 3;

    /// <summary>Largest weight of one tier that counts pupils over the next: beyond it more temperatures are needed than it is worth.</summary>
    private const double MostWeight = 1000;

    /// <summary>The same for a large case.</summary>
    private const double LargeWeight = 20;

    /// <summary>What a unit of the tier before cost counts for, in dearest pupil-years.</summary>
    private const double CostWeight = 1.5;

    private const double Relaxation = 0.3;

    private readonly RouteCase _routes;
    private readonly Limits _limits;
    private readonly IReadOnlyList<ObjectiveTier> _tiers;
    private readonly Action<AllocationProgress> _report;
    private readonly CancellationToken _cancellation;
    private readonly PlanWorth _worth;
    private readonly long _pupilYears;
    private readonly List<Tier> _solved = [];
    private List<ClassPath>? _plan;
    private long[] _values = [];

    private PriceMethod(RouteCase routes, Limits limits, IReadOnlyList<ObjectiveTier> tiers, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        (_routes, _limits, _tiers, _report, _cancellation) = (routes, limits, tiers, report, cancellation);
        _worth = new PlanWorth(routes, limits);
        _pupilYears = Enumerable.Range(0, routes.Classes).Sum(k => (long)routes.Pupils[k] * routes.Length[k]);
    }

    /// <summary>Whether prices by provision and year can hold what the case asks for: moves and whole minutes are left to column generation.</summary>
    public static bool CanHold(PlanningCase planningCase) =>
        planningCase.PupilCosts is null
        && planningCase.Moves.All(rule => rule.Share is null)
        && !planningCase.Provisions.Any(planningCase.FillsByYearGroup)
        && !planningCase.Limits.HasRows
        && planningCase.Objective.All(tier => tier is ObjectiveTier.Unplaced or ObjectiveTier.OverNumber or ObjectiveTier.InmssPupils or ObjectiveTier.Cost);

    /// <summary>The plan, and whether it is proven best on every tier that counts pupils and within <see cref="CostGap"/> on cost; null where no roll kept every limit.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="report">Told where it stands.</param>
    /// <param name="cancellation">Stops it.</param>
    public static (PlacementPlan Plan, bool IsProven)? Plan(PlanningCase planningCase, DemandPath demand, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        RouteCase routes = RouteCase.Of(planningCase, demand, cancellation);
        PriceMethod method = new(routes, Limits.Of(routes), planningCase.Objective, report, cancellation);
        for (int i = 0; i < method._tiers.Count; i++)
        {
            method.Price(i);
        }

        if (method._plan is null)
        {
            return null;
        }

        PlacementPlan plan = method.Published(demand);
        return (plan, plan.Tiers.Select((result, i) => method.IsClose(i, result.Bound)).All(isClose => isClose));
    }

    private void Price(int i)
    {
        ObjectiveTier tier = _tiers[i];
        Rates own = Rates.Of(_routes.Case, tier);
        double[] weights = Weights(i, own);
        Rates weighed = Weighed(own, weights, i);
        bool last = i == _tiers.Count - 1;
        bool money = tier == ObjectiveTier.Cost;
        RouteCase routes = last || money || _tiers.Take(i).Contains(ObjectiveTier.Cost) ? _routes : _routes.Merged(false, !_routes.Case.UnplacedWeights.IsEmpty);
        PathFollowing following = new(routes, weighed, _limits, PatienceOf(tier), _cancellation);
        PricePath path = following.Follow(
            weighed.Unplaced.Max(),
            i == 0 ? null : _solved[^1].Path,
            bound => TargetOf(tier, bound - Enumerable.Range(0, i).Sum(j => weights[j] * Math.Ceiling(_solved[j].Bound - 1e-6))),
            (q, prices, bound) =>
            {
                _report(new AllocationProgress(tier, q + 1, null, bound - Enumerable.Range(0, i).Sum(j => weights[j] * _solved[j].Bound)));
            });
        if (last)
        {
            foreach (double[] prices in path.Stages.OfType<double[]>().TakeLast(Rolls).Append(following.Prices).Distinct())
            {
                Roll(routes, weighed, prices);
            }
        }

        double proven = following.Bound - Enumerable.Range(0, i).Sum(j => weights[j] * Math.Ceiling(_solved[j].Bound - 1e-6));
        _solved.Add(new Tier(own, weights, following.Prices, following.Bound, proven, path));
    }

    /// <summary>What one unit of each earlier tier counts for: more than it could save on this one, ten times as much for each tier before.</summary>
    private double[] Weights(int i, Rates own)
    {
        double[] weights = new double[i];
        double weight = _tiers[i] == ObjectiveTier.Cost ? CostWeight * MostOfPupilYear(own) : Math.Min(IsLarge ? LargeWeight : MostWeight, MostOf(_tiers[i]) + 1);
        for (int j = i - 1; j >= 0; j--, weight *= 10)
        {
            weights[j] = weight;
        }

        return weights;
    }

    /// <summary>What a tier that counts pupils can come to at most.</summary>
    private double MostOf(ObjectiveTier tier) => tier == ObjectiveTier.OverNumber ? _limits.Most.Sum(most => (double)most) : _pupilYears * _routes.Case.UnplacedWeights.Values.DefaultIfEmpty(1).Max();

    private Rates Weighed(Rates own, double[] weights, int i)
    {
        Rates weighed = new(_routes.Provisions, _routes.Years);
        weighed.Add(own, 1);
        for (int j = 0; j < i; j++)
        {
            weighed.Add(_solved[j].Own, weights[j]);
        }

        return weighed;
    }

    private double MostOfPupilYear(Rates rates)
    {
        double kilometres = _routes.Routes.Kilometres.DefaultIfEmpty().Max();
        double most = 1;
        for (int i = 0; i < rates.Year.Length; i++)
        {
            most = Math.Max(most, rates.Year[i] + (kilometres * rates.PerKilometre[i]) + (Rates.LevelCount * rates.PerLevel[i]));
        }

        return most;
    }

    private void Roll(RouteCase routes, Rates weighed, double[] prices)
    {
        List<ClassPath> plan = PricedRoll.Plan(routes, weighed, _limits, prices, MostRoutes(routes));
        if (!_worth.Keeps(plan))
        {
            return;
        }

        long[] values = _worth.Of(_tiers, plan);
        if (_plan is null || IsBetter(values, _values))
        {
            (_plan, _values) = (plan, values);
        }
    }

    /// <summary>Pupils are counted to the last one; a hundredth of a percent is enough of money.</summary>
    private double PatienceOf(ObjectiveTier tier) => IsLarge ? 0.25 : tier == ObjectiveTier.Cost ? 0.05 : 0.002;

    /// <summary>Gap that a tier aims at, given its bound: less than a pupil or a penny where that is cheap.</summary>
    private double TargetOf(ObjectiveTier tier, double bound) => (tier == ObjectiveTier.Cost, IsLarge) switch
    {
        (false, false) => 0.1,
        (true, false) => _routes.Routes.Provision.Length < TinyRoutes ? 0.2 : CostGap / 4 * Math.Max(1, bound),
        (_, true) => LargeGap * Math.Max(1, bound),
    };

    private bool IsLarge => _pupilYears > LargePupilYears;

    private static int MostRoutes(RouteCase routes) => routes.Routes.Provision.Length > 5_000_000 ? 16 : int.MaxValue;

    private static bool IsBetter(long[] values, long[] than)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != than[i])
            {
                return values[i] < than[i];
            }
        }

        return false;
    }

    private PlacementPlan Published(DemandPath demand)
    {
        List<TierResult> results = [];
        for (int i = 0; i < _tiers.Count; i++)
        {
            (double bound, double[] prices, double[] weights) = Proven(i);
            _report(new AllocationProgress(_tiers[i], 0, _values[i], bound));
            results.Add(new TierResult(_tiers[i], _values[i], bound, Published(prices, weights)));
        }

        return new PlacementPlan(StayPlan.Of(_routes, demand, _plan!), results);
    }

    /// <summary>The bound on a tier while the earlier ones are held at the plan's values; where holding them costs bound, at lower weights.</summary>
    private (double Bound, double[] Prices, double[] Weights) Proven(int i)
    {
        Tier tier = _solved[i];
        double Held(double[] at) => Enumerable.Range(0, i).Sum(j => at[j] * _routes.Case.HeldAt(_tiers[j], _values[j]));
        (double Bound, double[] Prices, double[] Weights) best = (tier.Weighed - Held(tier.Weights), tier.Prices, tier.Weights);
        double[] weights = tier.Weights;
        double[] start = tier.Prices;
        for (int times = 0; times < MostRelaxations && i > 0 && !IsClose(i, best.Bound); times++)
        {
            weights = [.. weights.Select(weight => weight * Relaxation)];
            Rates weighed = Weighed(tier.Own, weights, i);
            PathFollowing following = new(_routes, weighed, _limits, PatienceOf(_tiers[i]), _cancellation);
            int coldest = tier.Path.Stages.Count - 1;
            following.Improve(start, tier.Path.Top, [coldest - 2, coldest - 1, coldest]);
            start = following.Prices;
            double bound = following.Bound - Held(weights);
            best = bound > best.Bound ? (bound, following.Prices, weights) : best;
        }

        return best with { Bound = best.Bound - (_tiers[i] == ObjectiveTier.Cost ? PenceOfRounding(tier.Own) * _pupilYears : 0) };
    }

    /// <summary>Rates are not rounded to the penny for each charge and half-year; what that may have added to a pupil's year at most.</summary>
    private static double PenceOfRounding(Rates rates) =>
        new[] { rates.PerKilometre, rates.PerMinute, rates.PerLevel }.Count(table => table.Any(rate => rate != 0));

    private bool IsClose(int i, double bound) => _tiers[i] == ObjectiveTier.Cost && _routes.Routes.Provision.Length >= TinyRoutes
        ? _values[i] - bound <= CostGap * Math.Abs(bound)
        : _values[i] <= Math.Ceiling(bound - 1e-6);

    private TierPrices Published(double[] prices, double[] weights)
    {
        Dictionary<(ProvisionId, AcademicYear), double> places = [];
        for (int i = 0; i < _limits.Places.Length; i++)
        {
            if (prices[i] > 0)
            {
                places.Add((_routes.Case.Provisions[i / _routes.Years].Id, _routes.Case.Horizon.PlannedYears[i % _routes.Years]), prices[i]);
            }
        }

        Dictionary<AcademicYear, double> inmss = [];
        for (int row = 0; row < _limits.Rows.Count; row++)
        {
            if (prices[_limits.Places.Length + row] > 0)
            {
                inmss.Add(_routes.Case.Horizon.PlannedYears[_limits.Rows[row].Cells[0] % _routes.Years], prices[_limits.Places.Length + row]);
            }
        }

        return new TierPrices(places, inmss, weights.Select((weight, j) => (weight, tier: _tiers[j])).ToDictionary(pair => pair.tier, pair => pair.weight));
    }

    /// <summary>A tier priced: its own rates, the weights of the tiers before, prices, the bound on the weighed sum, and on the tier alone.</summary>
    private sealed record Tier(Rates Own, double[] Weights, double[] Prices, double Weighed, double Bound, PricePath Path);
}
