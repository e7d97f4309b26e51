using System.Globalization;

namespace PlaceSufficiency.Forecasting.Rounding;

/// <summary>
/// Changes a table of whole numbers until it meets its row and column totals, by successive shortest augmenting paths.
/// A path alternates between a cell that gains one and a cell that loses one; a step that keeps its cell within floor and
/// ceiling is free, a step further outside costs 1 and a step back gains 1, so the fewest pupils possible end up outside.
/// </summary>
/// <remarks>Nodes are rows 0 to R-1, then columns R to R+C-1. Row to column is a gain of that cell, column to row a loss.</remarks>
internal sealed class TableRepair
{
    private const int Unreached = int.MaxValue;

    private readonly bool[,] _open;
    private readonly int[,] _floor;
    private readonly int[,] _ceiling;
    private readonly int[,] _whole;
    private readonly int _rows;
    private readonly int _columns;

    /// <summary>What a row still lacks, and what a column has too much of: above 0 where paths start, below 0 where they end.</summary>
    private readonly int[] _surplus;

    private readonly int[] _distance;
    private readonly int[] _before;
    private readonly int[] _next;

    internal TableRepair(
        bool[,] open, int[,] floor, int[,] ceiling, int[,] whole, IReadOnlyList<int> rowTotals, IReadOnlyList<int> columnTotals)
    {
        (_open, _floor, _ceiling, _whole) = (open, floor, ceiling, whole);
        (_rows, _columns) = (rowTotals.Count, columnTotals.Count);
        _surplus = [.. rowTotals, .. columnTotals.Select(total => -total)];
        for (int i = 0; i < _rows; i++)
        {
            for (int j = 0; j < _columns; j++)
            {
                _surplus[i] -= whole[i, j];
                _surplus[_rows + j] += whole[i, j];
            }
        }

        _distance = new int[_rows + _columns];
        _before = new int[_rows + _columns];
        _next = new int[_rows + _columns];
    }

    /// <summary>Meets the totals.</summary>
    /// <exception cref="NoWholeTableException">They cannot be met.</exception>
    internal void MeetTotals()
    {
        while (FindFreeLevels())
        {
            Array.Clear(_next);
            for (int node = 0; node < _surplus.Length; node++)
            {
                while (_surplus[node] > 0 && PushFreely(node))
                {
                    _surplus[node]--;
                }
            }
        }

        while (Array.Exists(_surplus, surplus => surplus > 0))
        {
            int end = FindCheapestPath();
            int node = end;
            for (; _before[node] >= 0; node = _before[node])
            {
                Step(_before[node], node);
            }

            _surplus[node]--;
            _surplus[end]++;
        }
    }

    /// <summary>Distances in free steps from the nearest start; false when no end is reached.</summary>
    private bool FindFreeLevels()
    {
        Array.Fill(_distance, Unreached);
        Queue<int> queue = [];
        for (int node = 0; node < _surplus.Length; node++)
        {
            if (_surplus[node] > 0)
            {
                _distance[node] = 0;
                queue.Enqueue(node);
            }
        }

        bool reached = false;
        while (queue.TryDequeue(out int node))
        {
            reached |= _surplus[node] < 0;
            (int first, int count) = Neighbours(node);
            for (int to = first; to < first + count; to++)
            {
                if (_distance[to] == Unreached && Cost(node, to) is 0)
                {
                    _distance[to] = _distance[node] + 1;
                    queue.Enqueue(to);
                }
            }
        }

        return reached;
    }

    /// <summary>Pushes one unit along free steps of rising distance from the node to an end; each neighbour is tried once a round.</summary>
    private bool PushFreely(int node)
    {
        if (_surplus[node] < 0)
        {
            _surplus[node]++;
            return true;
        }

        (int first, int count) = Neighbours(node);
        for (; _next[node] < count; _next[node]++)
        {
            int to = first + _next[node];
            if (_distance[to] == _distance[node] + 1 && Cost(node, to) is 0 && PushFreely(to))
            {
                Step(node, to);
                return true;
            }
        }

        return false;
    }

    /// <summary>The end whose path from any start costs least (Bellman-Ford with a queue); <see cref="_before"/> holds the paths.</summary>
    private int FindCheapestPath()
    {
        Array.Fill(_distance, Unreached);
        Array.Fill(_before, -1);
        Queue<int> queue = [];
        bool[] queued = new bool[_surplus.Length];
        for (int node = 0; node < _surplus.Length; node++)
        {
            if (_surplus[node] > 0)
            {
                _distance[node] = 0;
                queue.Enqueue(node);
            }
        }

        while (queue.TryDequeue(out int node))
        {
            queued[node] = false;
            (int first, int count) = Neighbours(node);
            for (int to = first; to < first + count; to++)
            {
                if (Cost(node, to) is { } cost && _distance[node] + cost < _distance[to])
                {
                    (_distance[to], _before[to]) = (_distance[node] + cost, node);
                    if (!queued[to])
                    {
                        queued[to] = true;
                        queue.Enqueue(to);
                    }
                }
            }
        }

        int end = Enumerable.Range(0, _surplus.Length).Where(node => _surplus[node] < 0).MinBy(node => _distance[node]);
        return _distance[end] != Unreached ? end : throw Impossible();
    }

    /// <summary>Columns of a row, rows of a column.</summary>
    private (int First, int Count) Neighbours(int node) => node < _rows ? (_rows, _columns) : (0, _rows);

    /// <summary>Pupils that a step puts outside floor and ceiling: 1, 0 or -1; null when the step is not allowed.</summary>
    private int? Cost(int from, int to)
    {
        bool gains = from < _rows;
        (int i, int j) = gains ? (from, to - _rows) : (to, from - _rows);
        int whole = _whole[i, j];
        if (!_open[i, j] || (!gains && whole == 0))
        {
            return null;
        }

        return gains
            ? whole < _floor[i, j] ? -1 : whole < _ceiling[i, j] ? 0 : 1
            : whole > _ceiling[i, j] ? -1 : whole > _floor[i, j] ? 0 : 1;
    }

    private void Step(int from, int to)
    {
        if (from < _rows)
        {
            _whole[from, to - _rows]++;
        }
        else
        {
            _whole[to, from - _rows]--;
        }
    }

    /// <summary>Names the rows that ask for more than the columns open to them can take: those the last search reached.</summary>
    private NoWholeTableException Impossible()
    {
        int[] rows = [.. Enumerable.Range(0, _rows).Where(i => _distance[i] != Unreached)];
        int[] columns = [.. Enumerable.Range(0, _columns).Where(j => _distance[_rows + j] != Unreached)];
        int wanted = rows.Sum(i => _surplus[i] + Enumerable.Range(0, _columns).Sum(j => _whole[i, j]));
        int taken = columns.Sum(j => Enumerable.Range(0, _rows).Sum(i => _whole[i, j]) - _surplus[_rows + j]);
        return new NoWholeTableException(string.Create(
            CultureInfo.InvariantCulture,
            $"Rows {List(rows)} must hold {wanted}, but the only columns where they expect anyone ({List(columns)}) hold {taken}."));
    }

    private static string List(int[] indices) => indices.Length switch
    {
        0 => "none",
        > 10 => string.Join(", ", indices.Take(10)) + string.Create(CultureInfo.InvariantCulture, $" and {indices.Length - 10} more"),
        _ => string.Join(", ", indices),
    };
}
