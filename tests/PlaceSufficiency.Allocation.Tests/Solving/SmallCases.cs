using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Solving;

/// <summary>Random cases small enough to enumerate.</summary>
internal static class SmallCases
{
    private static readonly ProvisionId Independent = new("lakeside-independent");

    /// <summary>A small case with three candidates, and windows, prerequisites, exclusions, groups and budgets at random.</summary>
    public static (PlanningCase Case, DemandPath Demand) WithSchemes(Random random)
    {
        (PlanningCase planningCase, DemandPath demand) = Of(random);
        ProvisionId[] provisions = [.. planningCase.Provisions.Select(provision => provision.Id)];
        CapitalScheme[] schemes = [.. Enumerable.Range(0, 3).Select(i => Scheme(planningCase, i, provisions, random))];
        if (random.Next(3) == 0)
        {
            schemes[1] = schemes[1] with { Requires = [new Prerequisite(schemes[0].Id, random.Next(0, 2))] };
        }

        if (random.Next(4) == 0)
        {
            schemes[2] = schemes[2] with { Excludes = [schemes[0].Id] };
        }

        SchemeGroup? group = random.Next(3) == 0 ? new SchemeGroup("new", random.Next(0, 2), random.Next(1, 3)) : null;
        schemes = group is null ? schemes : [.. schemes.Select(scheme => scheme with { Groups = random.Next(4) == 0 ? [] : [group.Name] })];
        return (planningCase.WithSchemes(schemes) with
        {
            SchemeGroups = group is null ? [] : [group],
            Capital = random.Next(2) == 0 ? CapitalCounting.Cash : new CapitalCounting(CapitalBasis.Annualised, 0.035m, 30),
            Limits = planningCase.Limits with
            {
                CapitalTotal = random.Next(2) == 0 ? new Pounds(random.Next(20_000, 90_000)) : null,
                Capital = random.Next(3) == 0
                    ? ImmutableSortedDictionary<FinancialYear, Pounds>.Empty.Add(FinancialYear.StartingIn(TinyWorld.BaseYear.StartYear + random.Next(1, 4)), new Pounds(random.Next(0, 60_000)))
                    : ImmutableSortedDictionary<FinancialYear, Pounds>.Empty,
            },
        }, demand);
    }

    /// <summary>Three provisions, three years, four pupils, with imports, ceilings, closures, limits, moves and phase transfers at random.</summary>
    public static (PlanningCase Case, DemandPath Demand) Of(Random random)
    {
        PlanningCase tiny = TinyWorld.Case(3);
        Provision special = tiny.Provision(TinyWorld.SpecialSchool);
        PlanningCase planningCase = tiny with
        {
            Provisions =
            [
                .. tiny.Provisions,
                special with { Id = Independent, Kind = ProvisionKind.Inmss, Designation = special.Designation with { From = YearGroup.Of(random.Next(0, 8)), Levels = LevelSet.All } },
            ],
        };
        planningCase = planningCase.WithPlaces(TinyWorld.SpecialSchool, random.Next(0, 3)).WithPlaces(TinyWorld.Base, random.Next(0, 3)).WithPlaces(Independent, random.Next(0, 3))
            .WithProvision(TinyWorld.SpecialSchool, p => p with { OverNumberCeiling = random.Next(0, 2), Closes = random.Next(4) == 0 ? TinyWorld.BaseYear.PlusYears(2) : null })
            .WithProvision(TinyWorld.Base, p => p with { NoNewPlacementsFrom = random.Next(4) == 0 ? TinyWorld.BaseYear.PlusYears(random.Next(1, 4)) : null, Designation = p.Designation with { To = YearGroup.Of(random.Next(5, 12)) } });
        planningCase = planningCase with
        {
            Moves = random.Next(3) == 0 ? [new MoveRule(ProvisionKind.Inmss, TinyWorld.BaseYear.PlusYears(2))] : [],
            Limits = random.Next(3) == 0 ? new PlanLimits(ImmutableSortedDictionary<AcademicYear, int>.Empty.Add(TinyWorld.BaseYear.PlusYears(2), random.Next(0, 2))) : PlanLimits.None,
            Objective = random.Next(2) == 0 ? [ObjectiveTier.Unplaced, ObjectiveTier.OverNumber, ObjectiveTier.Cost] : [ObjectiveTier.Unplaced, ObjectiveTier.InmssPupils, ObjectiveTier.Cost],
            Prices = new PriceList(planningCase.Prices.Prices.AddRange(planningCase.Horizon.FinancialYears.SelectMany(year => new[]
            {
                KeyValuePair.Create((PriceItem.Fee, PriceScope.Of(ProvisionKind.Inmss), year), new Pounds(60_000)),
                KeyValuePair.Create((PriceItem.Move, PriceScope.All, year), new Pounds(random.Next(0, 90_000))),
            }))),
        };
        return (planningCase, StayBuilder.Path(planningCase.Horizon, Enumerable.Range(0, 4).Select(_ => RandomStay(random))));
    }

