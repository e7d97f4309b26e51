using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Paths;

namespace PlaceSufficiency.Allocation.Master;

/// <summary>
/// Every pupil takes exactly one path. For each class k: sum over its paths p of x[k,p] = n[k], in pupils.
/// The shadow price is what one more pupil of the class adds to the tier.
/// </summary>
internal sealed class PupilsDecided
{
    private readonly IReadOnlyList<PathClass> _classes;
    private readonly Constraint[] _rows;

    /// <summary>Adds the rows.</summary>
    public PupilsDecided(Solver solver, IReadOnlyList<PathClass> classes)
    {
        _classes = classes;
        _rows = [.. classes.Select((of, k) => solver.MakeConstraint(of.Pupils, of.Pupils, $"pupils[{k}]"))];
    }

    /// <summary>Pupils of a class.</summary>
    public int PupilsOf(int classIndex) => _classes[classIndex].Pupils;

    /// <summary>Adds a path to its row.</summary>
    public void Add(PathColumn column, Variable variable) => _rows[column.Class].SetCoefficient(variable, 1);

    /// <summary>Prices of the rows; of either sign.</summary>
    public double[] ReadPrices(double unit) => [.. _rows.Select(row => row.DualValue() / unit)];
}
