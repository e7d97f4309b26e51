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
    /// <summary>Relative difference between value and bound below which the linear optimum counts as reached.</summary>
    private const double LinearTolerance = 1e-7;

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
    /// <exception cref="NoSolutionException">No plan was found within the limits.</exception>
    public TierSolution Solve(IReadOnlyList<ChosenPath> start)
    {
        HashSet<string> known = [];
        using MasterModel master = new(_problem, _pricer, "GLOP");
        foreach (PathColumn column in start.Select(chosen => chosen.Column).Where(column => known.Add(column.Key)))
        {
            master.Add(column);
        }

        (double bound, Prices prices, double[] shares) = GenerateColumns(master, known);
        WholePupils whole = new(_problem, _pricer, _cancellation);
        IReadOnlyList<ChosenPath> chosen = whole.Choose(master.Columns, shares, start, bound);
        long value = whole.ValueOf(chosen);
        _report(new AllocationProgress(Tier, 0, value, bound));
        return new TierSolution(chosen, value, bound, prices);
    }

    private (double Bound, Prices Prices, double[] Shares) GenerateColumns(MasterModel master, HashSet<string> known)
    {
        Prices? centre = null;
        double bound = double.NegativeInfinity;
        double smoothing = 0.6;
        for (int round = 1; ; round++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (master.SolveOnward() != Solver.ResultStatus.OPTIMAL)
            {
                throw new NoSolutionException($"The linear problem of tier {Tier} could not be solved in round {round}.");
            }

            double linear = master.Objective;
            double[] shares = master.ReadShares();
            (Prices prices, double[] pupils) = master.ReadPrices();
            if (centre is null || linear - bound <= LinearTolerance * Math.Max(1, Math.Abs(linear)))
            {
                smoothing = 0;
            }

            Prices asked = centre is null ? prices : prices.Towards(centre, smoothing);
            (double proven, int added) = Price(master, known, asked, prices, pupils);
            if (proven > bound)
            {
                (bound, centre) = (proven, asked);
            }

            _report(new AllocationProgress(Tier, round, linear, bound));
            if (linear - bound <= LinearTolerance * Math.Max(1, Math.Abs(linear)) || (added == 0 && smoothing == 0))
            {
                return (bound, centre ?? asked, shares);
            }

            smoothing = added == 0 ? 0 : round < 3 ? 0 : 0.6;
        }
    }

    private (double Bound, int Added) Price(MasterModel master, HashSet<string> known, Prices asked, Prices linearPrices, double[] pupils)
    {
        ReducedCosts costs = new(_problem, _pricer, linearPrices);
        _pricer.SetPrices(asked);
        double bound = -DualBound.WorthOfLimits(_problem.Compiled, _problem.Tier, _problem.Held, _problem.HeldValues, asked);
        int added = 0;
        for (int k = 0; k < _problem.Classes.Count; k++)
        {
            List<PathPricer.PricedPath> paths = _pricer.Cheapest(k, 4);
            bound += paths[0].Priced * _problem.Classes[k].Pupils;
            foreach (PathPricer.PricedPath path in paths)
            {
                double reduced = costs.PricedValueOf(path.Column) - pupils[k];
                if (reduced < -1e-6 && known.Add(path.Column.Key))
                {
                    master.Add(path.Column);
                    added++;
                }
            }
        }

        return (bound, added);
    }
}
