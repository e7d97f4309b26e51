using PlaceSufficiency.Forecasting.Fans;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>Plans of all authorities together along each of so many paths, added up by several threads at once.</summary>
/// <param name="years">Years ahead.</param>
/// <param name="paths">Paths that there is room for.</param>
internal sealed class PathSums(int years, int paths)
{
    private readonly int[] _totals = new int[paths * years];

    /// <summary>Years ahead.</summary>
    internal int Years => years;

    /// <summary>Adds an authority's totals of a path; paths that there is no room for are passed over.</summary>
    internal void Add(int path, ReadOnlySpan<int> totals)
    {
        for (int year = 0; path < paths && year < years; year++)
        {
            Interlocked.Add(ref _totals[(path * years) + year], totals[year]);
        }
    }

    /// <summary>Follows an authority along paths and adds each where the first of them stands first.</summary>
    internal void Follow(TrendPath path, long seed, int from, int to)
    {
        Span<int> totals = stackalloc int[years];
        for (int number = from; number < to; number++)
        {
            path.Begin(seed, number);
            for (int year = 0; year < years; year++)
            {
                path.Next();
                totals[year] = path.Total;
            }

            Add(number - from, totals);
        }
    }

    /// <summary>Counts the first so many paths, those that there is room for, by year.</summary>
    internal void CountInto(CountHistogram[] byYear, int number)
    {
        for (int i = 0; i < Math.Min(number, paths) * years; i++)
        {
            byYear[i % years].Add(_totals[i]);
        }
    }

    /// <summary>Begins again at 0.</summary>
    internal void Clear() => Array.Clear(_totals);
}
