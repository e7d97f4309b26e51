namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>The bound at prices and what the cheapest paths use there.</summary>
internal sealed class PriceEvaluation
{
    private const int Chunks = 64;

    private readonly RouteCase _routes;
    private readonly RouteTable _table;
    private readonly Rates _rates;
    private readonly Limits _limits;
    private readonly PricedTables _tables;
    private readonly PathRecursion[] _recursions;
    private readonly int[][] _used;
    private readonly short[][] _choices;

    public PriceEvaluation(RouteCase routes, RouteTable table, Rates rates, Limits limits, int threads)
    {
        (_routes, _table, _rates, _limits) = (routes, table, rates, limits);
        _tables = new PricedTables(routes, rates);
        _recursions = [.. Enumerable.Range(0, threads).Select(_ => new PathRecursion(routes, table, _tables))];
        _used = [.. Enumerable.Range(0, threads).Select(_ => new int[routes.Provisions * routes.Years])];
        _choices = [.. Enumerable.Range(0, threads).Select(_ => new short[routes.Years])];
    }

    /// <summary>Excess of use over the limits at the cheapest paths, [g * years + t].</summary>
    public double[] Excess { get; private set; } = [];

    public double[] InmssExcess { get; private set; } = [];

    public int[] Used { get; private set; } = [];

    public double Evaluate(double[] places, double[] inmss)
    {
        _tables.SetPrices(places, inmss);
        double[] sums = new double[Chunks];
        foreach (int[] used in _used)
        {
            Array.Clear(used);
        }

        int size = (_routes.Classes + Chunks - 1) / Chunks;
        int next = -1;
        void Work(int thread)
        {
            PathRecursion recursion = _recursions[thread];
            int[] used = _used[thread];
            for (int chunk = Interlocked.Increment(ref next); chunk < Chunks; chunk = Interlocked.Increment(ref next))
            {
                double sum = 0;
                for (int k = chunk * size; k < Math.Min(_routes.Classes, (chunk + 1) * size); k++)
                {
                    int pupils = _routes.Pupils[k];
                    sum += pupils * recursion.Solve(k);
                    recursion.Trace(k, _choices[thread]);
                    Use(k, _choices[thread], pupils, used);
                }

                sums[chunk] = sum;
            }
        }

        if (_recursions.Length == 1)
        {
            Work(0);
        }
        else
        {
            Parallel.For(0, _recursions.Length, new ParallelOptions { MaxDegreeOfParallelism = _recursions.Length }, Work);
        }

        double bound = sums.Sum();
        Excess = new double[places.Length];
        InmssExcess = new double[_routes.Years];
        Used = new int[places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            int use = 0;
            foreach (int[] used in _used)
            {
                use += used[i];
            }

            Used[i] = use;
            double over = _rates.OverNumber[i] - places[i];
            int taken = over < 0 ? _limits.Most[i] : 0;
            bound += (taken * over) - (places[i] * _limits.Places[i]);
            Excess[i] = use - _limits.Places[i] - taken;
            if (_limits.IsInmss[i / _routes.Years])
            {
                InmssExcess[i % _routes.Years] += use;
            }
        }

        for (int t = 0; t < _routes.Years; t++)
        {
            InmssExcess[t] = _limits.Inmss[t] is { } limit ? InmssExcess[t] - limit : 0;
            bound -= inmss[t] * (_limits.Inmss[t] ?? 0);
        }

        return bound;
    }

    private void Use(int k, short[] choices, int pupils, int[] used)
    {
        int from = _table.First[k];
        int t = _routes.FirstYear[k];
        for (int s = 0; s < _routes.Length[k]; s++, t++)
        {
            if (choices[s] >= 0)
            {
                used[(_table.Provision[from + choices[s]] * _routes.Years) + t] += pupils;
            }
        }
    }
}
