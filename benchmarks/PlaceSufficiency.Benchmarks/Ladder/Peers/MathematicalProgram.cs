using Google.OrTools.LinearSolver;

namespace PlaceSufficiency.Benchmarks.Ladder.Peers;

/// <summary>The neutral model given whole to a solver of OR-Tools: GLOP for shares of pupils; CBC, SCIP, HiGHS and CP-SAT for whole ones.</summary>
internal static class MathematicalProgram
{
    /// <summary>Solves to the solver's own satisfaction, on one thread.</summary>
    internal static (string Status, double? Pence) Solve(NeutralModel model, string name)
    {
        using Solver solver = Solver.CreateSolver(name switch { "CP-SAT" => "SAT", "HiGHS" => "HIGHS", _ => name })
            ?? throw new InvalidOperationException($"The solver {name} is not in this build of OR-Tools.");
        _ = name == "CP-SAT" && solver.SetSolverSpecificParametersAsString("num_workers:1");
        Write(model, solver, name != "GLOP");
        Solver.ResultStatus status = solver.Solve();
        bool solved = status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE;
        return (status.ToString(), solved ? solver.Objective().Value() + model.FixedPence : null);
    }

    private static void Write(NeutralModel model, Solver solver, bool whole)
    {
        Constraint[] states = [.. model.Supply.Select(supply => solver.MakeConstraint(supply, supply))];
        Variable[] openings = OpeningModel.Write(model, solver, whole);
        Constraint?[,] places = Places(model, solver, openings, whole);
        solver.Objective().SetMinimization();
        foreach (SpellColumn column in model.Columns)
        {
            Variable pupils = solver.MakeVar(0, model.Pupils[column.Stay], whole, string.Empty);
            solver.Objective().SetCoefficient(pupils, column.Pence);
            states[column.From].SetCoefficient(pupils, 1);
            if (column.To >= 0)
            {
                states[column.To].SetCoefficient(pupils, -1);
            }

            for (int t = column.First; column.Provision >= 0 && t <= column.Last; t++)
            {
                places[column.Provision, t]?.SetCoefficient(pupils, 1);
            }
        }
    }

    private static Constraint?[,] Places(NeutralModel model, Solver solver, Variable[] openings, bool whole)
    {
        Constraint?[,] places = new Constraint?[model.Places.GetLength(0), model.Years];
        for (int g = 0; g < places.GetLength(0); g++)
        {
            for (int t = 0; t < model.Years; t++)
            {
                places[g, t] = model.CanBind(g, t) ? OpeningModel.PlacesRow(model, solver, openings, g, t, whole) : null;
            }
        }

        return places;
    }
}
