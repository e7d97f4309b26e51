namespace PlaceSufficiency.Allocation.Sites;

/// <summary>The best plan met so far, and ways to better ones.</summary>
internal sealed class SitePlans(SiteProblem problem)
{
    /// <summary>Changes of the best plan that are valued before it counts as the best of its neighbours.</summary>
    private const int MostNeighbours = 60;

    private readonly NearestSwaps? _swaps = Enumerable.Range(0, problem.SiteCount).All(problem.TakesAll) ? new NearestSwaps(problem) : null;
    private readonly HashSet<string> _tried = [];

    /// <summary>The best plan; null before one is found.</summary>
    public SiteAssignment? Best { get; private set; }

    /// <summary>Tries some sites, with more of the cheapest where they have too few places.</summary>
    public void Try(bool[] chosen, SiteState[] states, double[] costs)
    {
        List<int> open = [.. Enumerable.Range(0, chosen.Length).Where(i => chosen[i])];
        long places = open.Sum(i => (long)problem.Places[i]);
        foreach (int i in Enumerable.Range(0, chosen.Length).Where(i => !chosen[i] && states[i] == SiteState.Free).OrderBy(i => costs[i]))
        {
            if (places >= problem.AllPupils)
            {
                break;
            }

            open.Add(i);
            places += problem.Places[i];
        }

        if (places >= problem.AllPupils && problem.GroupsAllow(open) && Value(open) && _swaps is not null)
        {
            Value(_swaps.From(open, states));
        }
    }

    /// <summary>The plan of exactly the open sites; null when it cannot place everybody.</summary>
    public SiteAssignment? Exactly(SiteState[] states)
    {
        List<int> open = [.. Enumerable.Range(0, states.Length).Where(i => states[i] == SiteState.Open)];
        return problem.GroupsAllow(open) && Transportation.Of(problem, open) is { } plan ? Keep(plan) : null;
    }

    /// <summary>Opens, closes and swaps sites while that is cheaper; the swaps that the relaxation finds most likely first.</summary>
    /// <param name="states">What is decided: sites that are not free stay as they are.</param>
    /// <param name="costs">Cost of each site in the relaxation.</param>
    public void Improve(SiteState[] states, double[] costs)
    {
        for (long before = long.MaxValue; Best is not null && Best.Pence < before;)
        {
            before = Best.Pence;
            foreach (int[] next in Neighbours([.. Best.Open.Order()], states, costs))
            {
                if (problem.GroupsAllow(next))
                {
                    Value([.. next]);
                }

                if (Best.Pence < before)
                {
                    break;
                }
            }
        }
    }

    private static IEnumerable<int[]> Neighbours(int[] open, SiteState[] states, double[] costs)
    {
        int[] closable = [.. open.Where(i => states[i] == SiteState.Free).OrderByDescending(i => costs[i])];
        int[] openable = [.. Enumerable.Range(0, states.Length).Where(i => states[i] == SiteState.Free && !open.Contains(i)).OrderBy(i => costs[i])];
        IEnumerable<(int Close, int Open)> moves = closable.Select(i => (i, -1)).Concat(openable.Select(i => (-1, i)))
            .Concat(from i in closable from k in openable select (i, k));
        return moves.OrderBy(move => (move.Open < 0 ? 0 : costs[move.Open]) - (move.Close < 0 ? 0 : costs[move.Close])).Take(MostNeighbours)
            .Select(move => (int[])[.. open.Where(k => k != move.Close), .. move.Open < 0 ? Array.Empty<int>() : [move.Open]]);
    }

    /// <summary>Values a plan; false when it was valued before or cannot place everybody.</summary>
    private bool Value(List<int> open)
    {
        open.Sort();
        if (!_tried.Add(string.Join(',', open)) || Transportation.Of(problem, open) is not { } plan)
        {
            return false;
        }

        Keep(plan);
        return true;
    }

    private SiteAssignment Keep(SiteAssignment plan)
    {
        Best = Best is null || plan.Pence < Best.Pence ? plan : Best;
        return plan;
    }
}
