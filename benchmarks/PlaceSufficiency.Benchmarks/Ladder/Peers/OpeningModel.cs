using Google.OrTools.LinearSolver;

namespace PlaceSufficiency.Benchmarks.Ladder.Peers;

/// <summary>What openings, and places with the pupils above them, look like in any linear model of OR-Tools.</summary>
internal static class OpeningModel
{
    /// <summary>Writes the openings and their rules; returns their variables in order.</summary>
    internal static Variable[] Write(NeutralModel model, Solver solver, bool whole)
    {
        Variable[] openings = [.. model.Openings.Select(_ => solver.MakeVar(0, 1, whole, string.Empty))];
        for (int z = 0; z < openings.Length; z++)
        {
            solver.Objective().SetCoefficient(openings[z], model.Openings[z].Pence);
        }

        foreach ((IReadOnlyList<(int Opening, double Times)> terms, double most) in model.OpeningRows)
        {
            Constraint row = solver.MakeConstraint(double.NegativeInfinity, most);
            foreach ((int opening, double times) in terms)
            {
                row.SetCoefficient(openings[opening], times);
            }
        }

        return openings;
    }

    /// <summary>The row of a provision's places in a year, pupils above them and openings included; pupils on routes are added by the caller.</summary>
    internal static Constraint PlacesRow(NeutralModel model, Solver solver, Variable[] openings, int g, int t, bool whole)
    {
        Constraint places = solver.MakeConstraint(double.NegativeInfinity, model.Places[g, t]);
        int[] here = [.. Enumerable.Range(0, openings.Length).Where(z => model.Openings[z].Provision == g)];
        foreach (int z in here)
        {
            places.SetCoefficient(openings[z], -model.Openings[z].Residents[t]);
        }

        int most = model.OverMost[g, t] + here.Sum(z => Math.Max(0, model.Openings[z].Above[t]));
        if (most > 0)
        {
            Variable over = solver.MakeVar(0, most, whole, string.Empty);
            solver.Objective().SetCoefficient(over, model.OverPence[g, t]);
            places.SetCoefficient(over, -1);
            if (here.Any(z => model.Openings[z].Above[t] != 0))
            {
                Constraint above = solver.MakeConstraint(double.NegativeInfinity, model.OverMost[g, t]);
                above.SetCoefficient(over, 1);
                foreach (int z in here)
                {
                    above.SetCoefficient(openings[z], -model.Openings[z].Above[t]);
                }
            }
        }

        return places;
    }
}
