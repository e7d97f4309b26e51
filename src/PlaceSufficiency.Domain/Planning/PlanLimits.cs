using System.Collections.Immutable;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Planning;

/// <summary>What a limit does.</summary>
public enum LimitMode
{
    /// <summary>It holds; where it cannot, it gives by as little as there is a way to, before anything else is minimised.</summary>
    Hard,

    /// <summary>It gives at a price, which the cost tier counts.</summary>
    Priced,

    /// <summary>It is set aside.</summary>
    Off,
}

/// <summary>How a kind of limit is treated.</summary>
/// <param name="Mode">What it does.</param>
/// <param name="Price">Pounds for each pupil-year, or for each pound, by which it gives, at least 0; 0 unless priced.</param>
public sealed record LimitTreatment(LimitMode Mode, Pounds Price)
{
    /// <summary>It holds.</summary>
    public static LimitTreatment Hard { get; } = new(LimitMode.Hard, Pounds.Zero);
}

/// <summary>How evenly plans are spread over mainstream settings: provisions of the kinds mainstream and mainstream-plus. One of the two is stated.</summary>
/// <param name="TimesMean">No setting has more than so many times the mean number of the authority's pupils over the settings open that year, above 0.</param>
/// <param name="Most">No setting has more of them than this, at least 0.</param>
public sealed record EvennessLimit(decimal? TimesMean, int? Most);

/// <summary>Limits on the plan as a whole.</summary>
/// <param name="InmssPupils">Most pupils in INMSS by year; years not named have no limit.</param>
public sealed record PlanLimits(ImmutableSortedDictionary<AcademicYear, int> InmssPupils)
{
    /// <summary>Most capital by financial year, of committed and candidate schemes together; years not named have no limit.</summary>
    public ImmutableSortedDictionary<FinancialYear, Pounds> Capital { get; init; } = ImmutableSortedDictionary<FinancialYear, Pounds>.Empty;

    /// <summary>Most capital of all schemes that open, whenever it is spent; null for no limit.</summary>
    public Pounds? CapitalTotal { get; init; }

    /// <summary>Most fees, top-ups and place funding of INMSS by academic year.</summary>
    public ImmutableSortedDictionary<AcademicYear, Pounds> InmssSpend { get; init; } = ImmutableSortedDictionary<AcademicYear, Pounds>.Empty;

    /// <summary>Most that planned years charge to the high needs block by financial year; the first and last hold only part of an academic year.</summary>
    public ImmutableSortedDictionary<FinancialYear, Pounds> HighNeeds { get; init; } = ImmutableSortedDictionary<FinancialYear, Pounds>.Empty;

    /// <summary>Fewest of the authority's pupils at a provision in each planned year in which it is open: a class group that runs.</summary>
    public ImmutableSortedDictionary<ProvisionId, int> ClassGroups { get; init; } = ImmutableSortedDictionary<ProvisionId, int>.Empty;

    /// <summary>How evenly plans are spread over mainstream settings; null for as they come.</summary>
    public EvennessLimit? Evenness { get; init; }

    /// <summary>How kinds of limits are treated; a kind not named is hard.</summary>
    public ImmutableSortedDictionary<LimitKind, LimitTreatment> Treatments { get; init; } = ImmutableSortedDictionary<LimitKind, LimitTreatment>.Empty;

    /// <summary>No limits.</summary>
    public static PlanLimits None { get; } = new(ImmutableSortedDictionary<AcademicYear, int>.Empty);

    /// <summary>How a kind is treated.</summary>
    public LimitTreatment TreatmentOf(LimitKind kind) => Treatments.GetValueOrDefault(kind, LimitTreatment.Hard);

    /// <summary>Most pupils in INMSS by year where that limit is hard, and otherwise none. It counts at least those whose placement stands.</summary>
    public ImmutableSortedDictionary<AcademicYear, int> StandingInmssPupils =>
        TreatmentOf(LimitKind.InmssPupils).Mode == LimitMode.Hard ? InmssPupils : ImmutableSortedDictionary<AcademicYear, int>.Empty;

    /// <summary>Whether anything is limited other than capital and, hard, pupils in INMSS.</summary>
    public bool HasRows => (!InmssPupils.IsEmpty && TreatmentOf(LimitKind.InmssPupils).Mode == LimitMode.Priced)
        || IsStated(LimitKind.InmssSpend) || IsStated(LimitKind.HighNeeds) || IsStated(LimitKind.ClassGroup) || IsStated(LimitKind.Evenness);

    /// <summary>The tiers that minimise how much hard limits give, in their own units: pupils, then pounds.</summary>
    public IEnumerable<ObjectiveTier> GivingTiers
    {
        get
        {
            if (IsHard(LimitKind.ClassGroup) || IsHard(LimitKind.Evenness))
            {
                yield return ObjectiveTier.LimitPupils;
            }

            if (IsHard(LimitKind.InmssSpend) || IsHard(LimitKind.HighNeeds))
            {
                yield return ObjectiveTier.LimitSpend;
            }
        }
    }

    /// <summary>Whether a limit of the kind is stated and not set aside.</summary>
    public bool IsStated(LimitKind kind) => TreatmentOf(kind).Mode != LimitMode.Off && kind switch
    {
        LimitKind.InmssPupils => !InmssPupils.IsEmpty,
        LimitKind.InmssSpend => !InmssSpend.IsEmpty,
        LimitKind.HighNeeds => !HighNeeds.IsEmpty,
        LimitKind.ClassGroup => !ClassGroups.IsEmpty,
        LimitKind.Evenness => Evenness is not null,
        _ => false,
    };

    private bool IsHard(LimitKind kind) => IsStated(kind) && TreatmentOf(kind).Mode == LimitMode.Hard;
}
