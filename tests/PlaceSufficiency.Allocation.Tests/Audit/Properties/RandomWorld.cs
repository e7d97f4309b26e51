using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Properties;

/// <summary>A small world of two to four provisions over one to four planned years in which every rule may bite, from a seed.</summary>
internal sealed class RandomWorld
{
    private static readonly ProvisionKind[] _kinds = [ProvisionKind.ResourcedProvision, ProvisionKind.SpecialSchool, ProvisionKind.Inmss, ProvisionKind.FurtherEducation];

    private readonly Random _random;

    private RandomWorld(int seed) => _random = new Random(seed);

    public static (PlanningCase Case, DemandPath Demand) Of(int seed, int stays = 8)
    {
        RandomWorld world = new(seed);
        PlanningCase planningCase = world.Case();
        Stay[] all = [.. Enumerable.Range(0, stays).Select(_ => world.Stay(planningCase))];
        return AuditWorld.With(planningCase, all);
    }

    /// <summary>Prices of at least 0, some of them 0, of the size of the tier's unit.</summary>
    public static TierPrices Prices(PlanningCase planningCase, ObjectiveTier tier, int seed)
    {
        Random random = new(seed);
        double scale = tier.Unit() == TierUnit.Pence ? 2_000_000 : 2;
        double Price() => random.Next(3) == 0 ? 0 : random.NextDouble() * scale;
        return AuditWorld.Prices(
            planningCase.Provisions.SelectMany(provision => planningCase.Horizon.PlannedYears.Select(year => (provision.Id, year))).ToDictionary(key => key, _ => Price()),
            planningCase.Limits.InmssPupils.Keys.ToDictionary(year => year, _ => Price()),
            planningCase.Objective.TakeWhile(earlier => earlier != tier).ToDictionary(earlier => earlier, _ => Price()));
    }

    private PlanningCase Case()
    {
        PlanningCase tiny = TinyWorld.Case(_random.Next(1, 5));
        Provision[] provisions = [.. Enumerable.Range(0, _random.Next(2, 5)).Select(index => Provision(tiny, index))];
        AcademicYear[] years = [.. tiny.Horizon.AllYears];
        CapitalScheme scheme = new(new("wing"), "wing", provisions[0].Id, Maybe(Any(years)), [new SchemeYear(0, 2, Pounds.Zero), new SchemeYear(1, 3, new(5))]);
        ObjectiveTier[] rest = [.. Enum.GetValues<ObjectiveTier>().Except([ObjectiveTier.LimitPupils, ObjectiveTier.LimitSpend, ObjectiveTier.Unplaced])];
        _random.Shuffle(rest);
        return tiny with
        {
            Provisions = [.. provisions],
            Places = new PlacesByYear(provisions.SelectMany(provision => years.Select(year => (provision.Id, year, _random.Next(0, 6))))),
            Imports = new PlacesByYear(provisions.SelectMany(provision => years.Select(year => (provision.Id, year, Math.Max(0, _random.Next(-3, 3)))))),
            Schemes = [scheme],
            Prices = Prices(tiny.Horizon),
            Travel = tiny.Travel with { Ceiling = Minutes(_random.Next(8, 13)), Threshold = Minutes(7) },
            Objective = [ObjectiveTier.Unplaced, .. rest],
            UnplacedWeights = ImmutableSortedDictionary<ProvisionLevel, int>.Empty.Add(ProvisionLevel.Special, _random.Next(1, 4)),
            Limits = new PlanLimits(tiny.Horizon.PlannedYears.Where(_ => _random.Next(2) == 0).ToImmutableSortedDictionary(year => year, _ => _random.Next(0, 4))),
            Moves = _random.Next(2) == 0 ? [] : [new MoveRule(Any(_kinds), Any(years))],
        };
    }

    private Provision Provision(PlanningCase tiny, int index)
    {
        (int from, int to) = (_random.Next(-2, 8), _random.Next(8, 20));
        ProvisionLevel[] levels = [ProvisionLevel.Resourced, .. Enum.GetValues<ProvisionLevel>().Where(_ => _random.Next(3) == 0)];
        AcademicYear[] years = [.. tiny.Horizon.AllYears];
        return tiny.Provisions[index % 2] with
        {
            Id = new ProvisionId($"p{index}"),
            Kind = Any(_kinds),
            Designation = new Designation(
                NeedSet.Of([PrimaryNeed.ASD, .. Enum.GetValues<PrimaryNeed>().Where(_ => _random.Next(2) == 0)]), YearGroup.Of(from), YearGroup.Of(to), Any(SexAdmitted.Mixed, SexAdmitted.Mixed, SexAdmitted.Girls), LevelSet.Of(levels)),
            OverNumberCeiling = Any(0, 0.25m, 0.5m),
            Opens = Rarely(Any(years)),
            Closes = Rarely(Any(years)),
            NoNewPlacementsFrom = Rarely(Any(years)),
        };
    }

    private Stay Stay(PlanningCase planningCase)
    {
        int first = _random.Next(0, planningCase.Horizon.AllYears.Count);
        int last = _random.Next(first, planningCase.Horizon.AllYears.Count);
        Stay stay = StayBuilder.Stay(
            _random.Next(1, 4),
            Any(-2, 0, 3, 5, 6, 10, 11, 13, 14),
            first,
            last,
            at: null,
            area: Any(North, South),
            need: Any(PrimaryNeed.ASD, PrimaryNeed.SEMH),
            sex: Any(Sex.Female, Sex.Male));
        ProvisionLevel early = Any(ProvisionLevel.Mainstream, ProvisionLevel.Resourced, ProvisionLevel.Resourced, ProvisionLevel.Special);
        ProvisionLevel late = _random.Next(3) == 0 ? Any(ProvisionLevel.Resourced, ProvisionLevel.Special) : early;
        int change = _random.Next(0, stay.Levels.Count + 1);
        ProvisionId? current = first == 0 && _random.Next(4) > 0 ? Any([.. planningCase.Provisions]).Id : null;
        return stay with { Current = current, Levels = [.. stay.Levels.Select((_, index) => index < change ? early : late)] };
    }

    private PriceList Prices(Horizon horizon) => new(
        (from item in Enum.GetValues<PriceItem>()
         from scope in new[] { PriceScope.All, PriceScope.Of(ProvisionKind.Inmss) }
         from year in horizon.FinancialYears
         select (item, scope, year)).ToImmutableDictionary(key => key, _ => new Pounds(_random.Next(0, 1_000_000) / 100m)));

    private T Any<T>(params ReadOnlySpan<T> of) => of[_random.Next(of.Length)];

    private AcademicYear? Maybe(AcademicYear year) => _random.Next(2) == 0 ? year : null;

    private AcademicYear? Rarely(AcademicYear year) => _random.Next(5) == 0 ? year : null;
}
