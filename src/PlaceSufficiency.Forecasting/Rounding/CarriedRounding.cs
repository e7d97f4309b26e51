namespace PlaceSufficiency.Forecasting.Rounding;

/// <summary>
/// Rounds the same parts year after year and remembers what each was given too little or too much, so that over the years each
/// part follows what it expects: a part that expects 0.3 a year gets 3 in 10 years, where rounding each year alone gives it none.
/// </summary>
/// <param name="parts">How many parts there are.</param>
internal sealed class CarriedRounding(int parts)
{
    private readonly double[] _owed = new double[parts];

    /// <summary>Shares out a whole total by largest remainder of what is expected and owed. A part that expects 0 gets 0.</summary>
    internal int[] Share(IReadOnlyList<double> expected, int total)
    {
        double[] due = Due(expected);
        return Given(expected, ControlledRounding.LargestRemainder(due.Sum() > 0 ? due : expected, total));
    }

    /// <summary>Rounds to the whole number nearest to the sum of what is expected and owed, at most <paramref name="most"/> each.</summary>
    internal int[] Round(IReadOnlyList<double> expected, IReadOnlyList<int> most) =>
        Given(expected, ControlledRounding.ToOwnSum([.. Due(expected).Zip(most, (due, limit) => Math.Min(due, limit))]));

    private double[] Due(IReadOnlyList<double> expected) => [.. expected.Select((value, i) => value > 0 ? Math.Max(0, value + _owed[i]) : 0)];

    private int[] Given(IReadOnlyList<double> expected, int[] whole)
    {
        for (int i = 0; i < parts; i++)
        {
            _owed[i] += expected[i] - whole[i];
        }

        return whole;
    }
}
