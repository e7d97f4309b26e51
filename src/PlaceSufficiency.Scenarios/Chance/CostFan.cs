namespace PlaceSufficiency.Scenarios.Chance;

/// <summary>How an amount of money spreads over futures, in pounds; percentiles by nearest rank.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="P5">5th percentile.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P95">95th percentile.</param>
public sealed record CostFan(decimal Mean, decimal P5, decimal P25, decimal P50, decimal P75, decimal P95)
{
    /// <summary>The fan of amounts, one a future.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static CostFan Of(IEnumerable<decimal> amounts)
    {
        decimal[] sorted = [.. amounts.Order()];
        if (sorted.Length == 0)
        {
            throw new ArgumentException("A fan needs at least one amount.", nameof(amounts));
        }

        decimal At(int percent) => sorted[Math.Max(1, ((percent * sorted.Length) + 99) / 100) - 1];
        return new CostFan(decimal.Round(sorted.Sum() / sorted.Length, 2), At(5), At(25), At(50), At(75), At(95));
    }
}
