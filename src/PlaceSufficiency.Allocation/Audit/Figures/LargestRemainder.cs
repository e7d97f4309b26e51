namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>Shares a whole number in proportion to weights: each gets its share cut to whole, the largest remainders get one more.</summary>
internal static class LargestRemainder
{
    /// <summary>Whole shares that add up to <paramref name="whole"/>; ties go to the first. All 0 when no weight is above 0.</summary>
    /// <param name="whole">What is shared, at least 0.</param>
    /// <param name="weights">Weights, each at least 0.</param>
    internal static int[] Share(int whole, IReadOnlyList<int> weights)
    {
        long sum = weights.Sum(weight => (long)weight);
        if (sum == 0)
        {
            return new int[weights.Count];
        }

        int[] shares = [.. weights.Select(weight => (int)((long)whole * weight / sum))];
        IEnumerable<int> byRemainder = Enumerable.Range(0, weights.Count).OrderByDescending(index => (long)whole * weights[index] % sum);
        foreach (int index in byRemainder.Take(whole - shares.Sum()))
        {
            shares[index]++;
        }

        return shares;
    }
}
