namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>The softened bound at prices, its gradient (use less limits), and the curvature of each provision's years.</summary>
internal sealed class SoftEvaluation
{
    private const int Chunks = 32;

    private readonly RouteCase _routes;
    private readonly RouteTable _table;
    private readonly Rates _rates;
    private readonly Limits _limits;
    private readonly PricedTables _tables;
    private readonly SoftRecursion[] _recursions;

    public SoftEvaluation(RouteCase routes, RouteTable table, Rates rates, Limits limits, int threads)
    {
        (_routes, _table, _rates, _limits) = (routes, table, rates, limits);
        _tables = new PricedTables(routes, rates);
        _recursions = [.. Enumerable.Range(0, threads).Select(_ => new SoftRecursion(routes, table, _tables))];
        Gradient = new double[limits.Places.Length + routes.Years];
        Curvature = new double[limits.Places.Length * routes.Years];
    }

    public double[] Gradient { get; }

    /// <summary>[(g * years + t) * years + t'], t' at least t.</summary>
    public double[] Curvature { get; }

    public double Evaluate(double[] x, double temperature, bool curvature)
    {
        int n = _limits.Places.Length;
        _tables.SetPrices(x, x.AsSpan(n));
        double[] used = Gradient;
        Array.Clear(used);
        if (curvature)
        {
            Array.Clear(Curvature);
        }

        double value = 0;
        SoftRecursion recursion = _recursions[0];
        for (int k = 0; k < _routes.Classes; k++)
        {
            value += _routes.Pupils[k] * recursion.Backward(k, temperature);
            recursion.Forward(k, _routes.Pupils[k], used, curvature ? Curvature : null);
        }

        for (int i = 0; i < n; i++)
        {
            if (_limits.IsInmss[i / _routes.Years])
            {
                used[n + (i % _routes.Years)] += used[i];
            }

            double over = (x[i] - _rates.OverNumber[i]) / temperature;
            double taken = _limits.Most[i] == 0 ? 0 : _limits.Most[i] / (1 + Math.Exp(-over));
            value -= (x[i] * _limits.Places[i]) + (_limits.Most[i] == 0 ? 0 : _limits.Most[i] * temperature * (over > 30 ? over : Math.Log(1 + Math.Exp(over))));
            used[i] -= _limits.Places[i] + taken;
            if (curvature && _limits.Most[i] > 0)
            {
                Curvature[(i * _routes.Years) + (i % _routes.Years)] += taken * (1 - (taken / _limits.Most[i]));
            }
        }

        for (int t = 0; t < _routes.Years; t++)
        {
            value -= x[n + t] * (_limits.Inmss[t] ?? 0);
            used[n + t] = _limits.Inmss[t] is { } limit ? used[n + t] - limit : 0;
        }

        return value;
    }
}
