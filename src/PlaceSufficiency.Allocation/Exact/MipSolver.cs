using Google.OrTools.LinearSolver;

namespace PlaceSufficiency.Allocation.Exact;

/// <summary>Solves models in whole numbers by mixed-integer programming: SCIP, one thread, to its end.</summary>
internal static class MipSolver
{
    /// <summary>Values of the variables at the least value of a sum.</summary>
    /// <param name="model">The model.</param>
    /// <param name="minimised">What is minimised.</param>
    /// <param name="scale">What the sum and rows that hold such sums are divided by, so that numbers stay of a size that floating point likes.</param>
    /// <param name="held">Sums held to at most a value, each divided by a scale of its own.</param>
    /// <exception cref="NoSolutionException">The solver did not end with a proven optimum.</exception>
    public static long[] Minimise(ExactModel model, ExactSum minimised, double scale, IReadOnlyList<(ExactSum Sum, long Most, double Scale)> held)
    {
        using Solver solver = Solver.CreateSolver("SCIP") ?? throw new NoSolutionException("The solver SCIP is not in this build of OR-Tools.");
        Variable[] variables = [.. model.Variables.Select(variable => solver.MakeIntVar(variable.Least, variable.Most, variable.Name))];
        foreach (ExactRow row in model.Rows)
        {
            Add(solver, variables, row, 1, 0);
        }

        foreach ((ExactSum sum, long most, double of) in held)
        {
            // Room for rounding, far less than one unit.
            Add(solver, variables, new ExactRow("held", sum, null, most), of, 1e-6 + (1e-12 * Math.Abs(most / of)));
        }

        foreach ((int variable, long factor) in minimised.Terms)
        {
            solver.Objective().SetCoefficient(variables[variable], factor / scale);
        }

        solver.Objective().SetMinimization();
        using MPSolverParameters parameters = new();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        Solver.ResultStatus status = solver.Solve(parameters);
        return status == Solver.ResultStatus.OPTIMAL
            ? [.. variables.Select(variable => (long)Math.Round(variable.SolutionValue()))]
            : throw new NoSolutionException($"SCIP did not prove an optimum: {status}.");
    }

    private static void Add(Solver solver, Variable[] variables, ExactRow row, double scale, double room)
    {
        Constraint constraint = solver.MakeConstraint(
            row.Least is { } least ? (least - row.Sum.Constant) / scale : double.NegativeInfinity,
            row.Most is { } most ? ((most - row.Sum.Constant) / scale) + room : double.PositiveInfinity,
            row.Name);
        foreach ((int variable, long factor) in row.Sum.Terms)
        {
            constraint.SetCoefficient(variables[variable], factor / scale);
        }
    }
}
