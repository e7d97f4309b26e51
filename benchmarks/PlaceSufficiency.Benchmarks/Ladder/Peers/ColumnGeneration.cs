using Google.OrTools.LinearSolver;

namespace PlaceSufficiency.Benchmarks.Ladder.Peers;

/// <summary>
/// Plain column generation with GLOP on the weighted objective: a linear master over whole stays' paths, the cheapest path of every stay at its prices,
/// until none is cheaper than what the master pays. Shares of pupils, not whole ones.
/// </summary>
internal sealed class ColumnGeneration : IDisposable
{
    private const double Tolerance = 1e-6;

    private readonly NeutralModel _model;
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly Constraint[] _stays;
    private readonly Constraint?[,] _places;
    private readonly double[,] _prices;
    private readonly double[] _value;
    private readonly int[] _best;
    private readonly int[] _entry;

    private ColumnGeneration(NeutralModel model)
    {
        _model = model;
        _solver.Objective().SetMinimization();
        _stays = [.. model.Pupils.Select(pupils => _solver.MakeConstraint(pupils, pupils))];
        Variable[] openings = OpeningModel.Write(model, _solver, whole: false);
        _places = new Constraint?[model.Places.GetLength(0), model.Years];
        _prices = new double[model.Places.GetLength(0), model.Years];
        (_value, _best) = (new double[model.Supply.Count], new int[model.Supply.Count]);
        _entry = [.. model.Pupils.Select((_, stay) => Enumerable.Range(model.StayStates[stay], model.StayStates[stay + 1] - model.StayStates[stay]).First(state => model.Supply[state] > 0))];
        for (int g = 0; g < _places.GetLength(0); g++)
        {
            for (int t = 0; t < model.Years; t++)
            {
                AddPlaces(openings, g, t);
            }
        }
    }

    /// <summary>Solves the linear model to its optimum.</summary>
    internal static (string Status, double? Pence) Solve(NeutralModel model)
    {
        using ColumnGeneration generation = new(model);
        return generation.Solve();
    }

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();

    private (string Status, double? Pence) Solve()
    {
        for (int stay = 0; stay < _stays.Length; stay++)
        {
            AddPath(stay, onlyNowhere: true);
            AddPath(stay, onlyNowhere: false);
        }

        using MPSolverParameters parameters = new();
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        for (int round = 1; ; round++)
        {
            Solver.ResultStatus status = _solver.Solve(parameters);
            if (status != Solver.ResultStatus.OPTIMAL)
            {
                return ($"{status} in round {round}", null);
            }

            double pence = _solver.Objective().Value();
            if (Join(ReadPrices()) == 0)
            {
                return ($"OPTIMAL after {round} rounds", pence + _model.FixedPence);
            }
        }
    }

    private void AddPlaces(Variable[] openings, int g, int t)
    {
        if (_model.CanBind(g, t))
        {
            _places[g, t] = OpeningModel.PlacesRow(_model, _solver, openings, g, t, whole: false);

            // Only so that the first master, which knows few paths, has a solution: dearer than anything a path can cost.
            Variable missing = _solver.MakeNumVar(0, double.PositiveInfinity, string.Empty);
            _solver.Objective().SetCoefficient(missing, 20 * NeutralModel.PenceOfUnplaced);
            _places[g, t]!.SetCoefficient(missing, -1);
        }
    }

    private double[] ReadPrices()
    {
        for (int g = 0; g < _places.GetLength(0); g++)
        {
            for (int t = 0; t < _model.Years; t++)
            {
                _prices[g, t] = Math.Max(0, -(_places[g, t]?.DualValue() ?? 0));
            }
        }

        return [.. _stays.Select(stay => stay.DualValue())];
    }

    private int Join(double[] paid)
    {
        int joined = 0;
        for (int stay = 0; stay < _stays.Length; stay++)
        {
            Price(stay, onlyNowhere: false);
            if (_value[_entry[stay]] < paid[stay] - (Tolerance * Math.Max(1, Math.Abs(paid[stay]))))
            {
                WritePath(stay);
                joined++;
            }
        }

        return joined;
    }

    private void AddPath(int stay, bool onlyNowhere)
    {
        Price(stay, onlyNowhere);
        if (double.IsFinite(_value[_entry[stay]]))
        {
            WritePath(stay);
        }
    }

    /// <summary>What each state costs at least from there on, from the last column back.</summary>
    private void Price(int stay, bool onlyNowhere)
    {
        _value.AsSpan(_model.StayStates[stay].._model.StayStates[stay + 1]).Fill(double.PositiveInfinity);
        for (int i = _model.StayColumns[stay + 1] - 1; i >= _model.StayColumns[stay]; i--)
        {
            SpellColumn column = _model.Columns[i];
            double cost = column.Pence + (column.To < 0 ? 0 : _value[column.To]);
            for (int t = column.First; column.Provision >= 0 && t <= column.Last; t++)
            {
                cost += onlyNowhere ? double.PositiveInfinity : _prices[column.Provision, t];
            }

            if (cost < _value[column.From])
            {
                (_value[column.From], _best[column.From]) = (cost, i);
            }
        }
    }

    private void WritePath(int stay)
    {
        Variable pupils = _solver.MakeNumVar(0, double.PositiveInfinity, string.Empty);
        _stays[stay].SetCoefficient(pupils, 1);
        double pence = 0;
        for (int state = _entry[stay]; state >= 0; state = _model.Columns[_best[state]].To)
        {
            SpellColumn column = _model.Columns[_best[state]];
            pence += column.Pence;
            for (int t = column.First; column.Provision >= 0 && t <= column.Last; t++)
            {
                _places[column.Provision, t]?.SetCoefficient(pupils, 1);
            }
        }

        _solver.Objective().SetCoefficient(pupils, pence);
    }
}
