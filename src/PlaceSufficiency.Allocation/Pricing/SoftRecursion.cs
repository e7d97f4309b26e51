using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// The path recursion with every minimum softened: pupils of a class spread over paths in proportion to exp(-cost / temperature). What it
/// gives is smooth in the prices: the softened cheapest cost, the expected use of every provision and year, and how use in different years
/// goes together. Four routes are worked out at a time. One object a thread.
/// </summary>
internal sealed class SoftRecursion
{
    private readonly RouteCase _routes;
    private readonly SoftTable _table;
    private readonly PricedTables _tables;
    private readonly double[] _start;
    private readonly double[] _free;
    private readonly SoftFlows _flows;
    private readonly ClassCurvature _curvature;
    private double[] _here = [];

    public SoftRecursion(SoftTable table, PricedTables tables)
    {
        RouteCase routes = table.Costs.Routes;
        (_routes, _table, _tables) = (routes, table, tables);
        (_start, _free) = (new double[routes.Years], new double[routes.Years]);
        _flows = new SoftFlows(routes.Years);
        _curvature = new ClassCurvature(routes, table, tables);
    }

    /// <summary>Softened cost of one pupil of class k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Backward(int k, double temperature)
    {
        int length = _routes.Length[k];
        int wide = _table.Wide(k);
        if (_here.Length < wide * length)
        {
            _here = new double[wide * length * 2];
        }

        _flows.Reserve(wide * length);
        double inverse = 1 / temperature;
        int before = _table.Before[k];
        for (int s = length - 1; s >= 0; s--)
        {
            double freeNext = s + 1 < length ? _free[s + 1] : 0;
            double best = Here(k, s, wide, temperature);
            double unplaced = _tables.Rates.Unplaced[_routes.Levels[k][s]] + freeNext;
            bool isAskedFor = s > 0 ? MayLeave(k, s) : before >= 0;
            Span<double> share = _flows.Share.AsSpan(s * wide, wide);
            if (isAskedFor ? double.IsPositiveInfinity(best) : (best - unplaced) * inverse > Softened.Nothing)
            {
                share.Clear();
                (_start[s], _free[s], _flows.Starts[s]) = (double.PositiveInfinity, unplaced, 0);
                continue;
            }

            double sum = Softened.Exponentials(share, best, inverse);
            if (sum != 1)
            {
                Times(share, 1 / sum);
            }

            _start[s] = isAskedFor ? best - (temperature * Softened.Log(sum)) : double.NaN;
            (_free[s], _flows.Starts[s]) = Softened.Minimum(best, sum, unplaced, temperature, inverse);
        }

        if (before < 0)
        {
            return _free[0];
        }

        double toll = (_routes.Reopens[k] & 1) != 0 ? 0 : _tables.Toll[_table.Cell[_table.First[k] + before] + _routes.FirstYear[k]];
        (double first, _flows.Stays[before]) = Softened.Minimum(_here[before], 1, _start[0] + toll, temperature, inverse);
        return first;
    }

    /// <summary>
    /// What pupils who are at a route in step s pay from then on, and the cheapest of those routes at which they may start. Costs of starting are left in
    /// the table of shares.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Here(int k, int s, int wide, double temperature)
    {
        bool last = s == _routes.Length[k] - 1;
        int t = _routes.FirstYear[k] + s;
        int from = _table.First[k];
        ref float cost = ref _table.Cost[_table.FirstCost[k] + ((_routes.Length[k] - 1 - s) * wide)];
        bool mayLeaveNext = !last && MayLeave(k, s + 1);
        bool reopensNext = !last && (_routes.Reopens[k] >> (s + 1) & 1) != 0;
        Vector256<double> startNext = Vector256.Create(last ? 0 : _start[s + 1]);
        Vector256<double> freeNext = Vector256.Create(last ? 0 : _free[s + 1]);
        Vector256<double> best = Vector256.Create(double.PositiveInfinity);
        int own = s * wide;
        int next = own + wide;
        for (int c = 0; c < wide; c += SoftTable.Lanes)
        {
            Vector256<double> fits = Having(_table.Fits, from + c, s);
            if (fits == Vector256<double>.Zero)
            {
                Vector256.Create(double.PositiveInfinity).StoreUnsafe(ref _flows.Share[own + c]);
                continue;
            }

            (Vector256<double> value, _) = Vector256.Widen(Vector256.Create(Vector128.LoadUnsafe(ref cost, (nuint)c), Vector128<float>.Zero));
            value += At(_tables.Priced, from + c, t);
            if (!last)
            {
                Vector256<double> stay = Vector256.LoadUnsafe(ref _here[next + c]);
                if (mayLeaveNext)
                {
                    Vector256<double> elsewhere = reopensNext ? startNext : startNext + At(_tables.Toll, from + c, t + 1);
                    (stay, Vector256<double> share) = Softened.Minimum(stay, elsewhere, temperature);
                    share.StoreUnsafe(ref _flows.Stays[next + c]);
                }

                value += Vector256.ConditionalSelect(Having(_table.Fits, from + c, s + 1), stay, freeNext);
            }

            value.StoreUnsafe(ref _here[own + c]);
            Vector256<double> starting = Vector256.ConditionalSelect(Having(_table.Starts, from + c, s), value, Vector256.Create(double.PositiveInfinity));
            starting.StoreUnsafe(ref _flows.Share[own + c]);
            best = Vector256.MinNative(best, starting);
        }

        return Math.Min(Math.Min(best[0], best[1]), Math.Min(best[2], best[3]));
    }

