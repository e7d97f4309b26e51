namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Rates with prices of limits added, set out by level called for.</summary>
internal sealed class PricedTables
{
    private readonly RouteCase _routes;
    private readonly Limits _limits;
    private readonly RouteCosts _costs;

    public PricedTables(RouteCosts costs, Limits limits)
    {
        (_costs, _routes, _limits, Rates) = (costs, costs.Routes, limits, costs.Rates);
        (RouteCase routes, Rates rates) = (costs.Routes, costs.Rates);
        Priced = new double[rates.Year.Length];
        Year = [.. Enumerable.Range(0, Rates.LevelCount).Select(_ => new double[rates.Year.Length])];
        Toll = new double[rates.Year.Length + 1];
        Array.Fill(Toll, double.PositiveInfinity);
        for (int g = 0; g < routes.Provisions; g++)
        {
            for (int t = 0; t < routes.Years; t++)
            {
                if ((routes.MayLeave[g] >> t & 1) != 0)
                {
                    (Toll[(g * routes.Years) + t], AnyMoves) = (rates.Move[(g * routes.Years) + t], true);
                }
            }
        }
    }

    public Rates Rates { get; }
    public double[][] Year { get; }
    public double[] Toll { get; }
    public bool AnyMoves { get; }
    public bool AnyMinutes => _costs.AnyMinutes;

    /// <summary>Prices by provision and year, rows included, [g * years + t].</summary>
    public double[] Priced { get; }

    public float ThresholdOf(int yearGroup) => _costs.ThresholdOf(yearGroup);

    public double TollAt(int g, int t) => Toll[(g * _routes.Years) + t];

    /// <summary>Sets the prices: of places, [g * years + t], then of the limits' rows.</summary>
    public void SetPrices(ReadOnlySpan<double> prices)
    {
        int n = Rates.Year.Length;
        prices[..n].CopyTo(Priced);
        for (int row = 0; row < _limits.Rows.Count; row++)
        {
            if (prices[n + row] != 0)
            {
                LimitRow limit = _limits.Rows[row];
                for (int c = 0; c < limit.Cells.Length; c++)
                {
                    Priced[limit.Cells[c]] += prices[n + row] * limit.Coefficients[c];
                }
            }
        }

        for (int level = 0; level < Rates.LevelCount; level++)
        {
            double[] table = Year[level];
            for (int i = 0; i < n; i++)
            {
                table[i] = Rates.Year[i] + _costs.AboveLevel(i, level) + Priced[i];
            }
        }
    }

    /// <summary>The price of one more pupil at provision g in year t, rows included.</summary>
    public double PriceAt(int g, int t) => Priced[(g * _routes.Years) + t];
}
