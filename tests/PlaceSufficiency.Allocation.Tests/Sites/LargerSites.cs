using PlaceSufficiency.Allocation.Sites;

namespace PlaceSufficiency.Allocation.Tests.Sites;

/// <summary>Sites and areas at random points of a square, tight enough that branching is needed.</summary>
internal static class LargerSites
{
    public static SiteProblem WithPlaces(int sites, int areas, int seed)
    {
        Random random = new(seed);
        (int X, int Y)[] from = [.. Enumerable.Range(0, areas).Select(_ => (random.Next(1000), random.Next(1000)))];
        (int X, int Y)[] to = [.. Enumerable.Range(0, sites).Select(_ => (random.Next(1000), random.Next(1000)))];
        int[] pupils = [.. from.Select(_ => random.Next(1, 100))];
        int[] places = [.. to.Select(_ => pupils.Sum() / 8 * random.Next(50, 150) / 100)];
        long[] opening = [.. to.Select(_ => (long)random.Next(3_000_000, 5_000_000))];
        long[][] pence = [.. to.Select(site => from.Select(area => (long)(100 * Math.Sqrt(Math.Pow(site.X - area.X, 2) + Math.Pow(site.Y - area.Y, 2)))).ToArray())];
        return new SiteProblem(pupils, places, opening, pence, new bool[sites], []);
    }
}
