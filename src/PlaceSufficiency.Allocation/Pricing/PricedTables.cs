using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Rates with prices of limits added, set out by level called for.</summary>
internal sealed class PricedTables
{
    private readonly RouteCase _routes;
    private readonly Limits _limits;
    private readonly float[] _threshold;
    private readonly int[] _ownLevel;
    private readonly double[] _priced;

    public PricedTables(RouteCase routes, Rates rates, Limits limits)
    {
        (_routes, _limits, Rates) = (routes, limits, rates);
        _ownLevel = [.. routes.Case.Provisions.Select(provision => (int)provision.Designation.OwnLevel)];
        _priced = new double[rates.Year.Length];
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

        _threshold = [.. YearGroup.All.Select(group => (float)routes.Case.Travel.Threshold[group.Phase].TotalMinutes)];
        AnyMinutes = rates.PerMinute.Any(rate => rate != 0);
    }

    public Rates Rates { get; }
    public double[][] Year { get; }
    public double[] Toll { get; }
    public bool AnyMoves { get; }
    public bool AnyMinutes { get; }

    public float ThresholdOf(int yearGroup) => _threshold[yearGroup + 4];

    public double TollAt(int g, int t) => Toll[(g * _routes.Years) + t];

    /// <summary>Sets the prices: of places, [g * years + t], then of the limits' rows.</summary>
    public void SetPrices(ReadOnlySpan<double> prices)
    {
        int n = Rates.Year.Length;
        prices[..n].CopyTo(_priced);
        for (int row = 0; row < _limits.Rows.Count; row++)
        {
            if (prices[n + row] != 0)
            {
                LimitRow limit = _limits.Rows[row];
                for (int c = 0; c < limit.Cells.Length; c++)
                {
                    _priced[limit.Cells[c]] += prices[n + row] * limit.Coefficients[c];
                }
            }
        }

        for (int level = 0; level < Rates.LevelCount; level++)
        {
            double[] table = Year[level];
            for (int i = 0; i < n; i++)
            {
                table[i] = Rates.Year[i] + (Math.Max(0, _ownLevel[i / _routes.Years] - level) * Rates.PerLevel[i]) + _priced[i];
            }
        }
    }

    /// <summary>What a year at route r costs a pupil of class k in step s but for prices.</summary>
    public double CostBeforePrices(int k, int r, int s)
    {
        RouteTable table = _routes.Routes;
        int g = table.Provision[r];
        int index = (g * _routes.Years) + _routes.FirstYear[k] + s;
        double late = AnyMinutes ? Math.Max(0, table.Minutes[r] - ThresholdOf(_routes.YearGroupAtFirst[k] + s)) * Rates.PerMinute[index] : 0;
        return Rates.Year[index] + (table.Kilometres[r] * Rates.PerKilometre[index]) + (Math.Max(0, _ownLevel[g] - _routes.Levels[k][s]) * Rates.PerLevel[index]) + late;
    }

    /// <summary>Prices by provision and year, rows included, [g * years + t].</summary>
    public double[] Priced => _priced;

    /// <summary>The price of one more pupil at provision g in year t, rows included.</summary>
    public double PriceAt(int g, int t) => _priced[(g * _routes.Years) + t];
}
