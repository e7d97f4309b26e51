namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Turns excess use into a change of prices. Pupils stay, so neighbouring years of a provision are used by the same pupils: raising the price of each year
/// by its own excess would count them many times over. So the years of a provision are solved together, by the curvature of the softened bound.
/// </summary>
internal sealed class YearsMetric(int provisions, int years)
{
    private readonly double[] _curvature = new double[provisions * years * years];
    private readonly double[,] _root = new double[years, years];
    private readonly int[] _rows = new int[years];
    private readonly double[] _solved = new double[years];

    /// <summary>Takes a copy of the curvature, [(g * years + t) * years + t'], t' at least t.</summary>
    public void Set(double[] curvature) => curvature.CopyTo(_curvature, 0);

    /// <summary>Replaces excess by a change of prices, for free prices only.</summary>
    /// <param name="q">Excess on entry, change on return; what is not free is 0.</param>
    /// <param name="free">Prices that may change.</param>
    /// <param name="temperature">Temperature.</param>
    /// <param name="limits">The limits.</param>
    public void Apply(double[] q, bool[] free, double temperature, Limits limits)
    {
        for (int g = 0; g < provisions; g++)
        {
            int count = 0;
            for (int t = 0; t < years; t++)
            {
                if (free[(g * years) + t])
                {
                    _rows[count++] = t;
                }
            }

            if (count > 0)
            {
                Factor(g, count, limits);
                Solve(g, count, q, temperature);
            }
        }

        for (int row = 0; row < limits.Rows.Count; row++)
        {
            LimitRow limit = limits.Rows[row];
            double size = limit.Coefficients.Length == 0 ? 1 : limit.Coefficients.Max();
            q[limits.Places.Length + row] *= temperature / Math.Max(size * size, 0.3 * size * limit.Most);
        }
    }

    private void Factor(int g, int count, Limits limits)
    {
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double value = _curvature[(((g * years) + _rows[b]) * years) + _rows[a]];
                value = a == b ? (value * 1.05) + (0.02 * limits.Places[(g * years) + _rows[a]]) + 0.1 : value;
                double least = value * 1e-3;
                for (int c = 0; c < b; c++)
                {
                    value -= _root[a, c] * _root[b, c];
                }

                _root[a, b] = a == b ? Math.Sqrt(Math.Max(value, least)) : value / _root[b, b];
            }
        }
    }

    private void Solve(int g, int count, double[] q, double temperature)
    {
        for (int a = 0; a < count; a++)
        {
            double value = q[(g * years) + _rows[a]] * temperature;
            for (int c = 0; c < a; c++)
            {
                value -= _root[a, c] * _solved[c];
            }

            _solved[a] = value / _root[a, a];
        }

        for (int a = count - 1; a >= 0; a--)
        {
            double value = _solved[a];
            for (int c = a + 1; c < count; c++)
            {
                value -= _root[c, a] * _solved[c];
            }

            _solved[a] = value / _root[a, a];
            q[(g * years) + _rows[a]] = _solved[a];
        }
    }
}
