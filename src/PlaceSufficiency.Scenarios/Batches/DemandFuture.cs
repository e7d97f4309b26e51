namespace PlaceSufficiency.Scenarios.Batches;

/// <summary>A simulated future of demand, named so that it can be drawn again anywhere.</summary>
/// <param name="Seed">Seed of the set of futures.</param>
/// <param name="Number">Number within the set, from 0.</param>
public sealed record DemandFuture(int Seed, int Number)
{
    /// <summary>"7/12": seed and number.</summary>
    public override string ToString() => $"{Seed}/{Number}";
}
