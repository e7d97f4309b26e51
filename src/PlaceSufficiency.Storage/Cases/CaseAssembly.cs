using System.Collections.Immutable;
using NodaTime;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases.Checks;
using PlaceSufficiency.Storage.Tables;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Cases;

/// <summary>Puts checked settings and tables together to a base case. Everything is ordered by id, so that the order of rows means nothing.</summary>
internal static class CaseAssembly
{
    /// <summary>A day at any distance: for cases that state costs instead of journeys.</summary>
    private static readonly TravelSettings AnyJourney = new(1, 30, OfEveryPhase(1440), OfEveryPhase(1440));

    /// <summary>The base case, without the totals that demand must reach.</summary>
    /// <remarks>Only defined when no check found an error.</remarks>
    public static PlanningCase Assemble(CaseSettings settings, CaseTables tables)
    {
        ILookup<PlanningAreaId, (int Age, int Persons)> population = tables.Population.Rows.ToLookup(row => row.Area, row => (row.Age, row.Persons));
        ImmutableArray<ObjectiveTier> usual = [ObjectiveTier.Unplaced, ObjectiveTier.OverNumber, ObjectiveTier.Cost];
        return new PlanningCase
        {
            Name = settings.Name,
            Question = settings.Question,
            Authority = settings.Authority,
            Horizon = Settings.HorizonOf(settings)!,
            Areas =
            [
                .. tables.Areas.Rows.OrderBy(row => row.Id).Select(row =>
                    new PlanningArea(row.Id, row.Name, row.Centroid, PopulationOf(population[row.Id]))),
            ],
            Providers = [.. ProvidersOf(settings, tables).OrderBy(provider => provider.Id)],
            Provisions = [.. tables.Provisions.Rows.Select(row => row.Provision).OrderBy(provision => provision.Id)],
            Places = new PlacesByYear(tables.Places.Rows.Select(row => (row.Provision, row.From, row.Places))),
            Imports = new PlacesByYear(tables.Places.Rows.Select(row => (row.Provision, row.From, row.Imports))),
            Schemes = SchemesOf(tables, Settings.HorizonOf(settings)!),
            SchemeGroups = [.. (settings.SchemeGroups ?? ImmutableSortedDictionary<string, SchemeGroupSettings>.Empty).Select(group => new SchemeGroup(group.Key, group.Value.Exactly ?? group.Value.AtLeast ?? 0, group.Value.Exactly ?? group.Value.AtMost))],
            Capital = settings.Capital is { } capital ? new CapitalCounting(capital.Basis, capital.Rate, capital.LifeYears) : CapitalCounting.Cash,
            Stock = StockOf(tables),
            History = [.. tables.History.Rows.Select(row => row.Count).OrderBy(count => (count.Year, count.Need, count.From))],
            Demand = DemandOf(settings.Demand, tables),
            Prices = new PriceList(tables.Prices.Rows.ToImmutableDictionary(row => (row.Item, row.Scope, row.Year), row => row.Pounds)),
            PupilCosts = tables.HasCosts ? new PupilCosts(tables.Costs.Rows.ToDictionary(row => (row.Area, row.Provision), row => row.Pounds)) : null,
            Travel = TravelOf(settings.Travel ?? AnyJourney, tables),
            Objective = settings.Objective ?? usual,
            UnplacedWeights = settings.UnplacedWeights ?? ImmutableSortedDictionary<ProvisionLevel, int>.Empty,
            Tolerances = (settings.Tolerances ?? ImmutableSortedDictionary<ObjectiveTier, ToleranceSettings>.Empty).ToImmutableSortedDictionary(
                entry => entry.Key, entry => TierTolerance.Of(entry.Key, entry.Value.Share, entry.Value.Units)),
            Limits = new PlanLimits(settings.Limits?.InmssPupils ?? ImmutableSortedDictionary<AcademicYear, int>.Empty)
            {
                Capital = settings.Limits?.Capital ?? ImmutableSortedDictionary<FinancialYear, Pounds>.Empty,
                CapitalTotal = settings.Limits?.CapitalTotal,
                InmssSpend = settings.Limits?.InmssSpend ?? ImmutableSortedDictionary<AcademicYear, Pounds>.Empty,
                HighNeeds = settings.Limits?.HighNeeds ?? ImmutableSortedDictionary<FinancialYear, Pounds>.Empty,
                ClassGroups = settings.Limits?.ClassGroups ?? ImmutableSortedDictionary<ProvisionId, int>.Empty,
                Evenness = settings.Limits?.Evenness is { } even ? new EvennessLimit(even.TimesMean, even.Most) : null,
                Treatments = (settings.Limits?.Treatments ?? ImmutableSortedDictionary<LimitKind, TreatmentSettings>.Empty).ToImmutableSortedDictionary(
                    entry => entry.Key, entry => new LimitTreatment(entry.Value.Mode, entry.Value.Price ?? Pounds.Zero)),
            },
            Moves = [.. (settings.Moves ?? []).Select(move => new MoveRule(move.FromKind, move.Starting) { Share = move.Share })],
            NeedGroups = settings.NeedGroups is { } groups
                ? [.. groups.Select(group => new NeedGroup(group.Key, group.Value))]
                : [new NeedGroup("all needs", NeedSet.All)],
        };
    }

