using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>What given paths cost at given prices.</summary>
internal sealed class ReducedCosts(TierProblem problem, PathPricer pricer, Prices prices)
{
    /// <summary>The tier's measure of the path plus what it uses of every limit, at the prices; in the tier's unit.</summary>
    public double PricedValueOf(PathColumn column)
    {
        CompiledStay stay = problem.Classes[column.Class].Shape;
        double value = pricer.ValueOf(column, problem.Tier);
        for (int i = 0; i < problem.Held.Count; i++)
        {
            TierMeasure held = problem.Held[i];
            value += prices.HeldTiers[i] == 0 ? 0 : prices.HeldTiers[i] * pricer.ValueOf(column, held);
        }

        for (int step = 0; step < stay.Length; step++)
        {
            if (column.Choices[step] >= 0)
            {
                int g = stay.Candidates[column.Choices[step]];
                int t = stay.FirstYear + step;
                value += prices.Places[g, t] + (problem.Compiled.IsInmss(g) ? prices.InmssLimit[t] : 0);
            }
        }

        return value;
    }
}
