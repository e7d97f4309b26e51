using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>
/// Finds the cheapest allowed path of a class at given prices, by recursion from the last year back:
/// what it costs to go on from being at a candidate, or nowhere, after each step.
/// </summary>
internal sealed partial class PathPricer
{
    private readonly CompiledCase _compiled;
    private readonly TierMeasure _tier;
    private readonly IReadOnlyList<TierMeasure> _held;
    private readonly IReadOnlyList<PathClass> _classes;
    private readonly double[][,] _tierCoefficients;
    private readonly double[][][,] _heldCoefficients;
    private Prices _prices;
    private LimitPrices _limits;

    /// <summary>Prepares the coefficients of a tier and of the tiers held before it.</summary>
    public PathPricer(CompiledCase compiled, IReadOnlyList<PathClass> classes, TierMeasure tier, IReadOnlyList<TierMeasure> held)
    {
        (_compiled, _classes, _tier, _held) = (compiled, classes, tier, held);
        _tierCoefficients = [.. classes.Select(of => Coefficients(of.Shape, tier))];
        _heldCoefficients = [.. held.Select(measure => classes.Select(of => Coefficients(of.Shape, measure)).ToArray())];
        _prices = Prices.Zero(compiled, held.Count);
        _limits = new LimitPrices(compiled, _prices.Limits);
    }

    /// <summary>The tier's measure of a path without its price: what the plan pays.</summary>
    public double ValueOf(PathColumn column, TierMeasure measure)
    {
        CompiledStay stay = _classes[column.Class].Shape;
        double value = 0;
        int at = stay.Before;
        for (int step = 0; step < stay.Length; step++)
        {
            int next = column.Choices[step];
            if ((at >= 0 || (step == 0 && stay.LostBefore)) && next >= 0 && next != at && !stay.Reopens[step])
            {
                value += at >= 0 && stay.Fits[step, at] ? measure.OfMove(stay, step, at) : measure.OfLostPlace;
            }

            value += next < 0 ? measure.OfUnplaced(stay, step) : measure.OfPlacement(_compiled, stay, step, next);
            at = next;
        }

        return value;
    }

    /// <summary>Sets the prices that <see cref="Cheapest"/> uses.</summary>
    public void SetPrices(Prices prices) => (_prices, _limits) = (prices, new LimitPrices(_compiled, prices.Limits));

    /// <summary>Every pupil on the cheapest path at prices, which are then set.</summary>
    public double PaidAt(Prices prices)
    {
        SetPrices(prices);
        double paid = 0;
        for (int k = 0; k < _classes.Count; k++)
        {
            paid += Cheapest(k, 1)[0].Priced * _classes[k].Pupils;
        }

        return paid;
    }

    /// <summary>The cheapest path of a class at the prices set, and the paths that differ in the first new placement, cheapest first.</summary>
    /// <param name="classIndex">The class.</param>
    /// <param name="alternatives">How many paths at most.</param>
    public List<PricedPath> Cheapest(int classIndex, int alternatives)
    {
        Recursion recursion = new(this, classIndex);
        return recursion.Paths(alternatives);
    }

    /// <summary>Every path of a class whose price at the prices set is at most so much above the cheapest; null where there are more than so many.</summary>
    public List<PathColumn>? Within(int classIndex, double above, int most) => new Recursion(this, classIndex).Within(above, most);

    private double[,] Coefficients(CompiledStay stay, TierMeasure measure)
    {
        double[,] coefficients = new double[stay.Length, stay.Candidates.Length];
        for (int step = 0; step < stay.Length; step++)
        {
            for (int c = 0; c < stay.Candidates.Length; c++)
            {
                coefficients[step, c] = measure.OfPlacement(_compiled, stay, step, c);
            }
        }

        return coefficients;
    }

    /// <summary>A path and what it costs at the prices.</summary>
    internal readonly record struct PricedPath(double Priced, PathColumn Column);
}
