using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Master;

/// <summary>
/// Limits on what placements and moves come to. For each limit r: sum over (g, t) of coefficient[r,g,t] * pupils at (g, t), and over allowed moves away from
/// (g, t), - give[r] &lt;= most[r], with 0 &lt;= give[r] &lt;= most give[r], in pupils, or in pounds for money. A limit that may not give has no give.
/// The shadow price is what one more unit under the limit saves.
/// </summary>
internal sealed class LimitsKept
{
    private readonly TierProblem _problem;
    private readonly Constraint[] _rows;
    private readonly Variable?[] _gives;
    private readonly ILookup<(int Provision, int Year), (int Row, double Coefficient)> _cells;
    private readonly ILookup<(int Provision, int Year), (int Row, double Coefficient)> _moves;

    /// <summary>Adds the rows and what they give by.</summary>
    public LimitsKept(Solver solver, TierProblem problem, double unit, bool whole)
    {
        _problem = problem;
        IReadOnlyList<CompiledLimit> limits = problem.Compiled.LimitRows;
        (_rows, _gives) = (new Constraint[limits.Count], new Variable?[limits.Count]);
        for (int r = 0; r < limits.Count; r++)
        {
            string name = NameOf(limits[r].Key);
            _rows[r] = solver.MakeConstraint(double.NegativeInfinity, Room(limits[r].Most * Scale(limits[r])), $"limit[{name}]");
            if (limits[r].MostGive > 0)
            {
                Variable give = solver.MakeVar(0, limits[r].MostGive * Scale(limits[r]), whole && !limits[r].Key.IsMoney, $"give[{name}]");
                _rows[r].SetCoefficient(give, -1);
                solver.Objective().SetCoefficient(give, problem.Tier.OfGive(limits[r]) * unit / Scale(limits[r]));
                _gives[r] = give;
            }
        }

        _cells = limits.SelectMany((limit, r) => limit.Cells.Select(cell => (Row: r, Cell: cell))).ToLookup(of => (of.Cell.Provision, of.Cell.Year), of => (of.Row, of.Cell.Coefficient));
        _moves = limits.SelectMany((limit, r) => limit.Moves.Select(cell => (Row: r, Cell: cell))).ToLookup(of => (of.Cell.Provision, of.Cell.Year), of => (of.Row, of.Cell.Coefficient));
    }

    /// <summary>Every variable of what a limit gives by, in the unit of its row, with its limit and how many of those units are a unit of the limit.</summary>
    public IEnumerable<(CompiledLimit Limit, double Scale, Variable Give)> Gives() =>
        _gives.Select((give, r) => (Limit: _problem.Compiled.LimitRows[r], Give: give)).Where(of => of.Give is not null).Select(of => (of.Limit, Scale(of.Limit), of.Give!));

    /// <summary>Adds a path to the rows it uses.</summary>
    public void Add(PathColumn column, Variable variable)
    {
        foreach ((int row, double use) in UseOf(column))
        {
            _rows[row].SetCoefficient(variable, use);
        }
    }

    /// <summary>Takes room for pupils whose path is settled, or gives it back when negative.</summary>
    public void Reserve(PathColumn column, int pupils)
    {
        foreach ((int row, double use) in UseOf(column))
        {
            _rows[row].SetUb(_rows[row].Ub() - (pupils * use));
        }
    }

    /// <summary>Prices of the rows in the tier's unit for a pupil or a penny, at least 0.</summary>
    public double[] ReadPrices(double unit) => [.. _rows.Select((row, r) => Math.Max(0, -row.DualValue() * Scale(_problem.Compiled.LimitRows[r]) / unit))];

    private Dictionary<int, double> UseOf(PathColumn column)
    {
        Dictionary<int, double> use = [];
        if (_rows.Length == 0)
        {
            return use;
        }

        CompiledStay stay = _problem.Classes[column.Class].Shape;
        int at = stay.Before;
        for (int step = 0; step < stay.Length; at = column.Choices[step++])
        {
            int t = stay.FirstYear + step;
            if (ReducedCosts.IsAllowedMove(stay, step, at, column.Choices[step]))
            {
                Use(use, _moves[(stay.Candidates[at], t)], null);
            }

            if (column.Choices[step] >= 0)
            {
                Use(use, _cells[(stay.Candidates[column.Choices[step]], t)], stay.YearGroupIn(step));
            }
        }

        return use;
    }

    private void Use(Dictionary<int, double> use, IEnumerable<(int Row, double Coefficient)> cells, int? group)
    {
        foreach ((int row, double coefficient) in cells)
        {
            CompiledLimit limit = _problem.Compiled.LimitRows[row];
            if (limit.Key.Group is not { } of || of.Value == group)
            {
                use[row] = use.GetValueOrDefault(row) + (coefficient * Scale(limit));
            }
        }
    }

    private static double Scale(CompiledLimit limit) => limit.Key.IsMoney ? 0.01 : 1;

    /// <summary>Room for rounding, far less than a pupil or a penny, so that sums of settled pupils never exceed it.</summary>
    private static double Room(double most) => most + 1e-6 + (1e-12 * Math.Abs(most));

    private static string NameOf(LimitKey key) => string.Join(',', new object?[] { key.Kind, key.Provision, key.From, key.Year, key.FinancialYear, key.Group }.Where(part => part is not null));
}
