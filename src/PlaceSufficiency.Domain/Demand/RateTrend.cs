namespace PlaceSufficiency.Domain.Demand;

/// <summary>
/// Expected change of rates from year to year, beyond what the population does: the logarithm of a rate moves by the stated step in
/// the first planned year; each later step is the one before times the damping.
/// </summary>
/// <param name="Joiners">Step of the rate of joining; 0 for none.</param>
/// <param name="Leavers">Step of the shares that leave; 0 for none.</param>
/// <param name="Damping">From 0, one step only, to 1, the same step every year.</param>
public sealed record RateTrend(decimal Joiners, decimal Leavers, decimal Damping)
{
    /// <summary>Rates stay.</summary>
    public static RateTrend None { get; } = new(0, 0, 1);

    /// <summary>Factor on the rate of joining that many planned years on; 1 in the base year.</summary>
    public double JoinerFactor(int years) => Math.Exp((double)Joiners * Steps(years));

    /// <summary>Factor on the shares that leave after the year that many years on: the first step is made after the base year.</summary>
    public double LeaverFactor(int years) => Math.Exp((double)Leavers * Steps(years + 1));

    private double Steps(int years) => Enumerable.Range(0, years).Sum(step => Math.Pow((double)Damping, step));
}
