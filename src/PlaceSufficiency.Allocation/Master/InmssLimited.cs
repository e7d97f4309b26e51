using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;

namespace PlaceSufficiency.Allocation.Master;

/// <summary>
/// Pupils in independent and non-maintained special schools are at most the limit. For each year t that has one:
/// sum over INMSS provisions g and paths through (g, t) of x &lt;= limit[t], in pupils. The limit counts at least those who stand there.
/// The shadow price is what raising the limit by one pupil saves.
/// </summary>
internal sealed class InmssLimited
{
    private readonly CompiledCase _compiled;
    private readonly TierProblem _problem;
    private readonly Constraint?[] _rows;

    /// <summary>Adds the rows.</summary>
    public InmssLimited(Solver solver, TierProblem problem)
    {
        (_problem, _compiled) = (problem, problem.Compiled);
        _rows = [.. _compiled.InmssLimit.Select((limit, t) => limit is { } most
            ? solver.MakeConstraint(double.NegativeInfinity, most, $"inmss_limit[{_compiled.Years[t]}]")
            : null)];
    }

    /// <summary>Adds a path to the rows it uses.</summary>
    public void Add(PathColumn column, Variable variable)
    {
        CompiledStay stay = _problem.Classes[column.Class].Shape;
        for (int step = 0; step < stay.Length; step++)
        {
            if (column.Choices[step] >= 0 && _compiled.IsInmss(stay.Candidates[column.Choices[step]]))
            {
                _rows[stay.FirstYear + step]?.SetCoefficient(variable, 1);
            }
        }
    }

    /// <summary>Takes room for pupils whose path is settled, or gives it back when negative.</summary>
    public void Reserve(PathColumn column, int pupils)
    {
        CompiledStay stay = _problem.Classes[column.Class].Shape;
        for (int step = 0; step < stay.Length; step++)
        {
            if (column.Choices[step] >= 0 && _compiled.IsInmss(stay.Candidates[column.Choices[step]]) && _rows[stay.FirstYear + step] is { } row)
            {
                row.SetUb(row.Ub() - pupils);
            }
        }
    }

    /// <summary>Prices of the rows, at least 0.</summary>
    public double[] ReadPrices(double unit) => [.. _rows.Select(row => Math.Max(0, -(row?.DualValue() ?? 0) / unit))];
}
