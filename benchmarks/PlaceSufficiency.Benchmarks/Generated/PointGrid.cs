using PlaceSufficiency.Domain.Geography;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>Points in square cells, for finding the nearest ones without looking at all.</summary>
internal sealed class PointGrid
{
    private readonly GridReference[] _points;
    private readonly int[] _ids;
    private readonly Dictionary<(int, int), List<int>> _cells = [];
    private readonly int _cell;
    private readonly int _rings;

    /// <summary>Sorts points into cells of about two points each.</summary>
    /// <param name="ids">What the points are called; smaller first in ties.</param>
    /// <param name="at">Where each is.</param>
    internal PointGrid(IReadOnlyList<int> ids, Func<int, GridReference> at)
    {
        _ids = [.. ids];
        _points = [.. ids.Select(at)];
        int width = _points.Length == 0 ? 1 : Math.Max(_points.Max(p => p.Easting) - _points.Min(p => p.Easting), _points.Max(p => p.Northing) - _points.Min(p => p.Northing));
        _cell = Math.Max(500, (int)(width / Math.Sqrt(Math.Max(1, _points.Length / 2.0))));
        _rings = (1_500_000 / _cell) + 1;
        for (int i = 0; i < _points.Length; i++)
        {
            (int, int) key = (_points[i].Easting / _cell, _points[i].Northing / _cell);
            if (!_cells.TryGetValue(key, out List<int>? of))
            {
                _cells.Add(key, of = []);
            }

            of.Add(i);
        }
    }

    /// <summary>The nearest points in order of distance, at most as many as <paramref name="found"/> holds; returns how many.</summary>
    internal int Nearest(GridReference from, Span<int> found)
    {
        int most = Math.Min(found.Length, _points.Length);
        if (most == 0)
        {
            return 0;
        }

        Span<double> distances = stackalloc double[found.Length];
        int count = 0;
        (int east, int north) = (from.Easting / _cell, from.Northing / _cell);
        for (int ring = 0; ring <= _rings && (count < most || (ring - 1) * (double)_cell <= Math.Sqrt(distances[count - 1])); ring++)
        {
            for (int x = east - ring; x <= east + ring; x++)
            {
                int step = Math.Abs(x - east) == ring ? 1 : Math.Max(1, 2 * ring);
                for (int y = north - ring; y <= north + ring; y += step)
                {
                    count = _cells.TryGetValue((x, y), out List<int>? of) ? Insert(of, from, found, distances, count) : count;
                }
            }
        }

        return count;
    }

    private int Insert(List<int> candidates, GridReference from, Span<int> found, Span<double> distances, int count)
    {
        foreach (int i in candidates)
        {
            double east = _points[i].Easting - from.Easting;
            double north = _points[i].Northing - from.Northing;
            double distance = (east * east) + (north * north);
            int at = count;
            while (at > 0 && (distances[at - 1] > distance || (distances[at - 1] == distance && found[at - 1] > _ids[i])))
            {
                at--;
            }

            if (at < found.Length)
            {
                count = Math.Min(count + 1, found.Length);
                found[at..(count - 1)].CopyTo(found[(at + 1)..]);
                distances[at..(count - 1)].CopyTo(distances[(at + 1)..]);
                (found[at], distances[at]) = (_ids[i], distance);
            }
        }

        return count;
    }
}
