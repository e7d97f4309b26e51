namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// The path recursion with every minimum softened: pupils of a class spread over paths in proportion to exp(-cost / temperature). What it
/// gives is smooth in the prices: the softened cheapest cost, the expected use of every provision and year, and how use in different years
/// goes together. One object a thread.
/// </summary>
internal sealed class SoftRecursion
{
    private readonly RouteCase _routes;
    private readonly RouteTable _table;
    private readonly PricedTables _tables;
    private readonly double[] _start;
    private readonly double[] _free;
    private readonly SoftFlows _flows;
    private readonly ClassCurvature _curvature;
    private double[] _here = [];

    public SoftRecursion(RouteCase routes, RouteTable table, PricedTables tables)
    {
        (_routes, _table, _tables) = (routes, table, tables);
        (_start, _free) = (new double[routes.Years], new double[routes.Years]);
        _flows = new SoftFlows(routes.Years);
        _curvature = new ClassCurvature(routes, table, tables);
    }

    /// <summary>Softened cost of one pupil of class k.</summary>
    public double Backward(int k, double temperature)
    {
        int from = _table.First[k];
        int m = _table.First[k + 1] - from;
        int length = _routes.Length[k];
        Reserve(m, length);
        double inverse = 1 / temperature;
        uint reopens = _routes.Reopens[k];
        byte[] levels = _routes.Levels[k];
        ReadOnlySpan<int> provision = _table.Provision.AsSpan(from, m);
        ReadOnlySpan<float> kilometres = _table.Kilometres.AsSpan(from, m);
        ReadOnlySpan<uint> fits = _table.Fits.AsSpan(from, m);
        ReadOnlySpan<uint> starts = _table.Starts.AsSpan(from, m);
        int years = _routes.Years;
        for (int s = length - 1; s >= 0; s--)
        {
            int t = _routes.FirstYear[k] + s;
            double[] year = _tables.Year[levels[s]];
            double[] perKilometre = _tables.Rates.PerKilometre;
            Span<double> here = _here.AsSpan(s * m, m);
            Span<double> share = _flows.Share.AsSpan(s * m, m);
            bool last = s == length - 1;
            Span<double> next = last ? here : _here.AsSpan((s + 1) * m, m);
            Span<double> staysNext = last ? here : _flows.Stays.AsSpan((s + 1) * m, m);
            uint bit = 1u << s;
            uint nextBit = bit << 1;
            bool reopensNext = !last && (reopens & nextBit) != 0;
            double startNext = last ? 0 : _start[s + 1];
            double freeNext = last ? 0 : _free[s + 1];
            double best = double.PositiveInfinity;
            float threshold = _tables.AnyMinutes ? _tables.ThresholdOf(_routes.YearGroupAtFirst[k] + s) : 0;
            for (int c = 0; c < provision.Length; c++)
            {
                uint fit = fits[c];
                if ((fit & bit) == 0)
                {
                    share[c] = double.PositiveInfinity;
                    continue;
                }

                int index = (provision[c] * years) + t;
                double value = year[index] + (kilometres[c] * perKilometre[index]);
                if (_tables.AnyMinutes && _table.Minutes[from + c] > threshold)
                {
                    value += (_table.Minutes[from + c] - threshold) * _tables.Rates.PerMinute[index];
                }

                if (!last)
                {
                    if ((fit & nextBit) == 0)
                    {
                        value += freeNext;
                    }
                    else if (reopensNext || _tables.AnyMoves)
                    {
                        double elsewhere = startNext + (reopensNext ? 0 : _tables.Toll[index + 1]);
                        (double soft, staysNext[c]) = Softened.Minimum(next[c], elsewhere, temperature, inverse);
                        value += soft;
                    }
                    else
                    {
                        value += next[c];
                        staysNext[c] = 1;
                    }
                }

                here[c] = value;
                if ((starts[c] & bit) != 0)
                {
                    share[c] = value;
                    best = Math.Min(best, value);
                }
                else
                {
                    share[c] = double.PositiveInfinity;
                }
            }

            double start = double.PositiveInfinity;
            if (best < double.PositiveInfinity)
            {
                double sum = Softened.Exponentials(share, best, inverse);
                start = best - (temperature * Math.Log(sum));
                double scale = 1 / sum;
                for (int c = 0; c < share.Length; c++)
                {
                    share[c] *= scale;
                }
            }
            else
            {
                share.Clear();
            }

            _start[s] = start;
            (_free[s], _flows.Starts[s]) = Softened.Minimum(start, _tables.Rates.Unplaced[levels[s]] + freeNext, temperature, inverse);
        }

        int before = _table.Before[k];
        if (before < 0 || (fits[before] & 1) == 0)
        {
            return _free[0];
        }

        double toll = (reopens & 1) != 0 ? 0 : _tables.TollAt(provision[before], _routes.FirstYear[k]);
        (double first, _flows.Stays[before]) = Softened.Minimum(_here[before], _start[0] + toll, temperature, inverse);
        return first;
    }

