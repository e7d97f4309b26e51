using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;

namespace PlaceSufficiency.Allocation.Master;

/// <summary>
/// Pupils at a provision are at most its places and the pupils it takes above them. For each provision g and year t:
/// sum over paths through (g, t) of x - over[g,t] &lt;= places for residents[g,t], with 0 &lt;= over[g,t] &lt;= most[g,t], in pupils.
/// The shadow price is what one more place at g in t saves. Rows that cannot bind are left out.
/// </summary>
internal sealed class PlacesHeld
{
    private readonly TierProblem _problem;
    private readonly Constraint?[,] _rows;
    private readonly Variable?[,] _over;

    /// <summary>Adds the rows and the over-number variables.</summary>
    public PlacesHeld(Solver solver, TierProblem problem, double unit, bool whole)
    {
        _problem = problem;
        CompiledCase compiled = problem.Compiled;
        _rows = new Constraint?[compiled.Provisions.Count, compiled.Years.Count];
        _over = new Variable?[compiled.Provisions.Count, compiled.Years.Count];
        int[,] possible = PossiblePupils(problem);
        for (int g = 0; g < compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < compiled.Years.Count; t++)
            {
                if (possible[g, t] <= compiled.ResidentPlaces[g, t])
                {
                    continue;
                }

                string name = $"{compiled.Provisions[g].Id},{compiled.Years[t]}";
                _rows[g, t] = solver.MakeConstraint(double.NegativeInfinity, compiled.ResidentPlaces[g, t], $"places[{name}]");
                if (compiled.OverNumberMost[g, t] > 0)
                {
                    Variable over = solver.MakeVar(0, compiled.OverNumberMost[g, t], whole, $"over[{name}]");
                    _rows[g, t]!.SetCoefficient(over, -1);
                    solver.Objective().SetCoefficient(over, problem.Tier.OfOverNumber(compiled, g, t) * unit);
                    _over[g, t] = over;
                }
            }
        }
    }

    /// <summary>Every over-number variable with its provision and year.</summary>
    public IEnumerable<(int Provision, int Year, Variable Over)> OverNumbers()
    {
        for (int g = 0; g < _over.GetLength(0); g++)
        {
            for (int t = 0; t < _over.GetLength(1); t++)
            {
                if (_over[g, t] is { } over)
                {
                    yield return (g, t, over);
                }
            }
        }
    }

    /// <summary>Adds a path to the rows it uses.</summary>
    public void Add(PathColumn column, Variable variable)
    {
        CompiledStay stay = _problem.Classes[column.Class].Shape;
        for (int step = 0; step < stay.Length; step++)
        {
            if (column.Choices[step] >= 0)
            {
                _rows[stay.Candidates[column.Choices[step]], stay.FirstYear + step]?.SetCoefficient(variable, 1);
            }
        }
    }

    /// <summary>Takes places for pupils whose path is settled, or gives them back when negative.</summary>
    public void Reserve(PathColumn column, int pupils)
    {
        CompiledStay stay = _problem.Classes[column.Class].Shape;
        for (int step = 0; step < stay.Length; step++)
        {
            if (column.Choices[step] >= 0 && _rows[stay.Candidates[column.Choices[step]], stay.FirstYear + step] is { } row)
            {
                row.SetUb(row.Ub() - pupils);
            }
        }
    }

    /// <summary>Prices of the rows, at least 0; 0 where a row was left out.</summary>
    public double[,] ReadPrices(double unit)
    {
        double[,] prices = new double[_rows.GetLength(0), _rows.GetLength(1)];
        for (int g = 0; g < prices.GetLength(0); g++)
        {
            for (int t = 0; t < prices.GetLength(1); t++)
            {
                prices[g, t] = Math.Max(0, -(_rows[g, t]?.DualValue() ?? 0) / unit);
            }
        }

        return prices;
    }

    private static int[,] PossiblePupils(TierProblem problem)
    {
        int[,] possible = new int[problem.Compiled.Provisions.Count, problem.Compiled.Years.Count];
        foreach (PathClass of in problem.Classes)
        {
            for (int step = 0; step < of.Shape.Length; step++)
            {
                for (int c = 0; c < of.Shape.Candidates.Length; c++)
                {
                    possible[of.Shape.Candidates[c], of.Shape.FirstYear + step] += of.Shape.Fits[step, c] ? of.Pupils : 0;
                }
            }
        }

        return possible;
    }
}
