using NodaTime;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Plans;

/// <summary>Why pupils are unplaced, in the order in which a planner would look for the cause.</summary>
public enum UnplacedCause
{
    /// <summary>No provision in the case is designated for this need, year group, sex and level.</summary>
    NoDesignation,

    /// <summary>Provisions are designated for them, but none is open with places in this year: a scheme that has not opened, for example.</summary>
    NotOpen,

    /// <summary>Open designated provisions all lie beyond the travel ceiling.</summary>
    TooFar,

    /// <summary>Every open designated provision within reach admits nobody new.</summary>
    NoNewPlacements,

    /// <summary>Places exist within reach and are full, over-number included.</summary>
    Full,

    /// <summary>The limit on pupils in INMSS keeps them from a place that is free.</summary>
    InmssLimit,

    /// <summary>A place is free this year but is held for pupils who would have none in later years.</summary>
    HeldForLater,
}

/// <summary>Why, and where was looked.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Provisions">Provisions that were the nearest to a solution: the full, closed or too distant ones; empty for <see cref="UnplacedCause.NoDesignation"/>.</param>
public sealed record UnplacedReason(UnplacedCause Cause, IReadOnlyList<ProvisionId> Provisions);

/// <summary>Where some like pupils are in one year: the one tidy table from which every count is grouped.</summary>
/// <param name="Year">Academic year; the base year shows the observed placements.</param>
/// <param name="Stay">Number of the stay.</param>
/// <param name="Area">Home area.</param>
/// <param name="YearGroup">Year group in that year.</param>
/// <param name="Need">Primary need.</param>
/// <param name="Sex">Sex.</param>
/// <param name="Level">Level called for.</param>
/// <param name="Provision">Where they are; null is unplaced.</param>
/// <param name="IsNew">Whether they start there this year; false in the base year.</param>
/// <param name="TravelTime">One-way journey; null when unplaced.</param>
/// <param name="Pupils">How many.</param>
/// <param name="Reason">Why unplaced; null when placed and in the base year.</param>
public sealed record PlacementFact(
    AcademicYear Year, int Stay, PlanningAreaId Area, YearGroup YearGroup, PrimaryNeed Need, Sex Sex, ProvisionLevel Level,
    ProvisionId? Provision, bool IsNew, Duration? TravelTime, int Pupils, UnplacedReason? Reason);

/// <summary>How full a provision is in one year.</summary>
/// <param name="Provision">The provision.</param>
/// <param name="Year">Academic year.</param>
/// <param name="Places">Places, schemes included.</param>
/// <param name="Imports">Places taken by other authorities' pupils.</param>
/// <param name="Pupils">The authority's own pupils placed there.</param>
/// <param name="OverNumber">Pupils and imports above places, at least 0.</param>
/// <param name="Empty">Places left, at least 0.</param>
public sealed record ProvisionYear(ProvisionId Provision, AcademicYear Year, int Places, int Imports, int Pupils, int OverNumber, int Empty);

/// <summary>An amount of money by financial year.</summary>
/// <param name="Year">Financial year.</param>
/// <param name="Line">Budget it is charged to.</param>
/// <param name="Item">Price item; null for capital.</param>
/// <param name="Kind">Kind of provision.</param>
/// <param name="Amount">Pounds.</param>
public sealed record BudgetAmount(FinancialYear Year, BudgetLine Line, PriceItem? Item, ProvisionKind Kind, Pounds Amount);

/// <summary>
/// Balance of specialist places (levels resourced and above, INMSS apart) for one phase and need group. Empty places that several
/// phases or groups could use are shared between them, so that the rows of a year add up to all places.
/// </summary>
/// <param name="Year">Academic year.</param>
/// <param name="Phase">Phase.</param>
/// <param name="NeedGroup">Name of the need group.</param>
/// <param name="Demand">Pupils whose plan calls for a specialist place.</param>
/// <param name="Placed">Of those, pupils in a specialist place of the case that is not INMSS.</param>
/// <param name="Inmss">Of those, pupils in INMSS.</param>
/// <param name="Elsewhere">Of those, pupils in any other kind (alternative provision, bespoke packages, colleges).</param>
/// <param name="Unplaced">Of those, pupils with no suitable place.</param>
/// <param name="Empty">Empty specialist places attributed to the phase and group.</param>
public sealed record SufficiencyBalance(
    AcademicYear Year, Phase Phase, string NeedGroup, int Demand, int Placed, int Inmss, int Elsewhere, int Unplaced, int Empty)
{
    /// <summary>Pupils of the phase and group whose plan calls for less than a specialist place and who fill one all the same; not in <see cref="Demand"/>.</summary>
    public int LowerLevel { get; init; }

    /// <summary>Places attributed: those filled by this group, at whatever level, and its share of the empty ones.</summary>
    public int Places => Placed + LowerLevel + Empty;

    /// <summary>
    /// Places that this demand fills or could fill, minus demand; positive is surplus. Pupils in INMSS or elsewhere count as demand
    /// without a local place; places filled by pupils of a lower level are not there to be filled.
    /// </summary>
    public int Balance => Placed + Empty - Demand;
}

