using Google.OrTools.Sat;

namespace PlaceSufficiency.Allocation.Exact;

/// <summary>Solves models in whole numbers by constraint programming: CP-SAT, one worker and a fixed seed, to its end. Nothing is rounded anywhere.</summary>
internal static class CpSatSolver
{
    /// <summary>Values of the variables at the least value of a sum.</summary>
    /// <param name="model">The model.</param>
    /// <param name="minimised">What is minimised.</param>
    /// <param name="held">Sums held to at most a value.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="NoSolutionException">The solver did not end with a proven optimum.</exception>
    public static long[] Minimise(ExactModel model, ExactSum minimised, IReadOnlyList<(ExactSum Sum, long Most)> held, CancellationToken cancellation)
    {
        CpModel asked = new();
        IntVar[] variables = [.. model.Variables.Select(variable => asked.NewIntVar(variable.Least, variable.Most, variable.Name))];
        foreach (ExactRow row in model.Rows.Concat(held.Select(sum => new ExactRow("held", sum.Sum, null, sum.Most))))
        {
            asked.AddLinearConstraint(Expression(variables, row.Sum), row.Least ?? long.MinValue / 4, row.Most ?? long.MaxValue / 4);
        }

        asked.Minimize(Expression(variables, minimised));
        CpSolver solver = new() { StringParameters = "num_workers:1, random_seed:1" };
        using CancellationTokenRegistration stop = cancellation.Register(solver.StopSearch);
        CpSolverStatus status = solver.Solve(asked);
        cancellation.ThrowIfCancellationRequested();
        return status == CpSolverStatus.Optimal
            ? [.. variables.Select(solver.Value)]
            : throw new NoSolutionException($"CP-SAT did not prove an optimum: {status}.");
    }

    private static LinearExpr Expression(IntVar[] variables, ExactSum sum)
    {
        KeyValuePair<int, long>[] terms = [.. sum.Terms];
        return LinearExpr.WeightedSum(terms.Select(term => variables[term.Key]), terms.Select(term => term.Value)) + sum.Constant;
    }
}
