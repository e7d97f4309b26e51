namespace PlaceSufficiency.Allocation.Sites;

/// <summary>
/// Sends every pupil to one of the open sites at least cost, exactly and in whole pupils: everybody to the cheapest site, then, one at a time, the
/// cheapest chain of moves from a site that is too full to one with places left. Chains are found on the few open sites alone; the cost of the
/// arc from a to b is the least that a pupil at a adds by going to b.
/// </summary>
internal sealed class Transportation
{
    private const long Never = long.MaxValue / 8;

    private readonly SiteProblem _problem;
    private readonly int[] _open;
    private readonly int[][] _at;
    private readonly long[] _left;
    private readonly long[][] _arc;
    private readonly int[][] _mover;
    private readonly long[] _distance;
    private readonly int[] _before;

    private Transportation(SiteProblem problem, int[] open)
    {
        (_problem, _open) = (problem, open);
        _at = [.. open.Select(_ => new int[problem.AreaCount])];
        _left = [.. open.Select(site => (long)problem.Places[site])];
        _arc = [.. open.Select(_ => new long[open.Length])];
        _mover = [.. open.Select(_ => new int[open.Length])];
        (_distance, _before) = (new long[open.Length], new int[open.Length]);
    }

    /// <summary>The cheapest assignment; null when not everybody can be placed.</summary>
    public static SiteAssignment? Of(SiteProblem problem, IEnumerable<int> open)
    {
        Transportation transport = new(problem, [.. open]);
        return transport._left.Sum() >= problem.AllPupils && transport.Start() && transport.Level() ? transport.Result() : null;
    }

    private bool Start()
    {
        for (int j = 0; j < _problem.AreaCount; j++)
        {
            int best = -1;
            for (int k = 0; k < _open.Length; k++)
            {
                best = Pence(k, j) < Never && (best < 0 || Pence(k, j) < Pence(best, j)) ? k : best;
            }

            if (best < 0)
            {
                return false;
            }

            _at[best][j] = _problem.Pupils[j];
            _left[best] -= _problem.Pupils[j];
        }

        return true;
    }

    private bool Level()
    {
        if (_left.All(left => left >= 0))
        {
            Array.ForEach([.. Enumerable.Range(0, _open.Length)], FindArcs);
            return true;
        }

        for (int k = 0; k < _open.Length; k++)
        {
            FindArcs(k);
        }

        // Sites are relieved one after the other: with no negative cycles, each cheapest chain keeps the rest optimal.
        while (FurthestTo() is { } end)
        {
            if (end < 0)
            {
                return false;
            }

            Move(end);
        }

        return true;
    }

    /// <summary>The site with places left that is cheapest to reach from all that are too full; null when none is too full, -1 when none can be reached.</summary>
    private int? FurthestTo()
    {
        bool any = false;
        for (int k = 0; k < _open.Length; k++)
        {
            (_distance[k], _before[k]) = (_left[k] < 0 ? 0 : Never, -1);
            any |= _left[k] < 0;
        }

        if (!any)
        {
            return null;
        }

        Relax();
        int end = -1;
        for (int k = 0; k < _open.Length; k++)
        {
            end = _left[k] > 0 && _distance[k] < Never && (end < 0 || _distance[k] < _distance[end]) ? k : end;
        }

        return end;
    }

    private void Relax()
    {
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int a = 0; a < _open.Length; a++)
            {
                if (_distance[a] == Never)
                {
                    continue;
                }

                for (int b = 0; b < _open.Length; b++)
                {
                    if (_arc[a][b] < Never && _distance[a] + _arc[a][b] < _distance[b])
                    {
                        (_distance[b], _before[b]) = (_distance[a] + _arc[a][b], a);
                        changed = true;
                    }
                }
            }
        }
    }

    private void Move(int end)
    {
        long pupils = _left[end];
        int b = end;
        for (; _before[b] >= 0; b = _before[b])
        {
            pupils = Math.Min(pupils, _at[_before[b]][_mover[_before[b]][b]]);
        }

        pupils = Math.Min(pupils, -_left[b]);
        _left[end] -= pupils;
        _left[b] += pupils;
        List<int> touched = [end];
        for (b = end; _before[b] >= 0; b = _before[b])
        {
            int a = _before[b];
            int area = _mover[a][b];
            _at[a][area] -= (int)pupils;
            _at[b][area] += (int)pupils;
            touched.Add(a);
        }

        touched.ForEach(FindArcs);
    }

    private void FindArcs(int a)
    {
        Array.Fill(_arc[a], Never);
        for (int j = 0; j < _problem.AreaCount; j++)
        {
            if (_at[a][j] == 0)
            {
                continue;
            }

            long here = Pence(a, j);
            for (int b = 0; b < _open.Length; b++)
            {
                long there = Pence(b, j);
                if (there < Never && there - here < _arc[a][b])
                {
                    (_arc[a][b], _mover[a][b]) = (there - here, j);
                }
            }
        }

        _arc[a][a] = Never;
    }

    private SiteAssignment Result()
    {
        long pence = _open.Sum(site => _problem.OpeningPence[site]);
        for (int k = 0; k < _open.Length; k++)
        {
            for (int j = 0; j < _problem.AreaCount; j++)
            {
                pence += _at[k][j] > 0 ? _at[k][j] * Pence(k, j) : 0;
            }
        }

        long[] worth = PlaceWorth();
        return new SiteAssignment(_open, pence, _at, AreaPrices(worth), [.. worth.Select(one => one < Never ? (double)Math.Max(0, one) : 0)]);
    }

    /// <summary>A place is worth the cheapest chain of moves that frees one: to a site with places left.</summary>
    private long[] PlaceWorth()
    {
        bool slack = _left.Any(left => left > 0);
        long[] worth = [.. _left.Select((left, k) => left > 0 || (!slack && k == 0) ? 0 : Never)];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int a = 0; a < _open.Length; a++)
            {
                for (int b = 0; b < _open.Length; b++)
                {
                    if (_arc[a][b] < Never && worth[b] < Never && _arc[a][b] + worth[b] < worth[a])
                    {
                        worth[a] = _arc[a][b] + worth[b];
                        changed = true;
                    }
                }
            }
        }

        // Where every place is taken prices are fixed up to a sum for all; none may be below 0.
        long least = Math.Min(0, worth.Min());
        return [.. worth.Select(one => one < Never ? one - least : one)];
    }

    private double[] AreaPrices(long[] worth)
    {
        double[] prices = new double[_problem.AreaCount];
        for (int j = 0; j < prices.Length; j++)
        {
            long least = Never;
            for (int k = 0; k < _open.Length; k++)
            {
                least = Math.Min(least, Pence(k, j) + worth[k]);
            }

            prices[j] = least < Never ? least : 0;
        }

        return prices;
    }

    private long Pence(int position, int area) => Math.Min(Never, _problem.PencePerPupil[_open[position]][area]);
}