/// <summary>One year in one line.</summary>
/// <param name="Year">Academic year.</param>
/// <param name="Stock">Pupils with a plan.</param>
/// <param name="Joiners">New this year.</param>
/// <param name="Leavers">Had a plan the year before and no longer do.</param>
/// <param name="Placed">Pupils with a suitable place.</param>
/// <param name="Unplaced">Pupils without one.</param>
/// <param name="OverNumber">Pupils above places, all provisions.</param>
/// <param name="Inmss">Pupils in INMSS.</param>
/// <param name="InmssGirls">Of those, girls.</param>
/// <param name="InmssSpend">Fees, top-ups and place funding of INMSS for the academic year; 0 in the base year, whose money is not planned.</param>
/// <param name="SpecialPlaces">Places in special schools that belong to the resident authority's area of provision.</param>
/// <param name="SpecialPupils">The authority's pupils in special schools.</param>
/// <param name="MedianTravel">Median one-way journey of placed pupils.</param>
/// <param name="NinetiethPercentileTravel">90th percentile (nearest rank) of the same.</param>
/// <param name="Over45Minutes">Placed pupils whose journey is longer than 45 minutes.</param>
/// <param name="Over75Minutes">Placed pupils whose journey is longer than 75 minutes.</param>
public sealed record YearFigures(
    AcademicYear Year, int Stock, int Joiners, int Leavers, int Placed, int Unplaced, int OverNumber, int Inmss, int InmssGirls, Pounds InmssSpend,
    int SpecialPlaces, int SpecialPupils, Duration MedianTravel, Duration NinetiethPercentileTravel, int Over45Minutes, int Over75Minutes)
{
    /// <summary>Of the pupils in INMSS, those who have been in it in every year since the base year: placements that stand.</summary>
    public int InmssSinceBase { get; init; }
}

/// <summary>A limit on the plan, and how it fares.</summary>
/// <param name="Limit">Which.</param>
/// <param name="Mode">What it does.</param>
/// <param name="Stated">Most, or fewest for a class group: pupils, or pence. Rounded down where it is a multiple of a mean.</param>
/// <param name="Used">What the plan has of it, in the same unit.</param>
/// <param name="Gives">By how much it gives, at least 0.</param>
public sealed record LimitFigure(LimitKey Limit, LimitMode Mode, long Stated, long Used, long Gives)
{
    /// <summary>Whether the plan is at the limit or beyond it.</summary>
    public bool Binds => Gives > 0 || (Limit.Kind == LimitKind.ClassGroup ? Used <= Stated : Used >= Stated);
}

/// <summary>Every figure a report may show, derived by the audit from the plan and the case and by nothing else.</summary>
/// <param name="Placements">Who is where, base year and planned years.</param>
/// <param name="Provisions">How full every provision is, base year and planned years.</param>
/// <param name="Budget">Money by financial year, line, item and kind.</param>
/// <param name="Balances">Balance of specialist places by year, phase and need group, base year and planned years.</param>
/// <param name="Years">One line a year, base year and planned years.</param>
public sealed record PlanFigures(
    IReadOnlyList<PlacementFact> Placements,
    IReadOnlyList<ProvisionYear> Provisions,
    IReadOnlyList<BudgetAmount> Budget,
    IReadOnlyList<SufficiencyBalance> Balances,
    IReadOnlyList<YearFigures> Years)
{
    /// <summary>Limits on the plan, in order of kind, provision and year.</summary>
    public IReadOnlyList<LimitFigure> Limits { get; init; } = [];
}

/// <summary>What the audit found.</summary>
/// <param name="Findings">Broken rules and figures that differ; empty when the plan keeps every rule.</param>
/// <param name="Figures">Every figure, as the audit derives it.</param>
/// <param name="Tiers">Value, bound and gap of each tier, re-computed.</param>
public sealed record PlanAuditReport(IReadOnlyList<Findings.Finding> Findings, PlanFigures Figures, IReadOnlyList<TierResult> Tiers)
{
    /// <summary>Whether no rule is broken.</summary>
    public bool Passed => Findings.All(finding => finding.Severity != Domain.Findings.Severity.Error);
}
