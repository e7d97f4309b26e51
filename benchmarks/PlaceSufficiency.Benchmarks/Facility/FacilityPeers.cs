using Google.OrTools.LinearSolver;
using Google.OrTools.Sat;
using Constraint = Google.OrTools.LinearSolver.Constraint;
using LinearExpr = Google.OrTools.Sat.LinearExpr;

namespace PlaceSufficiency.Benchmarks.Facility;

/// <summary>
/// The same problem for general solvers through OR-Tools, as strong as it can be written: shares of a customer's demand, a row for its demand, one for each
/// site's capacity and one for each pair that keeps shares from closed sites. CP-SAT gets whole units of demand.
/// </summary>
internal static class FacilityPeers
{
    /// <summary>Solvers by the name that the table shows.</summary>
    internal static readonly string[] Names = ["SCIP", "CBC", "HiGHS", "CP-SAT"];

    /// <summary>Relative gap at which they may stop.</summary>
    private const double Gap = 1e-6;

    /// <summary>Prepares a solver, so that solving can be timed apart; the answer is a status and the value reached, in the file's unit.</summary>
    internal static Func<(string Status, double? Value)> Prepare(string name, LibraryProblem problem, double seconds) =>
        name == "CP-SAT" ? ConstraintProgram(problem, seconds) : Linear(name == "HiGHS" ? "HIGHS" : name, problem, seconds);

    private static Func<(string, double?)> Linear(string name, LibraryProblem problem, double seconds)
    {
        Solver solver = Solver.CreateSolver(name) ?? throw new InvalidOperationException($"{name} is not in this build.");
        solver.SetTimeLimit((long)(seconds * 1000));
        Objective objective = solver.Objective();
        objective.SetMinimization();
        Variable[] open = [.. problem.Opening.Select((cost, i) => Priced(solver.MakeBoolVar($"open[{i}]"), (double)cost))];
        Constraint[] demand = [.. problem.Demand.Select((_, j) => solver.MakeConstraint(1, 1, $"demand[{j}]"))];
        int all = problem.Demand.Sum();
        for (int i = 0; i < open.Length; i++)
        {
            Constraint? capacity = problem.Capacity[i] < all ? solver.MakeConstraint(double.NegativeInfinity, 0, $"capacity[{i}]") : null;
            capacity?.SetCoefficient(open[i], -problem.Capacity[i]);
            for (int j = 0; j < demand.Length; j++)
            {
                Variable share = Priced(solver.MakeNumVar(0, 1, $"share[{i},{j}]"), (double)(problem.UnitCost[i][j] * problem.Demand[j]));
                demand[j].SetCoefficient(share, 1);
                capacity?.SetCoefficient(share, problem.Demand[j]);
                Constraint linked = solver.MakeConstraint(double.NegativeInfinity, 0, $"linked[{i},{j}]");
                linked.SetCoefficient(share, 1);
                linked.SetCoefficient(open[i], -1);
            }
        }

        if (problem.MostOpen is { } most)
        {
            Constraint count = solver.MakeConstraint(0, most, "most");
            Array.ForEach(open, variable => count.SetCoefficient(variable, 1));
        }

        return () =>
        {
            using MPSolverParameters parameters = new();
            parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, Gap);
            Solver.ResultStatus status = solver.Solve(parameters);
            bool hasPlan = status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
            return (status.ToString(), hasPlan ? objective.Value() : null);
        };

        Variable Priced(Variable variable, double cost)
        {
            objective.SetCoefficient(variable, cost);
            return variable;
        }
    }

    private static Func<(string, double?)> ConstraintProgram(LibraryProblem problem, double seconds)
    {
        CpModel model = new();
        decimal scale = problem.PencePerUnit;
        BoolVar[] open = [.. problem.Opening.Select((_, i) => model.NewBoolVar($"open[{i}]"))];
        IntVar[][] units = [.. open.Select((_, i) => problem.Demand.Select((demand, j) => model.NewIntVar(0, demand, $"units[{i},{j}]")).ToArray())];
        LinearExprBuilder cost = LinearExpr.NewBuilder();
        for (int i = 0; i < open.Length; i++)
        {
            cost.AddTerm(open[i], LibraryProblem.Pence(problem.Opening[i], scale));
            model.Add(LinearExpr.Sum(units[i]) <= problem.Capacity[i] * open[i]);
            for (int j = 0; j < problem.Demand.Length; j++)
            {
                cost.AddTerm(units[i][j], LibraryProblem.Pence(problem.UnitCost[i][j], scale));
                model.Add(units[i][j] <= problem.Demand[j] * open[i]);
            }
        }

        for (int j = 0; j < problem.Demand.Length; j++)
        {
            model.Add(LinearExpr.Sum(units.Select(row => row[j])) == problem.Demand[j]);
        }

        if (problem.MostOpen is { } most)
        {
            model.Add(LinearExpr.Sum(open) <= most);
        }

        model.Minimize(cost);
        return () =>
        {
            CpSolver solver = new() { StringParameters = FormattableString.Invariant($"num_workers:1,relative_gap_limit:{Gap},max_time_in_seconds:{seconds}") };
            CpSolverStatus status = solver.Solve(model);
            return (status.ToString(), status is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? solver.ObjectiveValue / (double)scale : null);
        };
    }
}
