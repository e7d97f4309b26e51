namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// The cheapest allowed path of a class at given prices, by recursion from the last year back. One object a thread: it keeps the working tables
/// of one class at a time.
/// </summary>
internal sealed class PathRecursion
{
    private readonly RouteCase _routes;
    private readonly RouteTable _table;
    private readonly PricedTables _tables;
    private double[] _here = [];
    private readonly double[] _start;
    private readonly double[] _free;

    public PathRecursion(RouteCase routes, RouteTable table, PricedTables tables)
    {
        (_routes, _table, _tables) = (routes, table, tables);
        (_start, _free) = (new double[routes.Years], new double[routes.Years]);
    }

    /// <summary>Works the class out; what the cheapest path of one pupil costs.</summary>
    public double Solve(int k)
    {
        RouteCase routes = _routes;
        int from = _table.First[k];
        int m = _table.First[k + 1] - from;
        int length = routes.Length[k];
        if (_here.Length < m * length)
        {
            _here = new double[m * length * 2];
        }

        uint reopens = routes.Reopens[k];
        byte[] levels = routes.Levels[k];
        ReadOnlySpan<int> provision = _table.Provision.AsSpan(from, m);
        ReadOnlySpan<float> kilometres = _table.Kilometres.AsSpan(from, m);
        ReadOnlySpan<uint> fits = _table.Fits.AsSpan(from, m);
        ReadOnlySpan<uint> starts = _table.Starts.AsSpan(from, m);
        bool moves = _tables.AnyMoves;
        bool minutes = _tables.AnyMinutes;
        for (int s = length - 1; s >= 0; s--)
        {
            int t = routes.FirstYear[k] + s;
            double[] year = _tables.Year[levels[s]];
            double[] perKilometre = _tables.Rates.PerKilometre;
            Span<double> here = _here.AsSpan(s * m, m);
            bool last = s == length - 1;
            Span<double> next = last ? here : _here.AsSpan((s + 1) * m, m);
            uint bit = 1u << s;
            uint nextBit = bit << 1;
            bool reopensNext = !last && (reopens & nextBit) != 0;
            double startNext = last ? 0 : _start[s + 1];
            double freeNext = last ? 0 : _free[s + 1];
            double best = double.PositiveInfinity;
            float threshold = minutes ? _tables.ThresholdOf(routes.YearGroupAtFirst[k] + s) : 0;
            int years = routes.Years;
            for (int c = 0; c < provision.Length; c++)
            {
                uint fit = fits[c];
                if ((fit & bit) == 0)
                {
                    continue;
                }

                int index = (provision[c] * years) + t;
                double value = year[index] + (kilometres[c] * perKilometre[index]);
                if (minutes && _table.Minutes[from + c] > threshold)
                {
                    value += (_table.Minutes[from + c] - threshold) * _tables.Rates.PerMinute[index];
                }

                if (!last)
                {
                    if ((fit & nextBit) == 0)
                    {
                        value += freeNext;
                    }
                    else if (reopensNext)
                    {
                        value += Math.Min(next[c], startNext);
                    }
                    else if (moves)
                    {
                        value += Math.Min(next[c], startNext + _tables.Toll[index + 1]);
                    }
                    else
                    {
                        value += next[c];
                    }
                }

                here[c] = value;
                if (value < best && (starts[c] & bit) != 0)
                {
                    best = value;
                }
            }

            double unplaced = _tables.Rates.Unplaced[levels[s]] + freeNext;
            _start[s] = best;
            _free[s] = Math.Min(best, unplaced);
        }

        int before = _table.Before[k];
        if (before >= 0 && (fits[before] & 1) != 0)
        {
            double stay = _here[before];
            double toll = (reopens & 1) != 0 ? 0 : _tables.TollAt(provision[before], routes.FirstYear[k]);
            return Math.Min(stay, _start[0] + toll);
        }

        return _free[0];
    }

    /// <summary>What the class solved last, of m routes, pays from step s on when it is at route c then.</summary>
    public double Here(int m, int s, int c) => _here[(s * m) + c];

    /// <summary>The same when it has no place that stands in step s.</summary>
    public double Free(int s) => _free[s];
}
