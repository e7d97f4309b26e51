using System.Collections.Immutable;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Demand;

/// <summary>How the stock of pupils moves on from year to year.</summary>
/// <param name="StatedTotals">Plans in each planned year that the forecast must reach; empty when joiners follow their own numbers.</param>
/// <param name="Joiners">Expected new plans a year by year group, need and sex; with stated totals only their proportions matter.</param>
/// <param name="LeaverShares">Share of a year group (0 to 1) whose plan ends before the next September; absent means 0.</param>
/// <param name="LevelShares">Share of pupils by level, for each need and phase; each sums to 1.</param>
/// <param name="JoinerScalings">Policy and what-if factors on joiners, applied on top of the stated totals.</param>
/// <param name="LevelShifts">Shares of one level of provision that turn to another.</param>
public sealed record DemandAssumptions(
    ImmutableSortedDictionary<AcademicYear, int> StatedTotals,
    ImmutableSortedDictionary<(YearGroup YearGroup, PrimaryNeed Need, Sex Sex), decimal> Joiners,
    ImmutableSortedDictionary<YearGroup, decimal> LeaverShares,
    ImmutableSortedDictionary<(PrimaryNeed Need, Phase Phase, ProvisionLevel Level), decimal> LevelShares,
    ImmutableArray<JoinerScaling> JoinerScalings,
    ImmutableArray<LevelShift> LevelShifts)
{
    /// <summary>How far futures that are drawn may depart from the assumptions; the central forecast takes no notice.</summary>
    public DemandUncertainty Uncertainty { get; init; } = DemandUncertainty.Default;

    /// <summary>How many children and young people there will be, and whether joiners follow them.</summary>
    public PopulationOutlook Population { get; init; } = PopulationOutlook.Still;

    /// <summary>Policies that cease plans earlier than the shares that leave say, on top of stated totals.</summary>
    public ImmutableArray<EarlierCeasing> EarlierCeasing { get; init; } = [];

    /// <summary>Needs and levels that change at annual reviews.</summary>
    public ImmutableArray<ReviewChange> Reviews { get; init; } = [];

    /// <summary>
    /// Of the share of a year group that leaves, the part that leaves for each reason, where reasons are told apart; what they do not
    /// make up leaves for <see cref="LeavingReason.Any"/>.
    /// </summary>
    public ImmutableSortedDictionary<(YearGroup YearGroup, LeavingReason Reason), decimal> LeaverReasons { get; init; } =
        ImmutableSortedDictionary<(YearGroup YearGroup, LeavingReason Reason), decimal>.Empty;

    /// <summary>Expected change of rates from year to year.</summary>
    public RateTrend Trend { get; init; } = RateTrend.None;
}

/// <summary>From a year on, a share of those who would stay on after a year group or an older one leaves all the same.</summary>
/// <param name="Share">Share of those who would stay, 0 to 1.</param>
/// <param name="From">Youngest year group after which they leave.</param>
/// <param name="Starting">First academic year that finds them gone.</param>
public sealed record EarlierCeasing(decimal Share, YearGroup From, AcademicYear Starting);

/// <summary>Multiplies expected joiners, so that the total departs from the stated one by what the factor adds or removes.</summary>
/// <param name="Factor">At least 0; 1 changes nothing.</param>
/// <param name="Needs">Needs it applies to.</param>
/// <param name="From">Youngest year group it applies to.</param>
/// <param name="To">Oldest year group it applies to.</param>
/// <param name="Starting">First academic year in which joiners are scaled.</param>
/// <param name="Until">Last such year; null for all from then on.</param>
public sealed record JoinerScaling(decimal Factor, NeedSet Needs, YearGroup From, YearGroup To, AcademicYear Starting, AcademicYear? Until = null);

/// <summary>
/// From a year on, a share of the pupils whose level is decided then (joiners and phase transfers) and who would be called
/// to one level are called to another. Pupils in place keep their level until their next phase transfer.
/// </summary>
/// <param name="FromLevel">Level that loses the share.</param>
/// <param name="ToLevel">Level that gains it.</param>
/// <param name="Share">Share of the level, 0 to 1.</param>
/// <param name="Needs">Needs it applies to.</param>
/// <param name="Phases">Phases it applies to.</param>
/// <param name="Sex">Sexes it applies to.</param>
/// <param name="Starting">First academic year in which it applies.</param>
public sealed record LevelShift(
    ProvisionLevel FromLevel, ProvisionLevel ToLevel, decimal Share, NeedSet Needs, ImmutableSortedSet<Phase> Phases, SexAdmitted Sex, AcademicYear Starting);
