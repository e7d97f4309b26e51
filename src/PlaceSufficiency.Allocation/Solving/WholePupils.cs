using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Paths;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>
/// Chooses among the paths found for whole pupils. Paths whose reduced cost exceeds what is between the bound and a plan already
/// known cannot be in a better plan made of these paths, and are left out.
/// </summary>
internal sealed class WholePupils(TierProblem problem, PathPricer pricer, CancellationToken cancellation)
{
    /// <summary>A plan this close to its bound, as a share of its value, is not improved further.</summary>
    private const double GoodEnough = 0.0001;

    /// <summary>Chooses; never worse than <paramref name="start"/>.</summary>
    public IReadOnlyList<ChosenPath> Choose(MasterModel linear, ReducedCosts costs, IReadOnlyList<ChosenPath> start, double bound)
    {
        if (FromShares(linear) is { } whole)
        {
            return whole;
        }

        long known = ValueOf(start);
        using MasterModel model = new(problem, pricer, "SCIP");
        foreach (PathColumn column in linear.Columns)
        {
            model.Add(column);
        }

        cancellation.ThrowIfCancellationRequested();
        MPSolverParameters parameters = new();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, problem.Tier.DependsOnPrices ? GoodEnough : 0);
        Solver.ResultStatus status = model.Solver.Solve(parameters);
        if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
        {
            return start;
        }

        ChosenPath[] chosen = [.. model.Columns.Zip(model.Variables, (column, variable) => new ChosenPath(column, (int)Math.Round(variable.SolutionValue()))).Where(path => path.Pupils > 0)];
        return ValueOf(chosen) <= known ? chosen : start;
    }

    /// <summary>Value of the tier for whole pupils, over-number included.</summary>
    public long ValueOf(IEnumerable<ChosenPath> chosen)
    {
        CompiledCase compiled = problem.Compiled;
        int[,] used = new int[compiled.Provisions.Count, compiled.Years.Count];
        double value = 0;
        foreach (ChosenPath path in chosen)
        {
            value += pricer.ValueOf(path.Column, problem.Tier) * path.Pupils;
            CompiledStay stay = problem.Classes[path.Column.Class].Shape;
            for (int step = 0; step < stay.Length; step++)
            {
                if (path.Column.Choices[step] >= 0)
                {
                    used[stay.Candidates[path.Column.Choices[step]], stay.FirstYear + step] += path.Pupils;
                }
            }
        }

        for (int g = 0; g < compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < compiled.Years.Count; t++)
            {
                value += Math.Max(0, used[g, t] - compiled.ResidentPlaces[g, t]) * problem.Tier.OfOverNumber(compiled, g, t);
            }
        }

        return (long)Math.Round(value);
    }

    private static List<ChosenPath>? FromShares(MasterModel linear)
    {
        List<ChosenPath> chosen = [];
        for (int i = 0; i < linear.Columns.Count; i++)
        {
            double share = linear.Variables[i].SolutionValue();
            if (Math.Abs(share - Math.Round(share)) > 1e-6)
            {
                return null;
            }

            if (share > 0.5)
            {
                chosen.Add(new ChosenPath(linear.Columns[i], (int)Math.Round(share)));
            }
        }

        return chosen;
    }
}
