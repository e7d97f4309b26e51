namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// How the use of places by the pupils of one class goes together: the covariance of being at one provision in one year and at another in another, for a
/// pupil who takes softened choices. Who is somewhere stays until a choice, a reopening or a change of level makes them start again; from there on what
/// they do does not depend on where they were. One object a thread.
/// </summary>
internal sealed class ClassCurvature(RouteCase routes, RouteTable table, PricedTables tables)
{
    /// <summary>Share of the pupils of a class below which a route is left out.</summary>
    private const double Negligible = 1e-4;

    /// <summary>Routes of a class whose use is taken together; those less used count on their own only.</summary>
    private const int MostTogether = 10;

    private int[] _active = [];
    private double[] _here = [];
    private double[] _after = [];
    private readonly double[]?[] _restarts = new double[routes.Years * 2][];
    private readonly Stack<double[]> _spare = [];
    private int _class;
    private int _m;
    private int _length;
    private int _count;
    private int _together;
    private SoftFlows _flows = null!;

    /// <summary>Adds what pupils of class k do.</summary>
    /// <param name="k">Class.</param>
    /// <param name="pupils">Pupils.</param>
    /// <param name="flows">Their choices at the prices, and where that takes them.</param>
    /// <param name="curvature">Sum so far.</param>
    public void Add(int k, double pupils, SoftFlows flows, Curvature curvature)
    {
        (_class, _m, _length, _flows) = (k, table.First[k + 1] - table.First[k], routes.Length[k], flows);
        Choose(pupils);
        if (_count == 0)
        {
            return;
        }

        for (int i = 0; i < _count; i++)
        {
            AddRoute(i, pupils, curvature);
        }

        for (int u = 0; u < _restarts.Length; u++)
        {
            if (_restarts[u] is { } restart)
            {
                _spare.Push(restart);
                _restarts[u] = null;
            }
        }
    }

    private void Choose(double pupils)
    {
        if (_active.Length < _m)
        {
            (_active, _here, _after) = (new int[_m * 2], new double[_m * 2], new double[_m * 2 * routes.Years]);
            _spare.Clear();
        }

        _count = 0;
        for (int c = 0; c < _m; c++)
        {
            double most = 0;
            for (int s = 0; s < _length; s++)
            {
                most = Math.Max(most, _flows.Mass[(s * _m) + c]);
            }

            if (most > pupils * Negligible)
            {
                _here[_count] = -most;
                _active[_count++] = c;
            }
        }

        _together = Math.Min(_count, MostTogether);
        if (_count > MostTogether)
        {
            Array.Sort(_here, _active, 0, _count);
        }
    }

    /// <summary>Going back in time: what a pupil who is at the route in step s does in every later step.</summary>
    private void AddRoute(int i, double pupils, Curvature curvature)
    {
        int c = _active[i];
        int from = table.First[_class];
        int g = table.Provision[from + c];
        int group = curvature.Competition.Group[g];
        int n = curvature.RowsOf(group);
        double[] matrix = curvature.Groups[group];
        double inverse = 1 / pupils;
        int row = (curvature.Competition.Position[g] * curvature.Years) + routes.FirstYear[_class];
        (int firstOther, int afterOthers) = i < _together ? (0, _together) : (i, i + 1);
        Array.Clear(_after, firstOther * _length, (afterOthers - firstOther) * _length);
        for (int s = _length - 1; s >= 0; s--)
        {
            if (s + 1 < _length)
            {
                Continue(i, s + 1, firstOther, afterOthers);
            }

            double here = _flows.Mass[(s * _m) + c];
            if (here <= 0)
            {
                continue;
            }

            for (int j = firstOther; j < afterOthers; j++)
            {
                int d = _active[j];
                int h = table.Provision[from + d];
                if (curvature.Competition.Group[h] != group)
                {
                    continue;
                }

                int column = (curvature.Competition.Position[h] * curvature.Years) + routes.FirstYear[_class];
                int after = j * _length;
                double share = here * inverse;
                if (i <= j)
                {
                    double both = (i == j ? here : 0) - (share * _flows.Mass[(s * _m) + d]);
                    matrix[row <= column ? ((row + s) * n) + column + s : ((column + s) * n) + row + s] += both;
                }

                if (row <= column)
                {
                    Span<double> line = matrix.AsSpan(((row + s) * n) + column, _length);
                    for (int u = s + 1; u < _length; u++)
                    {
                        line[u] += (here * _after[after + u]) - (share * _flows.Mass[(u * _m) + d]);
                    }
                }
                else
                {
                    for (int u = s + 1; u < _length; u++)
                    {
                        matrix[((column + u) * n) + row + s] += (here * _after[after + u]) - (share * _flows.Mass[(u * _m) + d]);
                    }
                }
            }
        }
    }

    /// <summary>From what a pupil at the route in step s does afterwards to what one there in step s - 1 does.</summary>
    private void Continue(int i, int s, int firstOther, int afterOthers)
    {
        int c = _active[i];
        bool fits = (table.Fits[table.First[_class] + c] >> s & 1) != 0;
        double stay = Stays(c, s, fits);
        if (stay < 1)
        {
            double[] restart = Restart(s, !fits);
            for (int j = firstOther; j < afterOthers; j++)
            {
                for (int u = s; u < _length; u++)
                {
                    int at = (j * _length) + u;
                    _after[at] = (stay * _after[at]) + ((1 - stay) * restart[at]);
                }
            }
        }

        _after[(i * _length) + s] += stay;
    }

    private double Stays(int c, int s, bool fits) =>
        !fits ? 0 : (routes.Reopens[_class] >> s & 1) != 0 || tables.AnyMoves ? _flows.Stays[(s * _m) + c] : 1;

    /// <summary>Where pupils are, by active route and step, who start again in step s: from nowhere, or with a choice of places only.</summary>
    private double[] Restart(int s, bool fromNowhere)
    {
        int index = (s * 2) + (fromNowhere ? 1 : 0);
        if (_restarts[index] is { } known)
        {
            return known;
        }

        double[] where = _restarts[index] = _spare.Count > 0 ? _spare.Pop() : new double[_active.Length * routes.Years];
        int from = table.First[_class];
        double pool = fromNowhere ? 1 : 0;
        double starters = fromNowhere ? 0 : 1;
        Array.Clear(_here, 0, _count);
        for (int u = s; u < _length; u++)
        {
            double placed = pool * _flows.Starts[u];
            pool -= placed;
            starters += placed;
            double again = 0;
            for (int j = 0; j < _count; j++)
            {
                int c = _active[j];
                double at = where[(j * _length) + u] = _here[j] + (starters * _flows.Share[(u * _m) + c]);
                if (u + 1 == _length)
                {
                    continue;
                }

                bool fits = (table.Fits[from + c] >> (u + 1) & 1) != 0;
                double stay = Stays(c, u + 1, fits);
                _here[j] = at * stay;
                (pool, again) = fits ? (pool, again + (at * (1 - stay))) : (pool + at, again);
            }

            starters = again;
        }

        return where;
    }
}
