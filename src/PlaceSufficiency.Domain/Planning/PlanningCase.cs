using System.Collections.Frozen;
using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Planning;

/// <summary>From a year on, pupils placed in one kind of provision may move although their placement still fits.</summary>
/// <param name="FromKind">Kind they may leave.</param>
/// <param name="Starting">First academic year in which they may.</param>
public sealed record MoveRule(ProvisionKind FromKind, AcademicYear Starting)
{
    /// <summary>Most that move in a year, as a share of those who were in the kind the year before: the reviews that end in a move. Null for any number.</summary>
    public decimal? Share { get; init; }
}

/// <summary>A named group of needs that reports keep together.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Needs">The needs in it; groups do not overlap.</param>
public sealed record NeedGroup(string Name, NeedSet Needs);

/// <summary>
/// Everything a plan is made from, validated and complete: the words of the field put together. Immutable; a scenario is
/// this record with changes applied.
/// </summary>
public sealed record PlanningCase
{
    private readonly Lazy<FrozenDictionary<PlanningAreaId, PlanningArea>> _areas;
    private readonly Lazy<FrozenDictionary<ProviderId, Provider>> _providers;
    private readonly Lazy<FrozenDictionary<ProvisionId, Provision>> _provisions;
    private readonly Lazy<ILookup<ProvisionId, CapitalScheme>> _schemes;

    /// <summary>Makes an empty case; set the rest with initialisers.</summary>
    public PlanningCase()
    {
        _areas = new(() => Areas.ToFrozenDictionary(area => area.Id));
        _providers = new(() => Providers.ToFrozenDictionary(provider => provider.Id));
        _provisions = new(() => Provisions.ToFrozenDictionary(provision => provision.Id));
        _schemes = new(() => Schemes.ToLookup(scheme => scheme.Provision));
    }

    private PlanningCase(PlanningCase original)
    {
        (Name, Question, Authority, Horizon) = (original.Name, original.Question, original.Authority, original.Horizon);
        (Areas, Providers, Provisions, Places, Imports) = (original.Areas, original.Providers, original.Provisions, original.Places, original.Imports);
        (Schemes, Stock, Demand, Prices, Travel) = (original.Schemes, original.Stock, original.Demand, original.Prices, original.Travel);
        (PupilCosts, History) = (original.PupilCosts, original.History);
        (Objective, Limits, Moves, NeedGroups) = (original.Objective, original.Limits, original.Moves, original.NeedGroups);
        (SchemeGroups, Capital) = (original.SchemeGroups, original.Capital);
        (UnplacedWeights, Tolerances) = (original.UnplacedWeights, original.Tolerances);
        _areas = new(() => Areas.ToFrozenDictionary(area => area.Id));
        _providers = new(() => Providers.ToFrozenDictionary(provider => provider.Id));
        _provisions = new(() => Provisions.ToFrozenDictionary(provision => provision.Id));
        _schemes = new(() => Schemes.ToLookup(scheme => scheme.Provision));
    }

    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>The question it answers, one sentence.</summary>
    public string Question { get; init; } = string.Empty;

    /// <summary>The resident authority.</summary>
    public required string Authority { get; init; }

    /// <summary>The years it covers.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>Home areas, by id.</summary>
    public required ImmutableArray<PlanningArea> Areas { get; init; }

    /// <summary>Schools and colleges, by id.</summary>
    public required ImmutableArray<Provider> Providers { get; init; }

    /// <summary>Provisions, by id; their order decides ties.</summary>
    public required ImmutableArray<Provision> Provisions { get; init; }

    /// <summary>Places before any scheme opens.</summary>
    public required PlacesByYear Places { get; init; }

    /// <summary>Places taken by other authorities' pupils.</summary>
    public required PlacesByYear Imports { get; init; }

    /// <summary>Capital schemes, by id: committed, candidate or not considered.</summary>
    public ImmutableArray<CapitalScheme> Schemes { get; init; } = [];

    /// <summary>How many schemes of a group may open.</summary>
    public ImmutableArray<SchemeGroup> SchemeGroups { get; init; } = [];

    /// <summary>How the cost tier counts the capital of candidates that open.</summary>
    public CapitalCounting Capital { get; init; } = CapitalCounting.Cash;

    /// <summary>Pupils of the base year.</summary>
    public required ImmutableArray<StockCell> Stock { get; init; }

    /// <summary>Plans of other Januaries, by which forecasts can be tested; empty where none are known.</summary>
    public ImmutableArray<HistoryCount> History { get; init; } = [];

    /// <summary>How the stock moves on.</summary>
    public required DemandAssumptions Demand { get; init; }

    /// <summary>Prices.</summary>
    public required PriceList Prices { get; init; }

    /// <summary>What a pupil of an area costs at a provision, where that is stated; null where it is put together from journeys and prices.</summary>
    public PupilCosts? PupilCosts { get; init; }

    /// <summary>Journeys.</summary>
    public required TravelRules Travel { get; init; }

