namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// The bound that prices prove, and its softened form with gradient and curvature. Classes are worked on in a fixed number of parts whose sums are
/// added in order, so that the result is the same on one core or several.
/// </summary>
internal sealed class PriceEvaluation
{
    private const int Parts = 4;

    /// <summary>Places that a provision without any is taken to have while prices are looked for, so that every price has a use.</summary>
    private const double LeastPlaces = 0.1;

    /// <summary>Routes below which a second thread costs more than it saves.</summary>
    private const int FewRoutes = 400_000;

    private readonly RouteCase _routes;
    private readonly Rates _rates;
    private readonly Limits _limits;
    private readonly PricedTables _tables;
    private readonly PathRecursion[] _hard;
    private readonly SoftRecursion[] _soft;
    private readonly double[][] _used;
    private readonly Curvature[] _curvature;
    private readonly int[] _firstOfPart;

    /// <summary>Prepares to evaluate prices of the limits for a measure.</summary>
    public PriceEvaluation(SoftTable table, Limits limits, Competition competition)
    {
        RouteCase routes = table.Costs.Routes;
        (_routes, _rates, _limits) = (routes, table.Costs.Rates, limits);
        _tables = new PricedTables(table.Costs, limits);
        _hard = [.. Enumerable.Range(0, Parts).Select(_ => new PathRecursion(routes, routes.Routes, _tables))];
        _soft = [.. Enumerable.Range(0, Parts).Select(_ => new SoftRecursion(table, _tables))];
        _used = [.. Enumerable.Range(0, Parts).Select(_ => new double[limits.Places.Length])];
        _curvature = [.. Enumerable.Range(0, Parts).Select(_ => new Curvature(competition, routes.Years))];
        Gradient = new double[limits.Prices];
        CurvatureOfRows = new double[limits.Rows.Count];
        OfferCurvature = new OfferCurvature(limits.Places.Length, limits.Offers?.Rows.Count ?? 0);
        _firstOfPart = PartsOfEqualWork(routes);
    }

    /// <summary>Use less limits at the prices evaluated last, softened: what the softened bound gains by a higher price.</summary>
    public double[] Gradient { get; }

    /// <summary>How use of a provision in one year goes with its use in another, [(g * years + t) * years + t'], t' at least t.</summary>
    public Curvature Curvature => _curvature[0];

    /// <summary>The same for each row, by an estimate.</summary>
    public double[] CurvatureOfRows { get; }

    /// <summary>How the prices of the offers' rows go with all others.</summary>
    public OfferCurvature OfferCurvature { get; }

    /// <summary>Routes looked at so far: how much work it was, whatever the machine.</summary>
    public long Effort { get; private set; }

    /// <summary>The lower bound that the prices prove, in the measure's unit.</summary>
    public double Bound(double[] prices)
    {
        Effort += _routes.Routes.Provision.Length;
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

        worth += _limits.Offers?.Worth(prices, _rates, _limits.FirstOfOffers) ?? 0;

        // What rounding of long sums may have added is taken off.
        return paid.Sum() - worth - (1e-13 * (size.Sum() + Math.Abs(worth)));
    }

    /// <summary>The softened bound; sets <see cref="Gradient"/>, and <see cref="Curvature"/> if asked for.</summary>
    /// <param name="prices">Prices of the limits.</param>
    /// <param name="temperature">How soft: pupils spread over paths whose costs differ by about this much.</param>
    /// <param name="withCurvature">Whether curvature is worked out as well.</param>
    public double Soften(double[] prices, double temperature, bool withCurvature)
    {
        Effort += (withCurvature ? 3 : 1) * (long)_routes.Routes.Provision.Length;
        _tables.SetPrices(prices);
        double[] paid = new double[Parts];
        InParts(part =>
        {
            Array.Clear(_used[part]);
            if (withCurvature)
            {
                _curvature[part].Clear();
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
                _curvature[0].Add(_curvature[part]);
            }
        }

        double worth = WorthOfPlaces(prices, temperature, withCurvature) + WorthOfRows(prices, temperature);
        OfferCurvature.Clear();
        return paid.Sum() - worth - (_limits.Offers?.Soften(prices, temperature, _rates, _limits, Gradient, withCurvature ? _curvature[0] : null, withCurvature ? OfferCurvature : null) ?? 0);
    }

    /// <summary>
    /// Places are softened like paths: below a price of 0 they are not offered any more, not at once but as the price falls by some temperatures. So
    /// prices need no limit of their own, and empty provisions have prices a little below 0, in proportion to the temperature.
    /// </summary>
    private double WorthOfPlaces(double[] prices, double temperature, bool withCurvature)
    {
        double worth = 0;
        for (int i = 0; i < _limits.Places.Length; i++)
        {
            if (_limits.IsShut(i))
            {
                Gradient[i] = 0;
                continue;
            }

            int taken = Math.Min(0, _limits.Places[i]);
            double offered = Math.Max(LeastPlaces, _limits.Places[i]);
            (double value, double share) = Softened.Offer(prices[i] / temperature);
            worth += (prices[i] * taken) + (offered * temperature * value);
            double used = taken + (offered * share);
            double curvature = offered * share * (1 - share);
            if (_limits.Most[i] > 0)
            {
                (double over, double shareOver) = Softened.Offer((prices[i] - _rates.OverNumber[i]) / temperature);
                worth += _limits.Most[i] * temperature * over;
                used += _limits.Most[i] * shareOver;
                curvature += _limits.Most[i] * shareOver * (1 - shareOver);
            }

            Gradient[i] = _used[0][i] - used;
            if (withCurvature)
            {
                _curvature[0].AddTo(i / _routes.Years, i % _routes.Years, curvature);
            }
        }

        return worth;
    }

    private double WorthOfRows(double[] prices, double temperature)
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

            int i = _limits.Places.Length + row;
            double size = limit.Coefficients.Length == 0 ? 1 : limit.Coefficients.Max();
            double most = Math.Max(LeastPlaces * size, limit.Most);
            (double value, double share) = Softened.Offer(prices[i] * size / temperature);
            worth += most / size * temperature * value;
            Gradient[i] = used - (most * share);
            CurvatureOfRows[row] = (most * size * share * (1 - share)) + (0.3 * size * used) + (size * size);
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
