namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Softened choices of one class and where they take it; tables [step * routes + route].</summary>
internal sealed class SoftFlows(int years)
{
    /// <summary>How who starts in a step spreads over routes.</summary>
    public double[] Share { get; private set; } = [];

    /// <summary>Share that stays at the route, going into the step, where there is a choice.</summary>
    public double[] Stays { get; private set; } = [];

    /// <summary>Pupils there.</summary>
    public double[] Mass { get; private set; } = [];

    /// <summary>Share of pupils without a place that takes one, by step.</summary>
    public double[] Starts { get; } = new double[years];

    /// <summary>Makes room.</summary>
    public void Reserve(int size)
    {
        if (Mass.Length < size)
        {
            (Share, Stays, Mass) = (new double[size * 2], new double[size * 2], new double[size * 2]);
        }
    }
}