    /// <summary>What is minimised, first things first; each tier at most once, <see cref="ObjectiveTier.Unplaced"/> first.</summary>
    public ImmutableArray<ObjectiveTier> Objective { get; init; } = [ObjectiveTier.Unplaced, ObjectiveTier.OverNumber, ObjectiveTier.Cost];

    /// <summary>What a pupil-year without a place counts for in the unplaced tier, by level called for, at least 1; a level not named counts 1.</summary>
    public ImmutableSortedDictionary<ProvisionLevel, int> UnplacedWeights { get; init; } = ImmutableSortedDictionary<ProvisionLevel, int>.Empty;

    /// <summary>How much worse a tier may become while later tiers are minimised; a tier not named is held at its best.</summary>
    public ImmutableSortedDictionary<ObjectiveTier, TierTolerance> Tolerances { get; init; } = ImmutableSortedDictionary<ObjectiveTier, TierTolerance>.Empty;

    /// <summary>Limits on the plan as a whole.</summary>
    public PlanLimits Limits { get; init; } = PlanLimits.None;

    /// <summary>Moves allowed beyond phase transfers and closures.</summary>
    public ImmutableArray<MoveRule> Moves { get; init; } = [];

    /// <summary>Groups of needs that reports keep together; every need belongs to exactly one.</summary>
    public ImmutableArray<NeedGroup> NeedGroups { get; init; } = [new NeedGroup("all needs", NeedSet.All)];

    /// <summary>The area of that id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public PlanningArea Area(PlanningAreaId id) => _areas.Value[id];

    /// <summary>The provider of that id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Provider Provider(ProviderId id) => _providers.Value[id];

    /// <summary>The provision of that id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Provision Provision(ProvisionId id) => _provisions.Value[id];

    /// <summary>Whether there is a provision of that id.</summary>
    public bool HasProvision(ProvisionId id) => _provisions.Value.ContainsKey(id);

    /// <summary>What a pupil-year without a place counts for where the plan calls for that level.</summary>
    public int UnplacedWeight(ProvisionLevel level) => UnplacedWeights.GetValueOrDefault(level, 1);

    /// <summary>All tiers in order: those by which hard limits give, in their own units, then the objective.</summary>
    public ImmutableArray<ObjectiveTier> Tiers => [.. Limits.GivingTiers, .. Objective];

    /// <summary>The value at which a tier is held while later ones are minimised, when <paramref name="best"/> was reached on it.</summary>
    public long HeldAt(ObjectiveTier tier, long best) => Tolerances.TryGetValue(tier, out TierTolerance? tolerance) ? tolerance.HeldAt(best) : best;

    /// <summary>Schemes that the plan decides on, by id.</summary>
    public IEnumerable<CapitalScheme> Candidates => Schemes.Where(scheme => scheme.Status == SchemeStatus.Candidate);

    /// <summary>The case once a plan has decided: candidates that it opens are committed, the others are no longer considered.</summary>
    public PlanningCase WithOpenings(IReadOnlyDictionary<SchemeId, AcademicYear> openings) => this with
    {
        Schemes = [.. Schemes.Select(scheme => scheme.Status == SchemeStatus.Candidate
            ? scheme with { Candidate = null, DecidedWithin = scheme.Candidate, Opens = openings.TryGetValue(scheme.Id, out AcademicYear opens) ? opens : null }
            : scheme)],
    };

    /// <summary>Schemes that add places to a provision, open or not, in the case's order.</summary>
    public IEnumerable<CapitalScheme> SchemesOf(ProvisionId provision) => _schemes.Value[provision];

    /// <summary>Places of a provision in a year, committed schemes included; 0 while it is not open.</summary>
    public int PlacesIn(Provision provision, AcademicYear year) => provision.IsOpenIn(year)
        ? Places[provision.Id, year] + SchemesOf(provision.Id).Sum(scheme => scheme.PlacesIn(year))
        : 0;

    /// <summary>Whether a provision fills by year group: all its places come from schemes that state them so.</summary>
    public bool FillsByYearGroup(Provision provision) => SchemesOf(provision.Id).Any(scheme => !scheme.YearGroups.IsEmpty && (scheme.Status != SchemeStatus.NotConsidered || scheme.DecidedWithin is not null));

    /// <summary>Places of a provision that fills by year group, for a year group in a year; committed schemes alone.</summary>
    public int PlacesIn(Provision provision, AcademicYear year, YearGroup group) => provision.IsOpenIn(year)
        ? SchemesOf(provision.Id).Sum(scheme => scheme.Opens is { } opens ? scheme.PlacesIn(year, opens, group) : 0)
        : 0;

    /// <summary>Places that the resident authority's pupils can use: places less imports, at least 0.</summary>
    public int PlacesForResidents(Provision provision, AcademicYear year) => Math.Max(0, PlacesIn(provision, year) - Imports[provision.Id, year]);

    /// <summary>The one-way journey from an area to a provision.</summary>
    public Journey JourneyTo(Provision provision, PlanningAreaId area) => Travel.JourneyBetween(Area(area), Provider(provision.Provider));

    /// <summary>The need group that holds a need.</summary>
    public NeedGroup GroupOf(PrimaryNeed need) => NeedGroups.First(group => group.Needs.Contains(need));
}
