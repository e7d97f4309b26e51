using PlaceSufficiency.Allocation.Sites;

namespace PlaceSufficiency.Allocation.Tests.Sites;

/// <summary>The cheapest plan by trying every set of sites and, for each, every way to place one pupil after the other.</summary>
internal static class Enumeration
{
    /// <summary>Pence of the cheapest plan; null when there is none.</summary>
    public static long? Cheapest(SiteProblem problem)
    {
        long? best = null;
        for (int set = 0; set < 1 << problem.SiteCount; set++)
        {
            int[] open = [.. Enumerable.Range(0, problem.SiteCount).Where(i => (set >> i & 1) == 1)];
            bool allowed = Enumerable.Range(0, problem.SiteCount).All(i => !problem.Standing[i] || open.Contains(i))
                && problem.Groups.All(group => open.Count(group.Sites.Contains) is var count && count >= group.AtLeast && count <= group.AtMost);
            if (allowed && Placed(problem, open) is { } pence && pence < (best ?? long.MaxValue))
            {
                best = pence;
            }
        }

        return best;
    }

    /// <summary>Pence of placing everybody in these sites, opening included; null when it cannot be done.</summary>
    public static long? Placed(SiteProblem problem, IReadOnlyList<int> open)
    {
        // What is left of each site's places, and the least that it took to get there.
        Dictionary<string, (int[] Left, long Pence)> states = new() { [string.Empty] = ([.. open.Select(i => problem.Places[i])], open.Sum(i => problem.OpeningPence[i])) };
        foreach (int area in Enumerable.Range(0, problem.AreaCount).SelectMany(j => Enumerable.Repeat(j, problem.Pupils[j])))
        {
            Dictionary<string, (int[] Left, long Pence)> next = [];
            foreach ((int[] left, long pence) in states.Values)
            {
                for (int k = 0; k < open.Count; k++)
                {
                    if (left[k] > 0 && problem.PencePerPupil[open[k]][area] != SiteProblem.NotAllowed)
                    {
                        int[] then = [.. left.Select((places, at) => at == k ? places - 1 : places)];
                        long paid = pence + problem.PencePerPupil[open[k]][area];
                        string key = string.Join(',', then);
                        next[key] = next.TryGetValue(key, out (int[] Left, long Pence) known) && known.Pence <= paid ? known : (then, paid);
                    }
                }
            }

            states = next;
        }

        return states.Count == 0 ? null : states.Values.Min(state => state.Pence);
    }
}
