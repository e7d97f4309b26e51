using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>
/// How much one tier counts for each thing a plan can do, in the tier's unit (pupil-years, or pence for cost). A tier is the sum
/// of these over pupils and years, and is linear.
/// </summary>
internal abstract class TierMeasure
{
    /// <summary>Which tier.</summary>
    public abstract ObjectiveTier Tier { get; }

    /// <summary>Whether the measure differs between home areas and levels, so that pupils may not be merged over them.</summary>
    public virtual bool DependsOnPrices => false;

    /// <summary>One pupil unplaced for one year.</summary>
    public virtual double OfUnplacedYear => 0;

    /// <summary>The measure of a tier.</summary>
    public static TierMeasure Of(ObjectiveTier tier) => tier switch
    {
        ObjectiveTier.Unplaced => new UnplacedMeasure(),
        ObjectiveTier.OverNumber => new OverNumberMeasure(),
        ObjectiveTier.InmssPupils => new InmssMeasure(),
        ObjectiveTier.Cost => new CostMeasure(),
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "No such tier."),
    };

    /// <summary>One pupil of the stay at a candidate in a step.</summary>
    public virtual double OfPlacement(CompiledCase compiled, CompiledStay stay, int step, int candidate) => 0;

    /// <summary>One pupil's allowed move away from a candidate at a step.</summary>
    public virtual double OfMove(CompiledStay stay, int step, int candidate) => 0;

    /// <summary>One penny that opening candidates adds to cost.</summary>
    public virtual double OfOpeningPenny => 0;

    /// <summary>One pupil above places at a provision in a year.</summary>
    public virtual double OfOverNumber(CompiledCase compiled, int provision, int year) => 0;
}
