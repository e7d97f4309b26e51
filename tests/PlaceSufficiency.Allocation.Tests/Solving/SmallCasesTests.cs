using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Solving;

public sealed class SmallCasesTests
{
    private static readonly ProvisionId Independent = new("lakeside-independent");

    [Fact]
    public void EveryTierIsAtItsBestOnCasesSmallEnoughToEnumerate()
    {
        int proven = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = RandomCase(new Random(seed));
            long[] best = BruteForce.Best(planningCase, demand);
            PlacementPlan plan = Planned.By(planningCase, demand);
            string values = $"seed {seed}: {string.Join(' ', plan.Tiers.Select(tier => (tier.Tier, tier.Bound)))} {string.Join(' ', plan.Tiers.Select(tier => tier.Value))} against {string.Join(' ', best)}";

            Assert.True(best.SequenceEqual(plan.Tiers.Select(tier => tier.Value)), values);
            Assert.All(plan.Tiers, tier => Assert.True(tier.Bound <= tier.Value + 1e-6, values));
            proven += plan.Tiers.All(tier => tier.Gap < 1e-6) ? 1 : 0;
        }

        // Enough of them are proven for the bound to mean something.
        Assert.InRange(proven, 380, 400);
    }

    [Fact]
    public void MorePlacesNeverLeaveMorePupilsUnplaced()
    {
        for (int seed = 1000; seed < 1100; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = RandomCase(new Random(seed));
            PlanningCase more = planningCase with { Places = planningCase.Places.With(TinyWorld.SpecialSchool, planningCase.Horizon.PlannedYears, (_, places) => places + 1) };

            Assert.True(Planned.By(more, demand).Tiers[0].Value <= Planned.By(planningCase, demand).Tiers[0].Value, $"seed {seed}");
        }
    }

    [Fact]
    public void TheSameCaseGivesTheSamePlan()
    {
        (PlanningCase planningCase, DemandPath demand) = RandomCase(new Random(7));
        string Text() => string.Join('\n', Planned.By(planningCase, demand).Paths.Select(path => $"{path.Stay} {path.Pupils} {string.Join(',', path.Provisions)}"));

        Assert.Equal(Text(), Text());
    }

    /// <summary>Three provisions, three years, four pupils, with imports, ceilings, closures, limits, moves and phase transfers at random.</summary>
    private static (PlanningCase Case, DemandPath Demand) RandomCase(Random random)
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
}