    /// <summary>A small case with tiers in random order, weights of levels, short thresholds of travel, and tolerances.</summary>
    public static (PlanningCase Case, DemandPath Demand) WithTiers(Random random, bool withTolerances)
    {
        (PlanningCase planningCase, DemandPath demand) = Of(random);
        ObjectiveTier[] rest = [.. Enum.GetValues<ObjectiveTier>().Except([ObjectiveTier.LimitPupils, ObjectiveTier.LimitSpend, ObjectiveTier.Unplaced])];
        random.Shuffle(rest);
        ObjectiveTier[] tiers = [ObjectiveTier.Unplaced, .. rest.Take(random.Next(1, 4))];
        return (planningCase with
        {
            Objective = [.. tiers],
            UnplacedWeights = ImmutableSortedDictionary<ProvisionLevel, int>.Empty.Add(ProvisionLevel.Special, random.Next(1, 4)),
            Travel = planningCase.Travel with { Threshold = TinyWorld.Minutes(random.Next(4, 10)) },
            Moves = random.Next(2) == 0 ? [new MoveRule(ProvisionKind.Inmss, TinyWorld.BaseYear.Next), new MoveRule(ProvisionKind.ResourcedProvision, TinyWorld.BaseYear.Next)] : planningCase.Moves,
            Tolerances = withTolerances
                ? ImmutableSortedDictionary<ObjectiveTier, TierTolerance>.Empty.Add(tiers[random.Next(tiers.Length - 1)], new TierTolerance(random.Next(0, 2) / 4m, random.Next(1, 3)))
                : ImmutableSortedDictionary<ObjectiveTier, TierTolerance>.Empty,
        }, demand);
    }

    /// <summary>A small case with limits of every kind at random, hard or priced, and reviews that move a share.</summary>
    public static (PlanningCase Case, DemandPath Demand) WithLimits(Random random)
    {
        (PlanningCase planningCase, DemandPath demand) = Of(random);
        AcademicYear[] years = [.. planningCase.Horizon.PlannedYears];
        bool Sometimes() => random.Next(3) == 0;
        planningCase = planningCase.WithProvision(TinyWorld.SpecialSchool, p => Sometimes() ? p with { Kind = ProvisionKind.MainstreamPlus } : p)
            .WithProvision(TinyWorld.Base, p => Sometimes() ? p with { Kind = ProvisionKind.Mainstream } : p);
        PlanLimits limits = planningCase.Limits with
        {
            InmssSpend = Sometimes() ? ImmutableSortedDictionary<AcademicYear, Pounds>.Empty.Add(years[random.Next(3)], new Pounds(random.Next(0, 150_000))) : ImmutableSortedDictionary<AcademicYear, Pounds>.Empty,
            HighNeeds = Sometimes() ? ImmutableSortedDictionary<FinancialYear, Pounds>.Empty.Add(years[random.Next(3)].AutumnFinancialYear, new Pounds(random.Next(0, 150_000))) : ImmutableSortedDictionary<FinancialYear, Pounds>.Empty,
            ClassGroups = Sometimes() ? ImmutableSortedDictionary<ProvisionId, int>.Empty.Add(random.Next(2) == 0 ? TinyWorld.Base : Independent, random.Next(1, 4)) : ImmutableSortedDictionary<ProvisionId, int>.Empty,
            Evenness = Sometimes() ? random.Next(2) == 0 ? new EvennessLimit(random.Next(2, 7) / 4m, null) : new EvennessLimit(null, random.Next(0, 3)) : null,
        };
        LimitKind[] priced = [.. new[] { LimitKind.InmssPupils, LimitKind.InmssSpend, LimitKind.HighNeeds, LimitKind.ClassGroup, LimitKind.Evenness }.Where(_ => Sometimes())];
        return (planningCase with
        {
            Limits = limits with { Treatments = priced.ToImmutableSortedDictionary(kind => kind, kind => new LimitTreatment(LimitMode.Priced, new Pounds(random.Next(0, 4) * (new LimitKey(kind).IsMoney ? 1 : 10_000)))) },
            Moves = Sometimes() ? [new MoveRule(ProvisionKind.Inmss, TinyWorld.BaseYear.Next) { Share = random.Next(0, 3) / 2m }] : planningCase.Moves,
            Stock = [.. demand.Stays.Where(stay => stay.FirstYear == TinyWorld.BaseYear).Select(stay => new StockCell(stay.Area, stay.Need, stay.Levels[0], stay.Sex, stay.YearGroupAtFirst, stay.Current, stay.Pupils))],
        }, demand);
    }

    private static Stay RandomStay(Random random)
    {
        bool stock = random.Next(2) == 0;
        int from = stock ? 0 : random.Next(1, 4);
        ProvisionId? at = !stock ? null : random.Next(4) switch { 0 => TinyWorld.SpecialSchool, 1 => TinyWorld.Base, 2 => Independent, _ => null };
        return StayBuilder.Stay(
            1,
            random.Next(3, 13),
            from,
            random.Next(from, 4),
            at,
            random.Next(2) == 0 ? TinyWorld.North : TinyWorld.South,
            level: random.Next(2) == 0 ? ProvisionLevel.Resourced : ProvisionLevel.Special);
    }

    private static CapitalScheme Scheme(PlanningCase planningCase, int index, ProvisionId[] provisions, Random random)
    {
        int earliest = random.Next(1, 3);
        return planningCase.Candidate($"scheme-{index}", provisions[random.Next(provisions.Length)], random.Next(1, 3), random.Next(0, 50_000)) with
        {
            Candidate = new OpeningWindow(TinyWorld.BaseYear.PlusYears(earliest), TinyWorld.BaseYear.PlusYears(random.Next(earliest, 4))),
            Groups = random.Next(2) == 0 ? ["new"] : [],
        };
    }
}
