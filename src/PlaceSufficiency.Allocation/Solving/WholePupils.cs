using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Paths;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>
/// Chooses among the paths found for whole pupils. Classes that the linear optimum already gives whole pupils are kept as they are and
/// the rest are chosen anew; only if that is not close enough to the bound is everything chosen anew.
/// </summary>
internal sealed class WholePupils(TierProblem problem, PathPricer pricer, CancellationToken cancellation)
{
    /// <summary>A cost this close to its bound, as a share of the bound, is not improved further: a fifth of the 0.05% that is promised.</summary>
    private const double CostGap = 0.0001;

    /// <summary>Branch-and-bound nodes after which the best plan found is taken.</summary>
    private const int MostNodes = 2_000;

    /// <summary>Paths that are written out when those found do not make a plan that is close enough.</summary>
    private const int MostEnumerated = 20_000;

    /// <summary>Chooses; never worse than <paramref name="start"/>, a plan that holds the earlier tiers.</summary>
    /// <param name="master">The linear model: paths found, and classes settled on one.</param>
    /// <param name="shares">The linear optimum: pupils by path.</param>
    /// <param name="start">The plan known.</param>
    /// <param name="bound">The bound proven.</param>
    /// <param name="prices">The prices that prove it.</param>
    public IReadOnlyList<ChosenPath> Choose(MasterModel master, double[] shares, IReadOnlyList<ChosenPath> start, double bound, Prices prices)
    {
        List<PathColumn> columns = master.Columns;
        bool[] isWhole = WholeClasses(columns, shares);
        bool[] mayHelp = MayHelp(columns, bound, prices);
        IReadOnlyList<ChosenPath> best = start;
        foreach (bool keepWhole in (ReadOnlySpan<bool>)[true, false])
        {
            cancellation.ThrowIfCancellationRequested();
            IReadOnlyList<ChosenPath>? chosen = Array.TrueForAll(isWhole, whole => whole)
                ? Rounded(columns, shares)
                : Solve(master, shares, mayHelp, keepWhole ? isWhole : null);
            chosen = chosen is null ? null : [.. master.Settled.Values.Select(column => new ChosenPath(column, problem.Classes[column.Class].Pupils)), .. chosen];
            best = chosen is not null && ValueOf(chosen) <= ValueOf(best) ? chosen : best;
            if (IsCloseEnough(ValueOf(best), bound))
            {
                return best;
            }
        }

        return AmongAllThatMayHelp(best, bound, prices);
    }

    /// <summary>
    /// The best plan there is, where few enough paths can be in one that is better than the plan at hand: those whose reduced cost is at most what lies
    /// between it and the bound. The plan at hand where they are too many.
    /// </summary>
    private IReadOnlyList<ChosenPath> AmongAllThatMayHelp(IReadOnlyList<ChosenPath> plan, double bound, Prices prices)
    {
        pricer.SetPrices(prices);
        double between = ValueOf(plan) - bound + 1e-6;
        List<PathColumn> columns = [];
        for (int k = 0; k < problem.Classes.Count; k++)
        {
            if (pricer.Within(k, between, MostEnumerated - columns.Count) is not { } found)
            {
                return plan;
            }

            columns.AddRange(found);
        }

        cancellation.ThrowIfCancellationRequested();
        using MasterModel model = new(problem, pricer, "SCIP");
        columns.ForEach(model.Add);
        if (model.SolveWhole(problem.Tier.DependsOnPrices ? CostGap : 0, MostNodes) is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            return plan;
        }

        List<ChosenPath> chosen = Rounded(model.Columns, model.ReadShares());
        return ValueOf(chosen) < ValueOf(plan) ? chosen : plan;
    }

    private bool IsCloseEnough(long value, double bound) => problem.Tier.DependsOnPrices
        ? value - bound <= Math.Max(0.5, CostGap * Math.Abs(bound))
        : value <= Math.Ceiling(bound - 1e-6);

    private List<ChosenPath>? Solve(MasterModel master, double[] shares, bool[] mayHelp, bool[]? keep)
    {
        List<PathColumn> columns = master.Columns;
        using MasterModel model = new(problem, pricer, "SCIP");
        foreach (PathColumn settled in master.Settled.Values)
        {
            model.Settle(settled);
        }

        for (int i = 0; i < columns.Count; i++)
        {
            int whole = (int)Math.Round(shares[i]);
            if (keep?[columns[i].Class] == true ? whole > 0 : mayHelp[i] || shares[i] > 1e-6)
            {
                model.Add(columns[i]);
                if (keep?[columns[i].Class] == true)
                {
                    model.Variables[^1].SetBounds(whole, whole);
                }
            }
        }

        return model.SolveWhole(problem.Tier.DependsOnPrices ? CostGap : 0, MostNodes) is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE
            ? Rounded(model.Columns, model.ReadShares())
            : null;
    }

    /// <summary>
    /// Whether a path can be in a plan that is close enough to the bound: its reduced cost at the prices is at most what lies between.
    /// </summary>
    private bool[] MayHelp(List<PathColumn> columns, double bound, Prices prices)
    {
        double between = problem.Tier.DependsOnPrices ? CostGap * Math.Abs(bound) : Math.Ceiling(bound - 1e-6) - bound + 1e-6;
        ReducedCosts costs = new(problem, pricer, prices);
        pricer.SetPrices(prices);
        double[] cheapest = [.. Enumerable.Range(0, problem.Classes.Count).Select(k => pricer.Cheapest(k, 1)[0].Priced)];
        return [.. columns.Select(column => costs.PricedValueOf(column) - cheapest[column.Class] <= between + 1e-6)];
    }

    private bool[] WholeClasses(List<PathColumn> columns, double[] shares)
    {
        bool[] isWhole = new bool[problem.Classes.Count];
        Array.Fill(isWhole, true);
        for (int i = 0; i < columns.Count; i++)
        {
            isWhole[columns[i].Class] &= Math.Abs(shares[i] - Math.Round(shares[i])) <= 1e-6;
        }

        return isWhole;
    }

    private static List<ChosenPath> Rounded(List<PathColumn> columns, double[] pupils) =>
        [.. columns.Zip(pupils, (column, share) => new ChosenPath(column, (int)Math.Round(share))).Where(path => path.Pupils > 0)];

    /// <summary>Value of the tier for whole pupils, over-number included.</summary>
    public long ValueOf(IEnumerable<ChosenPath> chosen) => PlanValue.Of(problem.Compiled, pricer, problem.Classes, problem.Tier, chosen);
}
