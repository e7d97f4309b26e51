using PlaceSufficiency.Allocation.Sites;

namespace PlaceSufficiency.Allocation.Tests.Sites;

/// <summary>Reads a proof by cases with plain code: the least that any settled case allows.</summary>
internal static class ProofReading
{
    public static double Bound(SiteProblem problem, SiteProof proof) => Bound(problem, proof, new bool?[problem.SiteCount]);

    private static double Bound(SiteProblem problem, SiteProof proof, bool?[] decided)
    {
        if (proof.Site is not { } site)
        {
            return OfCase(problem, proof.Prices!, decided);
        }

        Assert.Null(decided[site]);
        bool?[] open = [.. decided];
        bool?[] closed = [.. decided];
        (open[site], closed[site]) = (true, false);
        return Math.Min(Bound(problem, proof.Open!, open), Bound(problem, proof.Closed!, closed));
    }

    /// <summary>Every set of sites that the case leaves, at the prices.</summary>
    private static double OfCase(SiteProblem problem, double[] prices, bool?[] decided)
    {
        double[] costs = [.. Enumerable.Range(0, problem.SiteCount).Select(i => problem.OpeningPence[i] - Worth(problem, i, prices))];
        double least = double.PositiveInfinity;
        for (int set = 0; set < 1 << problem.SiteCount; set++)
        {
            int[] open = [.. Enumerable.Range(0, problem.SiteCount).Where(i => (set >> i & 1) == 1)];
            bool allowed = Enumerable.Range(0, problem.SiteCount).All(i => (!problem.Standing[i] || open.Contains(i)) && decided[i] != !open.Contains(i))
                && problem.Groups.All(group => open.Count(group.Sites.Contains) is var count && count >= group.AtLeast && count <= group.AtMost)
                && open.Sum(i => problem.Places[i]) >= problem.AllPupils;
            least = allowed ? Math.Min(least, open.Sum(i => costs[i])) : least;
        }

        return least + prices.Select((price, j) => price * problem.Pupils[j]).Sum();
    }

    private static double Worth(SiteProblem problem, int site, double[] prices)
    {
        double worth = 0;
        int left = problem.Places[site];
        foreach (int j in Enumerable.Range(0, prices.Length).OrderByDescending(j => prices[j] - problem.Prices[site][j]))
        {
            int taken = Math.Min(left, problem.Pupils[j]);
            worth += taken * Math.Max(0, prices[j] - problem.Prices[site][j]);
            left -= taken;
        }

        return worth;
    }
}
