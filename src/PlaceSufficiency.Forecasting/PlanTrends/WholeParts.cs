namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>Cuts a whole number into whole parts, by rounding how much is given away up to each part.</summary>
internal static class WholeParts
{
    /// <summary>Parts of <paramref name="whole"/> (which may be below 0) in proportion to the weights; they add up to it.</summary>
    /// <param name="whole">What is cut.</param>
    /// <param name="weights">Weights of at least 0; where all are 0 the last part is everything.</param>
    internal static int[] Of(int whole, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        foreach (double weight in weights)
        {
            sum += weight;
        }

        int[] parts = new int[weights.Length];
        double upTo = 0;
        int given = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            upTo += weights[i];
            int now = i == parts.Length - 1 ? whole : sum > 0 ? (int)Math.Round(whole * (upTo / sum), MidpointRounding.AwayFromZero) : 0;
            parts[i] = now - given;
            given = now;
        }

        return parts;
    }
}
