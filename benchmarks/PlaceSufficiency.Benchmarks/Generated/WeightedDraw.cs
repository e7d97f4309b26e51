namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>Draws positions in proportion to weights.</summary>
internal sealed class WeightedDraw
{
    private readonly double[] _upTo;

    /// <summary>Adds the weights up.</summary>
    internal WeightedDraw(IEnumerable<double> weights)
    {
        double sum = 0;
        _upTo = [.. weights.Select(weight => sum += weight)];
    }

    /// <summary>A position, likelier the larger its weight.</summary>
    internal int Next(Random random)
    {
        int found = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return Math.Min(found >= 0 ? found + 1 : ~found, _upTo.Length - 1);
    }
}
