using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// How the use of places by the pupils of one class goes together: the covariance of being at one provision in one year and at another in another, for a
/// pupil who takes softened choices. Who is somewhere stays until a choice, a reopening or a change of level makes them start again; from there on what
/// they do does not depend on where they were. One object a thread.
/// </summary>
internal sealed class ClassCurvature(RouteCase routes, SoftTable table, PricedTables tables)
{
    /// <summary>Share of the pupils of a class below which a route is left out.</summary>
    private const double Negligible = 1e-4;

    /// <summary>Routes of a class whose use is taken together; those less used count on their own only.</summary>
    private const int MostTogether = 10;

    /// <summary>Steps of a route, with room for a vector that begins at the last of them; what is beyond the class's steps is 0.</summary>
    private readonly int _width = routes.Years + Vector256<double>.Count;

    private readonly double[]?[] _restarts = new double[routes.Years * 2][];
    private readonly Stack<double[]> _spare = [];
    private readonly int[] _near = new int[MostTogether];
    private int[] _active = [];
    private int[] _first = [];
    private int[] _last = [];
    private int[] _column = [];
    private int[] _group = [];
    private double[] _here = [];
    private double[] _most = [];
    private double[] _mass = [];
    private double[] _after = [];
    private int _class;
    private int _wide;
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
        (_class, _wide, _length, _flows) = (k, table.Wide(k), routes.Length[k], flows);
        Choose(pupils, curvature);
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

    /// <summary>The routes that are used, those used most first, and in which steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Choose(double pupils, Curvature curvature)
    {
        if (_active.Length < _wide)
        {
            int room = _wide * 2;
            (_active, _first, _last, _column, _group) = (new int[room], new int[room], new int[room], new int[room], new int[room]);
            (_here, _most) = (new double[room], new double[room]);
            (_mass, _after) = (new double[room * _width], new double[room * _width]);
            _spare.Clear();
        }

        Array.Clear(_most, 0, _wide);
        for (int s = 0; s < _length; s++)
        {
            ReadOnlySpan<double> mass = _flows.Mass.AsSpan(s * _wide, _wide);
            Span<double> most = _most.AsSpan(0, mass.Length);
            for (int c = 0; c < mass.Length; c++)
            {
                most[c] = mass[c] > most[c] ? mass[c] : most[c];
            }
        }

        _count = 0;
        for (int c = 0; c < _wide; c++)
        {
            if (_most[c] > pupils * Negligible)
            {
                _here[_count] = -_most[c];
                _active[_count++] = c;
            }
        }

        _together = Math.Min(_count, MostTogether);
        if (_count > MostTogether)
        {
            Array.Sort(_here, _active, 0, _count);
        }

        for (int i = 0; i < _count; i++)
        {
            Span<double> mass = _mass.AsSpan(i * _width, _width);
            mass.Clear();
            int c = _active[i];
            (_first[i], _last[i]) = (_length, -1);
            for (int s = 0; s < _length; s++)
            {
                mass[s] = _flows.Mass[(s * _wide) + c];
                if (mass[s] > 0)
                {
                    (_first[i], _last[i]) = (Math.Min(_first[i], s), s);
                }
            }

            int g = table.Cell[table.First[_class] + c] / routes.Years;
            _group[i] = curvature.Competition.Group[g];
            _column[i] = (curvature.Competition.Position[g] * routes.Years) + routes.FirstYear[_class];
        }
    }

    /// <summary>Going back in time: what a pupil who is at the route in step s does in every later step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRoute(int i, double pupils, Curvature curvature)
    {
        int group = _group[i];
        int n = curvature.RowsOf(group);
        double[] matrix = curvature.Groups[group];
        double inverse = 1 / pupils;
        int near = Near(i);
        for (int a = 0; a < near; a++)
        {
            Array.Clear(_after, _near[a] * _width, _width);
        }

        for (int s = _last[i]; s >= _first[i]; s--)
        {
            if (s + 1 < _length)
            {
                Continue(i, s + 1, near);
            }

            double here = _mass[(i * _width) + s];
            if (here <= 0)
            {
                continue;
            }

            double share = here * inverse;
            int line = (_column[i] + s) * n;
            for (int a = 0; a < near; a++)
            {
                int j = _near[a];
                if (_last[j] < s)
                {
                    continue;
                }

                int own = j * _width;
                int column = line + _column[j];
                if (i <= j && _first[j] <= s)
                {
                    matrix[column + s] += (i == j ? here : 0) - (share * _mass[own + s]);
                }

                AddLater(matrix, column, own, Math.Max(s + 1, _first[j]), _last[j], here, share);
            }
        }
    }

    /// <summary>Routes whose provisions are in the group of route i and that are taken together with it.</summary>
    private int Near(int i)
    {
        if (i >= _together)
        {
            _near[0] = i;
            return 1;
        }

        int near = 0;
        for (int j = 0; j < _together; j++)
        {
            if (_group[j] == _group[i])
            {
                _near[near++] = j;
            }
        }

        return near;
    }

    /// <summary>Adds to a line of the matrix what a pupil here does in steps from u on, less what any pupil does; a vector at a time, where what is too much is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddLater(double[] matrix, int column, int own, int u, int last, double here, double share)
    {
        Vector256<double> heres = Vector256.Create(here);
        Vector256<double> shares = Vector256.Create(share);
        for (; u <= last; u += Vector256<double>.Count)
        {
            Vector256<double> more = (heres * Vector256.LoadUnsafe(ref _after[own + u])) - (shares * Vector256.LoadUnsafe(ref _mass[own + u]));
            (Vector256.LoadUnsafe(ref matrix[column + u]) + more).StoreUnsafe(ref matrix[column + u]);
        }
    }

    /// <summary>From what a pupil at the route in step s does afterwards to what one there in step s - 1 does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Continue(int i, int s, int near)
    {
        bool fits = (table.Fits[table.First[_class] + _active[i]] >> s & 1) != 0;
        double stay = Stays(_active[i], s, fits);
        if (stay < 1)
        {
            double[] restart = Restart(s, !fits);
            Vector256<double> stays = Vector256.Create(stay);
            Vector256<double> leaves = Vector256.Create(1 - stay);
            for (int a = 0; a < near; a++)
            {
                int own = _near[a] * _width;
                for (int u = s; u < _length; u += Vector256<double>.Count)
                {
                    ref double after = ref _after[own + u];
                    ((stays * Vector256.LoadUnsafe(ref after)) + (leaves * Vector256.LoadUnsafe(ref restart[own + u]))).StoreUnsafe(ref after);
                }
            }
        }

        _after[(i * _width) + s] += stay;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Stays(int c, int s, bool fits) =>
        !fits ? 0 : (routes.Reopens[_class] >> s & 1) != 0 || tables.AnyMoves ? _flows.Stays[(s * _wide) + c] : 1;

    /// <summary>Where pupils are, by active route and step, who start again in step s: from nowhere, or with a choice of places only.</summary>
    private double[] Restart(int s, bool fromNowhere)
    {
        int index = (s * 2) + (fromNowhere ? 1 : 0);
        if (_restarts[index] is { } known)
        {
            return known;
        }

        double[] where = _restarts[index] = _spare.Count > 0 ? _spare.Pop() : new double[_mass.Length];
        Array.Clear(where, 0, _count * _width);
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
                double at = where[(j * _width) + u] = _here[j] + (starters * _flows.Share[(u * _wide) + c]);
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
