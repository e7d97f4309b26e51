using System.Collections.Immutable;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Plans;

/// <summary>What happens to some pupils of a stay in each planned year of it.</summary>
/// <param name="Stay">Number of the stay.</param>
/// <param name="Pupils">How many of its pupils, at least 1; a stay may be split over several paths.</param>
/// <param name="Provisions">Where they are in each planned year of the stay, in order; null is unplaced.</param>
public sealed record PupilPath(int Stay, int Pupils, IReadOnlyList<ProvisionId?> Provisions);

/// <summary>
/// Prices that prove how good a plan can be at most. For any prices of at least 0, the cheapest priced path of every pupil less what
/// the limits are worth is a lower bound on the tier; it is re-computed by the audit without any solver.
/// </summary>
/// <param name="Places">Price of one more place by provision and year, in units of the tier; absent is 0.</param>
/// <param name="InmssLimit">Price of one more pupil under the INMSS limit, by year; absent is 0.</param>
/// <param name="HeldTiers">Price of one more unit of each earlier tier.</param>
public sealed record TierPrices(
    IReadOnlyDictionary<(ProvisionId Provision, AcademicYear Year), double> Places,
    IReadOnlyDictionary<AcademicYear, double> InmssLimit,
    IReadOnlyDictionary<ObjectiveTier, double> HeldTiers)
{
    /// <summary>Price of one more unit under other limits, pupils or pence; absent is 0.</summary>
    public IReadOnlyDictionary<LimitKey, double> Limits { get; init; } = new Dictionary<LimitKey, double>();
}

/// <summary>What was reached on a tier, and the proof.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Value">Value of the plan: pupil-years, or pence for cost.</param>
/// <param name="Bound">No plan that holds the earlier tiers at their values can be below this; same unit.</param>
/// <param name="Proof">
/// Prices that prove the bound. Each proves a bound on the plans of every choice of openings; the bound of a choice is the highest of them, and the
/// bound of the tier that of the choice whose bound is lowest. One set of prices suffices where there is nothing to choose.
/// </param>
public sealed record TierResult(ObjectiveTier Tier, long Value, double Bound, IReadOnlyList<TierPrices> Proof)
{
    /// <summary>A result that one set of prices proves.</summary>
    public TierResult(ObjectiveTier tier, long value, double bound, TierPrices prices)
        : this(tier, value, bound, [prices])
    {
    }

    /// <summary>
    /// Value reached when the tier was minimised, where later tiers changed it: the scenario may let them make it worse by a stated tolerance. Null where it is
    /// the plan's value.
    /// </summary>
    public long? Reached { get; init; }

    /// <summary>The best value reached on the tier.</summary>
    public long Best => Reached ?? Value;

    /// <summary>A proof by cases of the cost of one year's sites, which then takes the place of what <see cref="Proof"/> proves; usually null.</summary>
    public SitesProof? Sites { get; init; }

    /// <summary>
    /// Cases of openings, each proven by the one set of prices it names: the bound of the tier is then the least of what the cases allow. Null where every
    /// set counts for every choice.
    /// </summary>
    public IReadOnlyList<OpeningsStep>? Cases { get; init; }

    /// <summary>The prices that prove most for the openings of the plan: what a place is worth. They stand first in the proof.</summary>
    public TierPrices Prices => Proof[0];

    /// <summary>
    /// How far the best value reached may be above the best possible, as a share of it: 0 when proven best. Values are whole, so the bound
    /// counts as rounded up (a millionth is forgiven as rounding).
    /// </summary>
    public double Gap => Best <= WholeBound || Best == 0 ? 0 : (Best - WholeBound) / Best;

    private double WholeBound => Math.Ceiling(Bound - 1e-6);
}

/// <summary>Who is placed where, each planned year, and how well that meets each tier.</summary>
/// <param name="Paths">What happens to every pupil.</param>
/// <param name="Tiers">Result of each tier, in the case's order.</param>
public sealed record PlacementPlan(IReadOnlyList<PupilPath> Paths, IReadOnlyList<TierResult> Tiers)
{
    /// <summary>The candidate schemes that the plan opens, and their opening Septembers; the other candidates do not open.</summary>
    public ImmutableSortedDictionary<SchemeId, AcademicYear> Openings { get; init; } = ImmutableSortedDictionary<SchemeId, AcademicYear>.Empty;
}
