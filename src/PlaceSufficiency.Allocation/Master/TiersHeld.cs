using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Master;

/// <summary>
/// A tier that was minimised before is not made worse. For each held tier i: sum of its measure over paths and over-number &lt;= V[i],
/// in the tier's unit (pounds for cost). The shadow price is what one more unit of tier i would save on this tier.
/// </summary>
internal sealed class TiersHeld
{
    private readonly TierProblem _problem;
    private readonly Constraint[] _rows;

    /// <summary>Adds the rows, over-number and what limits give by included.</summary>
    public TiersHeld(Solver solver, TierProblem problem, PlacesHeld places, LimitsKept limits)
    {
        _problem = problem;
        _rows = [.. problem.Held.Select((held, i) =>
            solver.MakeConstraint(double.NegativeInfinity, Limit(problem.HeldValues[i] * UnitOf(held)), $"held[{held.Tier}]"))];
        foreach ((int g, int t, Variable over) in places.OverNumbers())
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                _rows[i].SetCoefficient(over, problem.Held[i].OfOverNumber(problem.Compiled, g, t) * UnitOf(problem.Held[i]));
            }
        }

        foreach ((CompiledLimit limit, double scale, Variable give) in limits.Gives())
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                _rows[i].SetCoefficient(give, problem.Held[i].OfGive(limit) / scale * UnitOf(problem.Held[i]));
            }
        }
    }

    /// <summary>Adds a path to every row.</summary>
    public void Add(PathColumn column, Variable variable, PathPricer pricer)
    {
        for (int i = 0; i < _rows.Length; i++)
        {
            double value = pricer.ValueOf(column, _problem.Held[i]);
            if (value != 0)
            {
                _rows[i].SetCoefficient(variable, value * UnitOf(_problem.Held[i]));
            }
        }
    }

    /// <summary>Takes what pupils on a settled path count for, or gives it back when negative.</summary>
    public void Reserve(PathColumn column, int pupils, PathPricer pricer)
    {
        for (int i = 0; i < _rows.Length; i++)
        {
            _rows[i].SetUb(_rows[i].Ub() - (pupils * pricer.ValueOf(column, _problem.Held[i]) * UnitOf(_problem.Held[i])));
        }
    }

    /// <summary>Prices of the rows in this tier's unit per unit of the held tier, at least 0.</summary>
    public double[] ReadPrices(double unit) =>
        [.. _rows.Select((row, i) => Math.Max(0, -row.DualValue() / unit * UnitOf(_problem.Held[i])))];

    /// <summary>The limit with room for rounding, far less than one pupil or one penny, so that sums of settled pupils never exceed it.</summary>
    private static double Limit(double value) => value + 1e-6 + (1e-12 * Math.Abs(value));

    private static double UnitOf(TierMeasure measure) => measure.DependsOnPrices ? 0.01 : 1;
}
