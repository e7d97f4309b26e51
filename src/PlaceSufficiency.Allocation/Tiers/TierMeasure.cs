using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tiers;

/// <summary>
/// How much one tier counts for each thing a plan can do, in the tier's unit (<see cref="TierUnit"/>). A tier is the sum
/// of these over pupils and years, and is linear.
/// </summary>
internal abstract class TierMeasure
{
    /// <summary>Which tier.</summary>
    public abstract ObjectiveTier Tier { get; }

    /// <summary>
    /// Whether the measure is of amounts, money or minutes, that differ between home areas and levels: pupils may not be merged over them, and a small share
    /// is close enough. Otherwise it counts pupils, to the last one.
    /// </summary>
    public virtual bool DependsOnPrices => false;

    /// <summary>One pupil of the stay unplaced in a step.</summary>
    public virtual double OfUnplaced(CompiledStay stay, int step) => 0;

    /// <summary>The measure of a tier.</summary>
    public static TierMeasure Of(ObjectiveTier tier) => tier switch
    {
        ObjectiveTier.Unplaced => new UnplacedMeasure(),
        ObjectiveTier.OverNumber => new OverNumberMeasure(),
        ObjectiveTier.InmssPupils => new InmssMeasure(),
        ObjectiveTier.LimitPupils => new LimitPupilsMeasure(),
        ObjectiveTier.LimitSpend => new LimitSpendMeasure(),
        ObjectiveTier.Moves => new MovesMeasure(),
        ObjectiveTier.ExcessTravel => new ExcessTravelMeasure(),
        ObjectiveTier.InmssSpend => new InmssSpendMeasure(),
        ObjectiveTier.Cost => new CostMeasure(),
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "No such tier."),
    };

    /// <summary>One pupil of the stay at a candidate in a step.</summary>
    public virtual double OfPlacement(CompiledCase compiled, CompiledStay stay, int step, int candidate) => 0;

    /// <summary>One pupil's allowed move away from a candidate at a step.</summary>
    public virtual double OfMove(CompiledStay stay, int step, int candidate) => 0;

    /// <summary>One pupil's change, at a step that no phase transfer reopens, to another provision from one that no longer fits.</summary>
    public virtual double OfLostPlace => 0;

    /// <summary>One penny that opening candidates adds to cost.</summary>
    public virtual double OfOpeningPenny => 0;

    /// <summary>One unit, a pupil or a penny, by which a limit gives.</summary>
    public virtual double OfGive(CompiledLimit limit) => 0;

    /// <summary>One pupil above places at a provision in a year.</summary>
    public virtual double OfOverNumber(CompiledCase compiled, int provision, int year) => 0;
}
