namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// The bound that prices prove, and its softened form with gradient and curvature. Classes are worked on in a fixed number of parts whose sums are
/// added in order, so that the result is the same on one core or several.
/// </summary>
internal sealed class PriceEvaluation
{
    private const int Parts = 4;

    /// <summary>Routes below which a second thread costs more than it saves.</summary>
    private const int FewRoutes = 400_000;

    private readonly RouteCase _routes;
    private readonly Rates _rates;
    private readonly Limits _limits;
    private readonly PricedTables _tables;
    private readonly PathRecursion[] _hard;
    private readonly SoftRecursion[] _soft;
    private readonly double[][] _used;
    private readonly double[][] _curvature;
    private readonly int[] _firstOfPart;

    /// <summary>Prepares to evaluate prices of the limits for a measure.</summary>
    public PriceEvaluation(RouteCase routes, Rates rates, Limits limits)
    {
        (_routes, _rates, _limits) = (routes, rates, limits);
        _tables = new PricedTables(routes, rates, limits);
        _hard = [.. Enumerable.Range(0, Parts).Select(_ => new PathRecursion(routes, routes.Routes, _tables))];
        _soft = [.. Enumerable.Range(0, Parts).Select(_ => new SoftRecursion(routes, routes.Routes, _tables))];
        _used = [.. Enumerable.Range(0, Parts).Select(_ => new double[limits.Places.Length])];
        _curvature = [.. Enumerable.Range(0, Parts).Select(_ => new double[limits.Places.Length * routes.Years])];
        Gradient = new double[limits.Prices];
        _firstOfPart = PartsOfEqualWork(routes);
    }

    /// <summary>Use less limits at the prices evaluated last, softened: what the softened bound gains by a higher price.</summary>
    public double[] Gradient { get; }

    /// <summary>How use of a provision in one year goes with its use in another, [(g * years + t) * years + t'], t' at least t.</summary>
    public double[] Curvature => _curvature[0];

    /// <summary>The lower bound that the prices prove, in the measure's unit.</summary>
    public double Bound(double[] prices)
    {
        _tables.SetPrices(prices);
        double[] paid = new double[Parts];
        double[] size = new double[Parts];
        InParts(part =>
        {
            for (int k = _firstOfPart[part]; k < _firstOfPart[part + 1]; k++)
            {
                double cost = _routes.Pupils[k] * _hard[part].Solve(k);
                paid[part] += cost;
                size[part] += Math.Abs(cost);
            }
        });
        double worth = 0;
        for (int i = 0; i < _limits.Places.Length; i++)
        {
            worth += (prices[i] * _limits.Places[i]) - (_limits.Most[i] * Math.Min(0, _rates.OverNumber[i] - prices[i]));
        }

        for (int row = 0; row < _limits.Rows.Count; row++)
        {
            worth += prices[_limits.Places.Length + row] * _limits.Rows[row].Most;
        }

        // What rounding of long sums may have added is taken off.
        return paid.Sum() - worth - (1e-13 * (size.Sum() + Math.Abs(worth)));
    }

    /// <summary>The softened bound; sets <see cref="Gradient"/>, and <see cref="Curvature"/> if asked for.</summary>
    /// <param name="prices">Prices of the limits.</param>
    /// <param name="temperature">How soft: pupils spread over paths whose costs differ by about this much.</param>
    /// <param name="withCurvature">Whether curvature is worked out as well.</param>
    public double Soften(double[] prices, double temperature, bool withCurvature)
    {
        _tables.SetPrices(prices);
        double[] paid = new double[Parts];
        InParts(part =>
        {
            Array.Clear(_used[part]);
            if (withCurvature)
            {
                Array.Clear(_curvature[part]);
            }

            double sum = 0;
            for (int k = _firstOfPart[part]; k < _firstOfPart[part + 1]; k++)
            {
                sum += _routes.Pupils[k] * _soft[part].Backward(k, temperature);
                _soft[part].Forward(k, _routes.Pupils[k], _used[part], withCurvature ? _curvature[part] : null);
            }

            paid[part] = sum;
        });
        for (int part = 1; part < Parts; part++)
        {
            Add(_used[0], _used[part]);
            if (withCurvature)
            {
                Add(_curvature[0], _curvature[part]);
            }
        }

        return paid.Sum() - WorthOfPlaces(prices, temperature, withCurvature) - WorthOfRows(prices);
    }

    private double WorthOfPlaces(double[] prices, double temperature, bool withCurvature)
    {
        double worth = 0;
        for (int i = 0; i < _limits.Places.Length; i++)
        {
            double taken = 0;
            if (_limits.Most[i] > 0)
            {
                double over = (prices[i] - _rates.OverNumber[i]) / temperature;
                taken = _limits.Most[i] / (1 + Math.Exp(-over));
                worth += _limits.Most[i] * temperature * (over > 30 ? over : Math.Log(1 + Math.Exp(over)));
                if (withCurvature)
                {
                    _curvature[0][(i * _routes.Years) + (i % _routes.Years)] += taken * (1 - (taken / _limits.Most[i]));
                }
            }

            worth += prices[i] * _limits.Places[i];
            Gradient[i] = _used[0][i] - _limits.Places[i] - taken;
        }

        return worth;
    }

    private double WorthOfRows(double[] prices)
    {
        double worth = 0;
        for (int row = 0; row < _limits.Rows.Count; row++)
        {
            LimitRow limit = _limits.Rows[row];
            double used = 0;
            for (int c = 0; c < limit.Cells.Length; c++)
            {
                used += limit.Coefficients[c] * _used[0][limit.Cells[c]];
            }

            worth += prices[_limits.Places.Length + row] * limit.Most;
            Gradient[_limits.Places.Length + row] = used - limit.Most;
        }

        return worth;
    }

    private void InParts(Action<int> work)
    {
        if (_routes.Routes.Provision.Length < FewRoutes)
        {
            for (int part = 0; part < Parts; part++)
            {
                work(part);
            }
        }
        else
        {
            Parallel.For(0, Parts, work);
        }
    }

    private static int[] PartsOfEqualWork(RouteCase routes)
    {
        int[] first = new int[Parts + 1];
        first[Parts] = routes.Classes;
        long all = routes.Routes.First[^1];
        for (int part = 1; part < Parts; part++)
        {
            int found = Array.BinarySearch(routes.Routes.First, (int)(all * part / Parts));
            first[part] = Math.Min(routes.Classes, found < 0 ? ~found : found);
        }

        return first;
    }

    private static void Add(double[] to, double[] from)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += from[i];
        }
    }
}
