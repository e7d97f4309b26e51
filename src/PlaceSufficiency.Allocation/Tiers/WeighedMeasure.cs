using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>
/// Tiers that count whole pupils, one after the other, as one measure: each weighs one more than all that follow it can come to, so that
/// the best sum is the best first tier, then the best second, exactly.
/// </summary>
internal sealed class WeighedMeasure : TierMeasure
{
    private WeighedMeasure(IReadOnlyList<TierMeasure> parts, IReadOnlyList<double> weights) => (Parts, Weights) = (parts, weights);

    /// <summary>The tiers, first things first.</summary>
    public IReadOnlyList<TierMeasure> Parts { get; }

    /// <summary>Their weights; the last is 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <inheritdoc/>
    public override ObjectiveTier Tier => Parts[0].Tier;

    /// <inheritdoc/>
    public override bool DependsOnPrices => Parts.Any(part => part.DependsOnPrices);

    /// <inheritdoc/>
    public override double OfLostPlace => Sum(part => part.OfLostPlace);

    /// <inheritdoc/>
    public override double OfOpeningPenny => Sum(part => part.OfOpeningPenny);

    /// <summary>
    /// The case's tiers in as few measures as can be minimised one after the other: runs of tiers that count pupils are one, up to one that later tiers may
    /// make worse.
    /// </summary>
    public static IEnumerable<WeighedMeasure> Of(CompiledCase compiled, IEnumerable<ObjectiveTier> tiers)
    {
        List<TierMeasure> run = [];
        foreach (TierMeasure measure in tiers.Select(TierMeasure.Of))
        {
            if (run.Count > 0 && (measure.DependsOnPrices || run[^1].DependsOnPrices || compiled.Case.Tolerances.ContainsKey(run[^1].Tier)))
            {
                yield return Weigh(compiled, run);
                run = [];
            }

            run.Add(measure);
        }

        yield return Weigh(compiled, run);
    }

    /// <inheritdoc/>
    public override double OfUnplaced(CompiledStay stay, int step) => Sum(part => part.OfUnplaced(stay, step));

    /// <inheritdoc/>
    public override double OfPlacement(CompiledCase compiled, CompiledStay stay, int step, int candidate) =>
        Sum(part => part.OfPlacement(compiled, stay, step, candidate));

    /// <inheritdoc/>
    public override double OfMove(CompiledStay stay, int step, int candidate) => Sum(part => part.OfMove(stay, step, candidate));

    /// <inheritdoc/>
    public override double OfGive(CompiledLimit limit) => Sum(part => part.OfGive(limit));

    /// <inheritdoc/>
    public override double OfOverNumber(CompiledCase compiled, int provision, int year) => Sum(part => part.OfOverNumber(compiled, provision, year));

    private static WeighedMeasure Weigh(CompiledCase compiled, List<TierMeasure> parts)
    {
        double[] weights = new double[parts.Count];
        double following = 0;
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            weights[i] = following + 1;
            following += weights[i] * MostOf(compiled, parts[i]);
        }

        return new WeighedMeasure(parts, weights);
    }

    private static double MostOf(CompiledCase compiled, TierMeasure measure) => measure.Tier == ObjectiveTier.OverNumber ? compiled.OverNumberMost.Cast<int>().Sum()
        : measure.Tier == ObjectiveTier.LimitPupils ? compiled.LimitRows.Sum(limit => measure.OfGive(limit) * limit.MostGive)
        : compiled.Stays.Sum(stay => (double)stay.Stay.Pupils * (measure.Tier == ObjectiveTier.Unplaced ? stay.UnplacedWeight.Sum() : stay.Length));

    private double Sum(Func<TierMeasure, double> of)
    {
        double sum = 0;
        for (int i = 0; i < Parts.Count; i++)
        {
            sum += Weights[i] * of(Parts[i]);
        }

        return sum;
    }
}