    /// <summary>Adds what pupils of the class solved last use, [g * years + t]; with curvature also how use goes together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(int k, double pupils, double[] used, Curvature? curvature)
    {
        int length = _routes.Length[k];
        int wide = _table.Wide(k);
        int from = _table.First[k];
        int before = _table.Before[k];
        double pool = pupils;
        double starters = 0;
        double[] mass = _flows.Mass;
        mass.AsSpan(0, wide).Clear();
        if (before >= 0)
        {
            mass[before] = pupils * _flows.Stays[before];
            starters = pupils - mass[before];
            pool = 0;
        }

        for (int s = 0; s < length; s++)
        {
            double placed = pool * _flows.Starts[s];
            starters += placed;
            bool last = s == length - 1;
            bool mayLeaveNext = !last && MayLeave(k, s + 1);
            Vector256<double> starts = Vector256.Create(starters);
            Vector256<double> again = Vector256<double>.Zero;
            Vector256<double> leaving = Vector256<double>.Zero;
            int own = s * wide;
            int next = own + wide;
            int t = _routes.FirstYear[k] + s;
            for (int c = 0; c < wide; c += SoftTable.Lanes)
            {
                Vector256<double> at = Vector256.LoadUnsafe(ref mass[own + c]) + (starts * Vector256.LoadUnsafe(ref _flows.Share[own + c]));
                at.StoreUnsafe(ref mass[own + c]);
                if (at == Vector256<double>.Zero)
                {
                    if (!last)
                    {
                        at.StoreUnsafe(ref mass[next + c]);
                    }

                    continue;
                }

                used[_table.Cell[from + c] + t] += at[0];
                used[_table.Cell[from + c + 1] + t] += at[1];
                used[_table.Cell[from + c + 2] + t] += at[2];
                used[_table.Cell[from + c + 3] + t] += at[3];
                if (!last)
                {
                    Vector256<double> fits = Having(_table.Fits, from + c, s + 1);
                    Vector256<double> stay = at & fits;
                    leaving += at - stay;
                    if (mayLeaveNext)
                    {
                        Vector256<double> left = stay;
                        stay *= Vector256.LoadUnsafe(ref _flows.Stays[next + c]);
                        again += left - stay;
                    }

                    stay.StoreUnsafe(ref mass[next + c]);
                }
            }

            (pool, starters) = (pool - placed + Vector256.Sum(leaving), Vector256.Sum(again));
        }

        if (curvature is not null)
        {
            _curvature.Add(k, pupils, _flows, curvature);
        }
    }

    private bool MayLeave(int k, int s) => _tables.AnyMoves || (_routes.Reopens[k] >> s & 1) != 0;

    /// <summary>The numbers of four routes in year t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> At(double[] table, int r, int t) =>
        Vector256.Create(table[_table.Cell[r] + t], table[_table.Cell[r + 1] + t], table[_table.Cell[r + 2] + t], table[_table.Cell[r + 3] + t]);

    /// <summary>All bits of the lanes whose masks have bit s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Having(uint[] masks, int r, int s)
    {
        Vector128<int> bit = (Vector128.LoadUnsafe(ref masks[r]).AsInt32() << (31 - s)) >> 31;
        (Vector128<long> low, Vector128<long> high) = Vector128.Widen(bit);
        return Vector256.Create(low, high).AsDouble();
    }

    private static void Times(Span<double> values, double factor)
    {
        for (int c = 0; c < values.Length; c += SoftTable.Lanes)
        {
            (Vector256.LoadUnsafe(ref values[c]) * factor).StoreUnsafe(ref values[c]);
        }
    }
}
