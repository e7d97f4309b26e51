namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>What some pupils of a class do: a route of the class, or -1 for nowhere, by step.</summary>
internal sealed record ClassPath(int Class, int Pupils, short[] Choices);

/// <summary>
/// A plan of whole pupils from prices: September by September, everybody whose placement is open is placed by one min-cost flow in which a route
/// costs what it costs this year and, at the prices, in all years to come. What stands is never moved, so that the plan keeps every rule.
/// </summary>
internal sealed class PricedRoll
{
    private readonly RouteCase _routes;
    private readonly Rates _rates;
    private readonly Limits _limits;
    private readonly PricedTables _tables;
    private readonly PathRecursion _recursion;
    private readonly int[] _committed;
    private readonly List<Portion>[] _portions;
    private readonly int _mostRoutes;

    private PricedRoll(RouteCase routes, Rates rates, Limits limits, double[] prices, int mostRoutes)
    {
        (_routes, _rates, _limits, _mostRoutes) = (routes, rates, limits, mostRoutes);
        _tables = new PricedTables(new RouteCosts(routes, rates), limits);
        _tables.SetPrices(prices);
        _recursion = new PathRecursion(routes, routes.Routes, _tables);
        _committed = new int[limits.Places.Length];
        _portions = [.. Enumerable.Range(0, routes.Classes).Select(k => new List<Portion>(1) { new(routes.Pupils[k], routes.Routes.Before[k], new short[routes.Length[k]]) })];
    }

    /// <summary>The plan.</summary>
    public static List<ClassPath> Plan(RouteCase routes, Rates rates, Limits limits, double[] prices, int mostRoutes = int.MaxValue)
    {
        PricedRoll roll = new(routes, rates, limits, prices, mostRoutes);
        for (int k = 0; k < routes.Classes; k++)
        {
            roll.Commit(k, roll._portions[k][0], 0);
        }

        int[][] active = [.. Enumerable.Range(0, routes.Years).Select(t =>
            Enumerable.Range(0, routes.Classes).Where(k => routes.FirstYear[k] <= t && t < routes.FirstYear[k] + routes.Length[k]).ToArray())];
        for (int t = 0; t < routes.Years; t++)
        {
            roll.Place(t, active[t]);
        }

        return [.. roll._portions.SelectMany((of, k) => of.Select(portion => new ClassPath(k, portion.Pupils, portion.Choices)))];
    }

    /// <summary>Whether pupils who were at the route stay there in the step without a choice.</summary>
    private bool Stands(int k, int s, int at) =>
        at >= 0 && (_routes.Routes.Fits[_routes.Routes.First[k] + at] >> s & 1) != 0 && (_routes.Reopens[k] >> s & 1) == 0
        && double.IsPositiveInfinity(_tables.TollAt(_routes.Routes.Provision[_routes.Routes.First[k] + at], _routes.FirstYear[k] + s));

    /// <summary>Takes the places that pupils keep from the step on without a choice, and writes their path so far down.</summary>
    private void Commit(int k, Portion portion, int from)
    {
        for (int s = from; s < _routes.Length[k] && Stands(k, s, portion.At); s++)
        {
            portion.Choices[s] = (short)portion.At;
            portion.Decided = s + 1;
            _committed[(_routes.Routes.Provision[_routes.Routes.First[k] + portion.At] * _routes.Years) + _routes.FirstYear[k] + s] += portion.Pupils;
        }
    }

    private void Place(int t, int[] active)
    {
        List<(int Class, int Portion)> open = [];
        foreach (int k in active)
        {
            int s = t - _routes.FirstYear[k];
            for (int p = 0; p < _portions[k].Count; p++)
            {
                if (_portions[k][p].Decided <= s)
                {
                    open.Add((k, p));
                }
            }
        }

        if (open.Count == 0)
        {
            return;
        }

        YearFlow flow = new(_routes, _limits, _rates, _committed, t);
        int last = -1;
        List<(double Cost, double Reduced, int Route)> options = [];
        foreach ((int k, int p) in open)
        {
            int s = t - _routes.FirstYear[k];
            if (k != last)
            {
                _recursion.Solve(k);
                last = k;
            }

            Options(k, s, _portions[k][p].At, options);
            flow.Add(k, _portions[k][p].Pupils, options);
        }

        foreach ((int index, List<(int Route, int Pupils)> taken) in flow.Solve())
        {
            (int k, int p) = open[index];
            int s = t - _routes.FirstYear[k];
            Portion portion = _portions[k][p];
            for (int i = taken.Count - 1; i >= 0; i--)
            {
                Portion part = portion;
                if (i > 0)
                {
                    part = new Portion(taken[i].Pupils, 0, [.. portion.Choices]);
                    _portions[k].Add(part);
                }

                (part.Pupils, part.At) = (taken[i].Pupils, taken[i].Route);
                (part.Choices[s], part.Decided) = ((short)part.At, s + 1);
                if (part.At >= 0)
                {
                    _committed[(_routes.Routes.Provision[_routes.Routes.First[k] + part.At] * _routes.Years) + t] += part.Pupils;
                    Commit(k, part, s + 1);
                }
            }
        }
    }

    /// <summary>Where pupils may go in the step, at what cost without this year's prices; route -1 is nowhere.</summary>
    private void Options(int k, int s, int at, List<(double Cost, double Reduced, int Route)> options)
    {
        options.Clear();
        RouteTable table = _routes.Routes;
        int from = table.First[k];
        int m = table.First[k + 1] - from;
        int t = _routes.FirstYear[k] + s;
        bool fits = at >= 0 && (table.Fits[from + at] >> s & 1) != 0;
        double toll = fits && (_routes.Reopens[k] >> s & 1) == 0 ? _tables.TollAt(table.Provision[from + at], t) : 0;
        for (int c = 0; c < m; c++)
        {
            bool stays = fits && c == at;
            if (stays || (table.Starts[from + c] >> s & 1) != 0)
            {
                double reduced = _recursion.Here(m, s, c) + (stays ? 0 : toll);
                options.Add((reduced - _tables.PriceAt(table.Provision[from + c], t), reduced, c));
            }
        }

        if (options.Count > _mostRoutes)
        {
            options.Sort((a, b) => a.Reduced != b.Reduced ? a.Reduced.CompareTo(b.Reduced) : a.Route.CompareTo(b.Route));
            int stay = fits ? options.FindIndex(_mostRoutes, option => option.Route == at) : -1;
            if (stay >= 0)
            {
                options[_mostRoutes - 1] = options[stay];
            }

            options.RemoveRange(_mostRoutes, options.Count - _mostRoutes);
        }

        if (!fits)
        {
            double rest = s + 1 < _routes.Length[k] ? _recursion.Free(s + 1) : 0;
            double nowhere = _rates.Unplaced[_routes.Levels[k][s]] + rest;
            options.Add((nowhere, nowhere, -1));
        }
        else
        {
            // A placement that fits never ends in nowhere: where room for years to come was kept too carefully, it goes on, and the plan is looked at again.
            options.Add((double.PositiveInfinity, double.PositiveInfinity, at));
        }
    }

    private sealed class Portion(int pupils, int at, short[] choices)
    {
        public int Pupils { get; set; } = pupils;

        public int At { get; set; } = at;

        public short[] Choices { get; } = choices;

        /// <summary>Steps whose choice is made.</summary>
        public int Decided { get; set; }
    }
}
