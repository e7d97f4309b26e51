namespace PlaceSufficiency.Allocation.Sites;

/// <summary>
/// Swaps one open site for another while that is cheaper, where every site has places for all, so that everybody goes to the nearest: for each site
/// not open one pass over the areas gives what it saves together with the best open site to close. (Whitaker's fast interchange.)
/// </summary>
internal sealed class NearestSwaps(SiteProblem problem)
{
    private readonly int[] _nearest = new int[problem.AreaCount];
    private readonly double[] _first = new double[problem.AreaCount];
    private readonly double[] _second = new double[problem.AreaCount];
    private readonly double[] _loss = new double[problem.SiteCount];

    /// <summary>The sites after the last swap that pays.</summary>
    /// <param name="open">The open sites; one that places everybody.</param>
    /// <param name="states">What is decided: sites that are not free are left as they are.</param>
    public List<int> From(IEnumerable<int> open, SiteState[] states)
    {
        List<int> sites = [.. open];
        bool[] isOpen = new bool[problem.SiteCount];
        sites.ForEach(site => isOpen[site] = true);
        FindNearest(sites);
        for (int at = 0, still = 0; still < problem.SiteCount; at = (at + 1) % problem.SiteCount, still++)
        {
            if (isOpen[at] || states[at] != SiteState.Free || BestToClose(at, sites, states) is not { } close)
            {
                continue;
            }

            sites[sites.IndexOf(close)] = at;
            (isOpen[at], isOpen[close]) = (true, false);
            FindNearest(sites);
            still = 0;
        }

        return sites;
    }

    /// <summary>The open site to close when another opens instead, where that pays and the groups allow it; otherwise null.</summary>
    private int? BestToClose(int site, List<int> open, SiteState[] states)
    {
        open.ForEach(other => _loss[other] = 0);
        double[] row = problem.Prices[site];
        double saved = -problem.OpeningPence[site];
        for (int j = 0; j < row.Length; j++)
        {
            double weight = problem.Weights[j];
            if (row[j] < _first[j])
            {
                saved += weight * (_first[j] - row[j]);
            }
            else
            {
                _loss[_nearest[j]] += weight * (Math.Min(row[j], _second[j]) - _first[j]);
            }
        }

        int? best = null;
        double least = double.PositiveInfinity;
        foreach (int other in open)
        {
            double loss = _loss[other] - problem.OpeningPence[other];
            if (states[other] == SiteState.Free && loss < least)
            {
                (best, least) = (other, loss);
            }
        }

        return saved - least > 0.5 && best is { } close && problem.GroupsAllow([.. open.Where(other => other != close), site]) ? close : null;
    }

    private void FindNearest(List<int> open)
    {
        for (int j = 0; j < _first.Length; j++)
        {
            (_first[j], _second[j], _nearest[j]) = (double.PositiveInfinity, double.PositiveInfinity, open[0]);
        }

        foreach (int site in open)
        {
            double[] row = problem.Prices[site];
            for (int j = 0; j < row.Length; j++)
            {
                if (row[j] < _first[j])
                {
                    (_second[j], _first[j], _nearest[j]) = (_first[j], row[j], site);
                }
                else if (row[j] < _second[j])
                {
                    _second[j] = row[j];
                }
            }
        }
    }
}
