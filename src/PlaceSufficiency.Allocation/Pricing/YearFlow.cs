using Google.OrTools.Graph;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>One September: who takes which place, as a min-cost flow.</summary>
internal sealed class YearFlow
{
    /// <summary>What a place that there is no room for costs, in dearest routes.</summary>
    private const double LastResort = 4;

    private readonly RouteCase _routes;
    private readonly Limits _limits;
    private readonly Rates _rates;
    private readonly int[] _committed;
    private readonly int _t;
    private readonly List<int> _supply = [];
    private readonly List<(int From, int Provision, int Route, double Cost)> _arcs = [];

    public YearFlow(RouteCase routes, Limits limits, Rates rates, int[] committed, int t) =>
        (_routes, _limits, _rates, _committed, _t) = (routes, limits, rates, committed, t);

    public void Add(int k, int pupils, List<(double Cost, double Reduced, int Route)> options)
    {
        double least = options.Min(option => option.Cost);
        foreach ((double cost, _, int route) in options)
        {
            _arcs.Add((_supply.Count, route < 0 || double.IsPositiveInfinity(cost) ? -1 : _routes.Routes.Provision[_routes.Routes.First[k] + route], route, cost - least));
        }

        _supply.Add(pupils);
    }

    public IEnumerable<(int Index, List<(int Route, int Pupils)> Taken)> Solve()
    {
        int[] node = new int[_routes.Provisions];
        Array.Fill(node, -1);
        int next = _supply.Count;
        int sink = next++;
        int shared = next++;
        double most = LastResort * Math.Max(1, _arcs.Max(arc => double.IsPositiveInfinity(arc.Cost) ? 0 : arc.Cost));
        double scale = Scale(most, _supply.Count + _routes.Provisions);
        MinCostFlow flow = new();
        int[] ids = new int[_arcs.Count];
        for (int a = 0; a < _arcs.Count; a++)
        {
            (int from, int g, _, double cost) = _arcs[a];
            if (g >= 0 && node[g] < 0)
            {
                node[g] = next++;
            }

            ids[a] = flow.AddArcWithCapacityAndUnitCost(from, g < 0 ? sink : node[g], _supply[from], (long)Math.Round(Math.Min(cost, most) * scale));
        }

        (int sharedRoom, HashSet<int> counted) = RoomUnderRows();
        for (int g = 0; g < _routes.Provisions; g++)
        {
            if (node[g] < 0)
            {
                continue;
            }

            int i = (g * _routes.Years) + _t;
            int room = Math.Max(0, _limits.Places[i] - _committed[i]);
            int all = int.MaxValue;
            for (int u = _t; u < _routes.Years && (u == _t || _routes.Case.Provisions[g].IsOpenIn(_routes.Case.Horizon.PlannedYears[u])); u++)
            {
                int j = (g * _routes.Years) + u;
                all = Math.Min(all, _limits.Places[j] + _limits.Most[j] - _committed[j]);
            }

            all = Math.Max(0, all);
            int to = counted.Contains(g) ? shared : sink;
            flow.AddArcWithCapacityAndUnitCost(node[g], to, Math.Min(room, all), 0);
            if (all > room)
            {
                flow.AddArcWithCapacityAndUnitCost(node[g], to, all - room, (long)Math.Round(_rates.OverNumber[i] * scale));
            }
        }

        if (sharedRoom < int.MaxValue)
        {
            flow.AddArcWithCapacityAndUnitCost(shared, sink, sharedRoom, 0);
        }

        for (int p = 0; p < _supply.Count; p++)
        {
            flow.SetNodeSupply(p, _supply[p]);
        }

        flow.SetNodeSupply(sink, -_supply.Sum());
        MinCostFlowBase.Status status = flow.Solve();
        if (status != MinCostFlowBase.Status.OPTIMAL)
        {
            throw new NoSolutionException($"The flow of one September could not be solved: {status}.");
        }

        List<(int, int)> taken = [];
        int at = 0;
        for (int a = 0; a < _arcs.Count; a++)
        {
            if (_arcs[a].From != at)
            {
                yield return (at, taken);
                (at, taken) = (_arcs[a].From, []);
            }

            long pupils = flow.Flow(ids[a]);
            if (pupils > 0)
            {
                taken.Add((_arcs[a].Route, (int)pupils));
            }
        }

        yield return (at, taken);
    }

    /// <summary>
    /// Pupils who may still join the provisions that a limit on pupils names, and those provisions. Years to come count too: who is placed now may
    /// stay. Limits in pounds act through their prices only.
    /// </summary>
    private (int Room, HashSet<int> Counted) RoomUnderRows()
    {
        int room = int.MaxValue;
        HashSet<int> counted = [];
        foreach (LimitRow row in _limits.Rows.Where(row => row.Cells.Length > 0 && row.Coefficients.All(one => one == 1) && row.Cells[0] % _routes.Years >= _t))
        {
            room = (int)Math.Min(room, Math.Max(0, row.Most - row.Cells.Sum(cell => _committed[cell])));
            counted.UnionWith(row.Cells.Select(cell => cell / _routes.Years));
        }

        return (room, counted);
    }

    /// <summary>A power of 2 that keeps as many digits of the costs as the solver's whole numbers can hold.</summary>
    private static double Scale(double most, int nodes)
    {
        double room = 1e17 / Math.Max(1, most) / (nodes + 2.0);
        return Math.Pow(2, Math.Clamp(Math.Floor(Math.Log2(room)), -10, 24));
    }
}
