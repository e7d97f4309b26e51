using PlaceSufficiency.Allocation.Sites;

namespace PlaceSufficiency.Allocation.Tests.Sites;

/// <summary>Small site problems, the same for the same seed.</summary>
internal static class RandomSites
{
    /// <summary>Sites with few places and an opening cost; some always stand, some pairs may be barred, a group may be limited.</summary>
    public static SiteProblem WithPlaces(int seed)
    {
        Random random = new(seed);
        int sites = random.Next(2, 6);
        int areas = random.Next(1, 6);
        int[] pupils = [.. Enumerable.Range(0, areas).Select(_ => random.Next(1, 4))];
        int[] places = [.. Enumerable.Range(0, sites).Select(_ => random.Next(2, 8))];
        long[] opening = [.. Enumerable.Range(0, sites).Select(_ => (long)random.Next(0, 60))];
        bool barred = random.Next(4) == 0;
        long[][] pence = [.. places.Select(_ => pupils.Select(_ => barred && random.Next(6) == 0 ? SiteProblem.NotAllowed : random.Next(0, 30)).ToArray())];
        bool[] standing = [.. places.Select(_ => random.Next(6) == 0)];
        SiteGroup[] groups = random.Next(3) switch
        {
            0 => [],
            1 => [new SiteGroup([.. Enumerable.Range(0, sites)], random.Next(0, 2), random.Next(2, sites + 1))],
            _ => [new SiteGroup([0], 0, 1), new SiteGroup([1], 0, random.Next(2))],
        };
        return new SiteProblem(pupils, places, opening, pence, standing, groups);
    }

    /// <summary>Points on a square of which exactly or at most p are chosen, each with places for all.</summary>
    public static SiteProblem Medians(int seed)
    {
        Random random = new(seed);
        int points = random.Next(3, 11);
        int chosen = random.Next(1, points);
        (int X, int Y)[] at = [.. Enumerable.Range(0, points).Select(_ => (random.Next(50), random.Next(50)))];
        int[] pupils = [.. at.Select(_ => random.Next(1, 5))];
        long[][] pence = [.. at.Select(from => at.Select(to => (long)(100 * Math.Sqrt(Math.Pow(from.X - to.X, 2) + Math.Pow(from.Y - to.Y, 2)))).ToArray())];
        return new SiteProblem(
            pupils, [.. at.Select(_ => pupils.Sum())], new long[points], pence, new bool[points],
            [new SiteGroup([.. Enumerable.Range(0, points)], random.Next(2) * chosen, chosen)]);
    }
}
