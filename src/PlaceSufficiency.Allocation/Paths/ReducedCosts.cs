using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>What given paths cost at given prices.</summary>
internal sealed class ReducedCosts(TierProblem problem, PathPricer pricer, Prices prices)
{
    private readonly LimitPrices _limits = new(problem.Compiled, prices.Limits);

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

        int at = stay.Before;
        for (int step = 0; step < stay.Length; at = column.Choices[step++])
        {
            if (IsAllowedMove(stay, step, at, column.Choices[step]))
            {
                value += _limits.OfMove(stay.Candidates[at], stay.FirstYear + step);
            }

            if (column.Choices[step] >= 0)
            {
                int g = stay.Candidates[column.Choices[step]];
                int t = stay.FirstYear + step;
                value += prices.Places[g, t] + (problem.Compiled.IsInmss(g) ? prices.InmssLimit[t] : 0) + _limits.At(g, t, stay.YearGroupIn(step));
            }
        }

        return value;
    }

    /// <summary>Whether pupils leave a candidate that still fits, where no transfer reopens it, for another.</summary>
    public static bool IsAllowedMove(CompiledStay stay, int step, int from, int to) =>
        from >= 0 && to >= 0 && to != from && stay.Fits[step, from] && !stay.Reopens[step];
}
