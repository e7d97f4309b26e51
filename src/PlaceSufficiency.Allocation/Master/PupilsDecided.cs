using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Paths;

namespace PlaceSufficiency.Allocation.Master;

/// <summary>
/// Every pupil takes exactly one path. For each class k: sum over its paths p of x[k,p] = n[k], in pupils.
/// The shadow price is what one more pupil of the class adds to the tier. A class has a row once it has a path to choose; classes that are
/// settled on one path have none.
/// </summary>
internal sealed class PupilsDecided(Solver solver, IReadOnlyList<PathClass> classes)
{
    private readonly Dictionary<int, Constraint> _rows = [];

    /// <summary>Pupils of a class.</summary>
    public int PupilsOf(int classIndex) => classes[classIndex].Pupils;

    /// <summary>Adds a path to the row of its class.</summary>
    public void Add(PathColumn column, Variable variable)
    {
        if (!_rows.TryGetValue(column.Class, out Constraint? row))
        {
            int pupils = PupilsOf(column.Class);
            _rows.Add(column.Class, row = solver.MakeConstraint(pupils, pupils, $"pupils[{column.Class}]"));
        }

        row.SetCoefficient(variable, 1);
    }

    /// <summary>Prices of the rows by class; of either sign.</summary>
    public Dictionary<int, double> ReadPrices(double unit) => _rows.ToDictionary(row => row.Key, row => row.Value.DualValue() / unit);
}
