using Google.OrTools.LinearSolver;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Master;

/// <summary>
/// The choice between the paths found so far: how many pupils of each class take each path. A table of contents; every family of
/// constraints has a file, and MODEL.md the mathematics.
/// </summary>
internal sealed class MasterModel : IDisposable
{
    private readonly Solver _solver;
    private readonly PupilsDecided _pupils;
    private readonly PlacesHeld _places;
    private readonly InmssLimited _inmss;
    private readonly LimitsKept _limits;
    private readonly TiersHeld _held;
    private readonly PathPricer _pricer;
    private readonly TierMeasure _tier;
    private readonly double _unit;
    private readonly bool _whole;
    private readonly Dictionary<int, PathColumn> _settled = [];
    private double _settledValue;

    /// <summary>Makes the model of one tier, without paths.</summary>
    /// <param name="problem">What is minimised and held.</param>
    /// <param name="pricer">Measures paths.</param>
    /// <param name="solverName">OR-Tools name of the solver: GLOP for shares of pupils, SCIP for whole pupils.</param>
    public MasterModel(TierProblem problem, PathPricer pricer, string solverName)
    {
        _solver = Solver.CreateSolver(solverName) ?? throw new NoSolutionException($"The solver {solverName} is not in this build of OR-Tools.");
        _whole = solverName != "GLOP";
        (_pricer, _tier) = (pricer, problem.Tier);
        _unit = problem.Tier.DependsOnPrices ? 0.01 : 1;
        _solver.Objective().SetMinimization();
        _pupils = new PupilsDecided(_solver, problem.Classes);
        _places = new PlacesHeld(_solver, problem, _unit, _whole);
        _inmss = new InmssLimited(_solver, problem);
        _limits = new LimitsKept(_solver, problem, _unit, _whole);
        _held = new TiersHeld(_solver, problem, _places, _limits);
        Columns = [];
    }

    /// <summary>The paths in the model, in the order added.</summary>
    public List<PathColumn> Columns { get; }

    /// <summary>Variables of the paths, in the same order.</summary>
    public List<Variable> Variables { get; } = [];

    /// <summary>Value of the tier at the solution, in its unit.</summary>
    public double Objective => (_solver.Objective().Value() / _unit) + _settledValue;

    /// <summary>Classes that are settled on one path, with that path: they take its places and have nothing to choose.</summary>
    public IReadOnlyDictionary<int, PathColumn> Settled => _settled;

    /// <summary>
    /// Solves a model of shares from where the last solve ended: without presolve, new paths do not start it afresh. GLOP calls an optimum ABNORMAL whose
    /// rows are met less closely than it asks of all rows alike: a held cost of thousands of pounds by a thousandth of a penny. It is then solved again and
    /// taken, since shares and prices are only advice: bounds are worked out from the prices, and whole pupils counted.
    /// </summary>
    public Solver.ResultStatus SolveOnward()
    {
        using MPSolverParameters parameters = new();
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)MPSolverParameters.PresolveValues.PRESOLVE_OFF);
        if (_solver.Solve(parameters) is var status and not Solver.ResultStatus.ABNORMAL)
        {
            return status;
        }

        _solver.SetSolverSpecificParametersAsString("change_status_to_imprecise: false");
        return _solver.Solve(parameters);
    }

    /// <summary>Solves a model of whole pupils until the value is within a share of its own bound, in at most so many nodes.</summary>
    public Solver.ResultStatus SolveWhole(double relativeGap, int nodes)
    {
        using MPSolverParameters parameters = new();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, relativeGap);
        _solver.SetSolverSpecificParametersAsString($"limits/nodes = {nodes}\n");
        return _solver.Solve(parameters);
    }

    /// <summary>Settles a class on a path.</summary>
    public void Settle(PathColumn column)
    {
        _settled.Add(column.Class, column);
        Reserve(column, _pupils.PupilsOf(column.Class));
    }

    /// <summary>Lets a settled class choose again; its path becomes one of those it may choose.</summary>
    public void Unsettle(int classIndex)
    {
        PathColumn column = _settled[classIndex];
        _settled.Remove(classIndex);
        Reserve(column, -_pupils.PupilsOf(classIndex));
        Add(column);
    }

    /// <summary>Adds a path to those a class may choose.</summary>
    public void Add(PathColumn column)
    {
        Variable variable = _whole
            ? _solver.MakeIntVar(0, _pupils.PupilsOf(column.Class), $"path[{column.Class},{Columns.Count}]")
            : _solver.MakeNumVar(0, double.PositiveInfinity, $"path[{column.Class},{Columns.Count}]");
        _solver.Objective().SetCoefficient(variable, _pricer.ValueOf(column, _tier) * _unit);
        _pupils.Add(column, variable);
        _places.Add(column, variable);
        _inmss.Add(column, variable);
        _limits.Add(column, variable);
        _held.Add(column, variable, _pricer);
        Columns.Add(column);
        Variables.Add(variable);
    }

    /// <summary>Pupils by path at the solution; read before paths are added.</summary>
    public double[] ReadShares() => [.. Variables.Select(variable => variable.SolutionValue())];

    /// <summary>Prices at the solution of a model of shares, in the tier's unit; at least 0.</summary>
    public (Prices Prices, Dictionary<int, double> Pupils) ReadPrices() =>
        (new Prices(_places.ReadPrices(_unit), _inmss.ReadPrices(_unit), _held.ReadPrices(_unit)) { Limits = _limits.ReadPrices(_unit) }, _pupils.ReadPrices(_unit));

    /// <summary>The model as text in LP format.</summary>
    public string ToLp() => _solver.ExportModelAsLpFormat(false);

    /// <inheritdoc/>
    public void Dispose() => _solver.Dispose();

    private void Reserve(PathColumn column, int pupils)
    {
        _settledValue += pupils * _pricer.ValueOf(column, _tier);
        _places.Reserve(column, pupils);
        _inmss.Reserve(column, pupils);
        _limits.Reserve(column, pupils);
        _held.Reserve(column, pupils, _pricer);
    }
}