    /// <summary>Residents by age; nobody where a case with costs states none.</summary>
    private static int[] PopulationOf(IEnumerable<(int Age, int Persons)> residents) =>
        residents.Any() ? [.. residents.OrderBy(age => age.Age).Select(age => age.Persons)] : new int[WholePopulation.Ages];

    /// <summary>The providers; where a case with costs names none, each provision is one of its own.</summary>
    private static IEnumerable<Provider> ProvidersOf(CaseSettings settings, CaseTables tables) => tables.HasCosts && tables.Providers.Rows.Count == 0
        ? tables.Provisions.Rows.Select(row => row.Provision).DistinctBy(provision => provision.Provider)
            .Select(provision => new Provider(provision.Provider, provision.Name, null, settings.Authority, AreasTable.Nowhere))
        : tables.Providers.Rows.Select(row => row.Provider);

    private static ImmutableArray<CapitalScheme> SchemesOf(CaseTables tables, Horizon horizon)
    {
        ILookup<SchemeId, SchemeYearGroup> groups = tables.SchemeYears.Rows
            .SelectMany(row => row.ByYearGroup.Select(of => (row.Scheme, Group: new SchemeYearGroup(row.Year.YearsAfterOpening, of.Group, of.Places)))).ToLookup(of => of.Scheme, of => of.Group);
        ILookup<SchemeId, SchemeYear> years = tables.SchemeYears.Rows.ToLookup(row => row.Scheme, row => row.Year);
        return
        [
            .. tables.Schemes.Rows.OrderBy(row => row.Id).Select(row =>
                new CapitalScheme(row.Id, row.Name, row.Provision, row.Opens, [.. years[row.Id].OrderBy(year => year.YearsAfterOpening)])
                {
                    Candidate = row.Status == SchemeStatus.Candidate ? new OpeningWindow(row.Earliest ?? horizon.PlannedYears[0], row.Latest ?? horizon.LastYear) : null,
                    Requires = [.. row.Requires.OrderBy(before => before.Scheme)],
                    Excludes = [.. row.Excludes.Order()],
                    YearGroups = [.. groups[row.Id].OrderBy(group => group.YearsAfterOpening).ThenBy(group => group.YearGroup)],
                    Groups = [.. row.Groups.Order(StringComparer.Ordinal)],
                }),
        ];
    }

    private static ImmutableArray<StockCell> StockOf(CaseTables tables) =>
    [
        .. tables.Stock.Rows.Select(row => row.Cell)
            .OrderBy(cell => cell.Area).ThenBy(cell => cell.Need).ThenBy(cell => cell.Level).ThenBy(cell => cell.Sex)
            .ThenBy(cell => cell.YearGroup).ThenBy(cell => cell.Current?.Value, StringComparer.Ordinal),
    ];

    private static DemandAssumptions DemandOf(DemandSettings? settings, CaseTables tables) => new(
        ImmutableSortedDictionary<AcademicYear, int>.Empty,
        tables.Joiners.Rows.ToImmutableSortedDictionary(row => (row.YearGroup, row.Need, row.Sex), row => row.PerYear),
        tables.Leavers.Rows.GroupBy(row => row.YearGroup).ToImmutableSortedDictionary(rows => rows.Key, rows => rows.Sum(row => row.Share)),
        tables.Levels.Rows.ToImmutableSortedDictionary(row => (row.Need, row.Phase, row.Level), row => row.Share),
        [],
        [])
    {
        Reviews = [.. tables.Reviews.Rows.Select(row => row.Change).OrderBy(change => (change.Need, change.Phase, change.Level, change.ToNeed, change.ToLevel))],
        LeaverReasons = tables.Leavers.Rows.Where(row => row.Reason != LeavingReason.Any).ToImmutableSortedDictionary(row => (row.YearGroup, row.Reason), row => row.Share),
        Uncertainty = settings?.Uncertainty?.Stated ?? DemandUncertainty.Default,
        Population = (settings?.Population ?? new PopulationSettings()).Stated([.. tables.Projection.Rows.OrderBy(row => row.Line).Select(row => row.Residents)]),
        Trend = settings?.Trend?.Stated ?? RateTrend.None,
    };

    private static TravelRules TravelOf(TravelSettings travel, CaseTables tables) => new(
        (double)travel.Circuity,
        (double)travel.SpeedKmPerHour,
        Duration.FromMinutes(travel.FixedMinutes),
        Minutes(travel.CeilingMinutes),
        Minutes(travel.ThresholdMinutes),
        tables.Travel.Rows.ToImmutableDictionary(row => (row.Area, row.Provider), row => row.Journey));

    private static ImmutableSortedDictionary<Phase, Duration> Minutes(ImmutableSortedDictionary<Phase, int> minutes) =>
        minutes.ToImmutableSortedDictionary(pair => pair.Key, pair => Duration.FromMinutes(pair.Value));

    private static ImmutableSortedDictionary<Phase, int> OfEveryPhase(int minutes) =>
        Enum.GetValues<Phase>().ToImmutableSortedDictionary(phase => phase, _ => minutes);
}