    /// <summary>Adds what pupils of the class solved last use, [g * years + t]; with curvature also how use goes together, [(g * years + t) * years + t'], t' at least t.</summary>
    public void Forward(int k, double pupils, double[] used, Curvature? curvature)
    {
        int from = _table.First[k];
        int m = _table.First[k + 1] - from;
        int length = _routes.Length[k];
        int years = _routes.Years;
        int t0 = _routes.FirstYear[k];
        ReadOnlySpan<int> provision = _table.Provision.AsSpan(from, m);
        ReadOnlySpan<uint> fits = _table.Fits.AsSpan(from, m);
        uint reopens = _routes.Reopens[k];
        int before = _table.Before[k];
        double pool = pupils;
        double starters = 0;
        Span<double> first = _flows.Mass.AsSpan(0, m);
        first.Clear();
        if (before >= 0 && (fits[before] & 1) != 0)
        {
            first[before] = pupils * _flows.Stays[before];
            starters = pupils - first[before];
            pool = 0;
        }

        for (int s = 0; s < length; s++)
        {
            Span<double> mass = _flows.Mass.AsSpan(s * m, m);
            Span<double> share = _flows.Share.AsSpan(s * m, m);
            double placed = pool * _flows.Starts[s];
            double nowhere = pool - placed;
            starters += placed;
            bool last = s == length - 1;
            Span<double> next = last ? mass : _flows.Mass.AsSpan((s + 1) * m, m);
            Span<double> staysNext = last ? mass : _flows.Stays.AsSpan((s + 1) * m, m);
            uint bit = 1u << s;
            uint nextBit = bit << 1;
            bool mayLeaveNext = !last && ((reopens & nextBit) != 0 || _tables.AnyMoves);
            double startersNext = 0;
            double poolNext = nowhere;
            for (int c = 0; c < provision.Length; c++)
            {
                double at = mass[c] + (starters > 0 ? starters * share[c] : 0);
                mass[c] = at;
                if (at <= 0)
                {
                    if (!last)
                    {
                        next[c] = 0;
                    }

                    continue;
                }

                used[(provision[c] * years) + t0 + s] += at;
                if (last)
                {
                    continue;
                }

                if ((fits[c] & nextBit) == 0)
                {
                    next[c] = 0;
                    poolNext += at;
                }
                else
                {
                    double stay = mayLeaveNext ? at * staysNext[c] : at;
                    next[c] = stay;
                    startersNext += at - stay;
                }
            }

            (pool, starters) = (poolNext, startersNext);
        }

        if (curvature is not null)
        {
            _curvature.Add(k, pupils, _flows, curvature);
        }
    }

    private void Reserve(int m, int length)
    {
        _flows.Reserve(m * length);
        if (_here.Length < m * length)
        {
            _here = new double[m * length * 2];
        }
    }
}
