namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Groups of provisions that compete for the same pupils, small enough for the curvature within a group to be worked out whole.</summary>
internal sealed class Competition
{
    /// <summary>Pairs of routes that are looked at; beyond it every nth class stands for all.</summary>
    private const long MostPairs = 2_000_000;

    private Competition(int[] group, int[] position, int[] sizes) => (Group, Position, Sizes) = (group, position, sizes);

    /// <summary>Group of each provision.</summary>
    public int[] Group { get; }

    /// <summary>Place of each provision in its group.</summary>
    public int[] Position { get; }

    /// <summary>Provisions in each group.</summary>
    public int[] Sizes { get; }

    /// <summary>Joins provisions that the most pupils could use instead of each other, into groups of at most <paramref name="most"/>.</summary>
    public static Competition Of(RouteCase routes, int most)
    {
        RouteTable table = routes.Routes;
        long pairs = Enumerable.Range(0, routes.Classes).Sum(k => Square(table.First[k + 1] - table.First[k]) / 2);
        int every = (int)(1 + (pairs / MostPairs));
        Dictionary<(int, int), double> common = [];
        for (int k = 0; k < routes.Classes; k += every)
        {
            int from = table.First[k];
            int m = table.First[k + 1] - from;
            double weight = (double)routes.Pupils[k] * routes.Length[k] / Math.Max(1, Square(m));
            for (int a = 0; a < m; a++)
            {
                for (int b = a + 1; b < m; b++)
                {
                    int g = Math.Min(table.Provision[from + a], table.Provision[from + b]);
                    int h = Math.Max(table.Provision[from + a], table.Provision[from + b]);
                    common[(g, h)] = common.GetValueOrDefault((g, h)) + weight;
                }
            }
        }

        int[] root = [.. Enumerable.Range(0, routes.Provisions)];
        int[] size = new int[routes.Provisions];
        Array.Fill(size, 1);
        foreach (((int g, int h), _) in common.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
        {
            int a = Root(root, g);
            int b = Root(root, h);
            if (a != b && size[a] + size[b] <= most)
            {
                (root[Math.Max(a, b)], size[Math.Min(a, b)]) = (Math.Min(a, b), size[a] + size[b]);
            }
        }

        int[] group = new int[routes.Provisions];
        int[] position = new int[routes.Provisions];
        List<int> sizes = [];
        int[] number = new int[routes.Provisions];
        Array.Fill(number, -1);
        for (int g = 0; g < routes.Provisions; g++)
        {
            int r = Root(root, g);
            if (number[r] < 0)
            {
                number[r] = sizes.Count;
                sizes.Add(0);
            }

            group[g] = number[r];
            position[g] = sizes[group[g]]++;
        }

        return new Competition(group, position, [.. sizes]);
    }

    private static long Square(long m) => m * m;

    private static int Root(int[] root, int g)
    {
        while (root[g] != g)
        {
            g = root[g] = root[root[g]];
        }

        return g;
    }
}
