using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>How many pupils of a class take a path.</summary>
internal readonly record struct ChosenPath(PathColumn Column, int Pupils);

/// <summary>A tier minimised: whole pupils, their value, and prices that prove a bound.</summary>
internal sealed record TierSolution(IReadOnlyList<ChosenPath> Chosen, long Value, double Bound, Prices Prices);

/// <summary>
/// Minimises one tier: finds the paths worth having by pricing (shares of pupils, an exact linear optimum), then chooses among
/// them for whole pupils. README.md of this room tells why.
/// </summary>
internal sealed class TierSolver
{
    /// <summary>Share of the value between the linear optimum and its bound at which a cost counts as reached: a fifth of the 0.05% promised.</summary>
    private const double CostTolerance = 1e-4;

    /// <summary>A path must be cheaper by this to count as cheaper, in the tier's unit.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Paths asked of a class in a round.</summary>
    private const int Alternatives = 4;

    /// <summary>How often the price of the face is cut to a tenth, the last time to nothing, before the linear optimum counts as reached.</summary>
    private const int MostRelaxations = 3;

    /// <summary>Steps of price ascent before the first round.</summary>
    private const int AscentSteps = 80;

    private readonly TierProblem _problem;
    private readonly PathPricer _pricer;
    private readonly Action<AllocationProgress> _report;
    private readonly CancellationToken _cancellation;

    /// <summary>Prepares a tier.</summary>
    public TierSolver(TierProblem problem, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        (_problem, _report, _cancellation) = (problem, report, cancellation);
        _pricer = new PathPricer(problem.Compiled, problem.Classes, problem.Tier, problem.Held);
    }

    private ObjectiveTier Tier => _problem.Tier.Tier;

    /// <summary>Minimises the tier, starting from a plan that holds the earlier tiers.</summary>
    /// <param name="start">The plan.</param>
    /// <param name="face">Prices at which only paths that cost the earlier tiers nothing are cheapest.</param>
    /// <exception cref="NoSolutionException">The linear problem could not be solved.</exception>
    public TierSolution Solve(IReadOnlyList<ChosenPath> start, Prices face)
    {
        WholePupils whole = new(_problem, _pricer, _cancellation);
        Prices near = _problem.Held.Count == 0
            ? face
            : new PriceAscent(_problem, _pricer, _cancellation).Climb(face.Times(1 / FacePrices.Emphasis), whole.ValueOf(start), AscentSteps);
        IReadOnlyList<ChosenPath> plan = PlanImprovement.Of(_problem, _pricer, near, start);
        _report(new AllocationProgress(Tier, 1, whole.ValueOf(plan), null));
        using MasterModel master = new(_problem, _pricer, "GLOP");
        HashSet<string> known = Begin(master, plan, near);
        (double bound, Prices prices, double[] shares) = GenerateColumns(master, known, face);
        IReadOnlyList<ChosenPath> chosen = whole.Choose(master, shares, plan, bound, prices);
        long value = whole.ValueOf(chosen);
        _report(new AllocationProgress(Tier, 0, value, bound));
        return new TierSolution(chosen, value, bound, prices);
    }

    /// <summary>Settles the classes that the plan has on a cheapest path, and gives the others their paths of the plan and cheaper ones.</summary>
    private HashSet<string> Begin(MasterModel master, IReadOnlyList<ChosenPath> plan, Prices prices)
    {
        HashSet<string> known = [];
        ReducedCosts costs = new(_problem, _pricer, prices);
        _pricer.SetPrices(prices);
        List<PathColumn> contested = [];
        foreach (IGrouping<int, ChosenPath> of in plan.GroupBy(path => path.Column.Class))
        {
            PathColumn[] taken = [.. of.Select(path => path.Column).DistinctBy(column => column.Key)];
            List<PathPricer.PricedPath> paths = _pricer.Cheapest(of.Key, Alternatives);
            if (taken.Length == 1 && costs.PricedValueOf(taken[0]) <= paths[0].Priced + Tolerance)
            {
                known.Add(taken[0].Key);
                master.Settle(taken[0]);
            }
            else
            {
                contested.AddRange(taken.Concat(paths.Select(path => path.Column)).Where(column => known.Add(column.Key)));
            }
        }

        contested.ForEach(master.Add);
        return known;
    }

    private (double Bound, Prices Prices, double[] Shares) GenerateColumns(MasterModel master, HashSet<string> known, Prices face)
    {
        (double bound, Prices best) = (double.NegativeInfinity, face);
        int relaxed = _problem.Held.Count == 0 ? MostRelaxations : 0;
        for (int round = 2; ; round++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (master.SolveOnward() is var status and not Solver.ResultStatus.OPTIMAL)
            {
                throw new NoSolutionException($"The linear problem of tier {Tier} could not be solved in round {round}: {status}.");
            }

            double linear = master.Objective;
            double[] shares = master.ReadShares();
            (Prices prices, Dictionary<int, double> pupils) = master.ReadPrices();
            Prices asked = face.Plus(prices, 1);
            (double proven, List<PathColumn> found) = Price(master, known, asked, prices, pupils);
            (bound, best) = proven > bound ? (proven, asked) : (bound, best);
            _report(new AllocationProgress(Tier, round, linear, bound));
            if (IsReached(linear, bound) || (found.Count == 0 && relaxed == MostRelaxations))
            {
                return (bound, best, shares);
            }

            if (found.Count == 0)
            {
                // Where an earlier tier is held above its linear optimum, a high price of holding it costs bound: lower it.
                face = ++relaxed == MostRelaxations ? Prices.Zero(_problem.Compiled, _problem.Held.Count) : face.Times(0.1);
            }

            Join(master, found);
        }
    }

    private static void Join(MasterModel master, List<PathColumn> found)
    {
        foreach (PathColumn column in found)
        {
            if (master.Settled.ContainsKey(column.Class))
            {
                master.Unsettle(column.Class);
            }

            master.Add(column);
        }
    }

    private bool IsReached(double linear, double bound) => _problem.Tier.DependsOnPrices
        ? linear - bound <= Math.Max(0.01, CostTolerance * Math.Abs(linear))
        : Math.Ceiling(bound - Tolerance) >= linear - Tolerance;

    /// <summary>The bound at the prices asked of, and the paths cheapest there that the master does not know and would use at its own prices.</summary>
    private (double Bound, List<PathColumn> Found) Price(
        MasterModel master, HashSet<string> known, Prices asked, Prices prices, Dictionary<int, double> pupils)
    {
        ReducedCosts costs = new(_problem, _pricer, prices);
        _pricer.SetPrices(asked);
        double worth = DualBound.WorthOfLimits(_problem.Compiled, _problem.Tier, _problem.Held, _problem.HeldValues, asked);
        double paid = 0;
        List<PathColumn> found = [];
        for (int k = 0; k < _problem.Classes.Count; k++)
        {
            List<PathPricer.PricedPath> paths = _pricer.Cheapest(k, Alternatives);
            paid += paths[0].Priced * _problem.Classes[k].Pupils;
            double price = master.Settled.TryGetValue(k, out PathColumn? settled) ? costs.PricedValueOf(settled) : pupils[k];
            found.AddRange(paths.Select(path => path.Column).Where(column => costs.PricedValueOf(column) < price - Tolerance && known.Add(column.Key)));
        }

        return (DualBound.Safely(paid, worth), found);
    }
}
