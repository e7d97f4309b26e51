using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Allocation.Tests.Audit.Properties;
using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Exact;

/// <summary>Every solver reaches the same value on every tier, within the gap that prices leave, and every plan passes the same audit.</summary>
public sealed class SolverAgreementTests
{
    private static readonly SolverChoice[] _all = Enum.GetValues<SolverChoice>();

    [Fact]
    public void OnAWorldSolvedByHandEverySolverSaysTheSame()
    {
        // One place in each; the second pupil fits only the base. The first goes to the special school for 12,000 a year, the second to the base for 6,000 and 1,200 of transport.
        PlanningCase planningCase = TinyWorld.Case(2).WithPlaces(TinyWorld.Base, 1).WithPlaces(TinyWorld.SpecialSchool, 1);
        DemandPath demand = StayBuilder.Path(
            planningCase.Horizon, StayBuilder.Stay(1, 3, 1, 2), StayBuilder.Stay(1, 3, 2, 2, level: Domain.Provisions.ProvisionLevel.Mainstream));

        Assert.All(_all, solver => Assert.Equal(
            [0, 0, (2 * 1_200_000) + 720_000], Planned.By(planningCase with { Solver = solver }, demand).Tiers.Select(tier => tier.Value)));
    }

    [Fact]
    public void OnRandomCases()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.Of(new Random(seed));
            Agree($"seed {seed}", planningCase.WithStockOf(demand), demand, _all);
        }
    }

    [Fact]
    public void OnRandomCasesWithSchemes()
    {
        for (int seed = 0; seed < 25; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.WithSchemes(new Random(seed));
            Agree($"seed {seed}", planningCase.WithStockOf(demand), demand, SolverChoice.Auto, SolverChoice.Mip, SolverChoice.CpSat);
        }
    }

    [Fact]
    public void OnRandomWorlds()
    {
        for (int seed = 0; seed < 25; seed++)
        {
            var world = RandomWorld.Of(seed);
            Agree($"seed {seed}", world.Case, world.Demand, SolverChoice.Auto, SolverChoice.Mip, SolverChoice.CpSat);
        }
    }

    [Fact]
    public void ACaseThatIsTooLargeIsRefusedWithItsSize()
    {
        PlanningCase planningCase = TinyWorld.Case(6);
        DemandPath demand = StayBuilder.Path(planningCase.Horizon, Enumerable.Range(0, 6000).Select(i => StayBuilder.Stay(
            1, i % 8, 1 + (i % 3), 3 + (i % 4), area: i % 2 == 0 ? TinyWorld.North : TinyWorld.South)));
        PlanningCase many = planningCase with { Areas = [.. Enumerable.Range(0, 2000).Select(i => TinyWorld.Area(new Domain.Geography.PlanningAreaId($"area-{i}"), 100_000 + (7 * i)))] };
        DemandPath spread = demand with { Stays = [.. demand.Stays.Select(stay => stay with { Area = many.Areas[stay.Number % 2000].Id })] };

        Assert.StartsWith(
            "The case is too large for solver cp-sat: about ",
            Assert.Throws<NoSolutionException>(() => Planned.By(many with { Solver = SolverChoice.CpSat }, spread)).Message,
            StringComparison.Ordinal);
    }

    private static void Agree(string name, PlanningCase planningCase, DemandPath demand, params SolverChoice[] solvers)
    {
        List<(SolverChoice Solver, PlacementPlan Plan)> plans = [];
        List<SolverChoice> unsolved = [];
        foreach (SolverChoice solver in solvers)
        {
            PlanningCase asked = planningCase with { Solver = solver };
            try
            {
                plans.Add((solver, Planned.By(asked, demand)));
            }
            catch (NoSolutionException)
            {
                unsolved.Add(solver);
                continue;
            }

            Assert.True(PlanAudit.Check(asked, demand, plans[^1].Plan).Passed, $"{name}, {solver}: {string.Join("; ", PlanAudit.Check(asked, demand, plans[^1].Plan).Findings)}");
        }

        if (plans.Count == 0)
        {
            // Rules on schemes may contradict each other: then nobody finds a plan.
            return;
        }

        // Prices alone say so where they cannot hold a case or find no plan that keeps it; nobody else may give up on what another solves.
        Assert.True(unsolved.TrueForAll(solver => solver == SolverChoice.Prices), $"{name}: unsolved by {string.Join(", ", unsolved)}");
        IReadOnlyList<TierResult> first = plans[0].Plan.Tiers;
        foreach ((SolverChoice solver, PlacementPlan plan) in plans.Skip(1))
        {
            // Two plans with the same earlier tiers are as far apart as their gaps at most; once an earlier tier differs within its gap, later ones say nothing.
            for (int i = 0; i < first.Count && (i == 0 || first[i - 1].Value == plan.Tiers[i - 1].Value); i++)
            {
                double gap = Math.Max(first[i].Gap * first[i].Value, plan.Tiers[i].Gap * plan.Tiers[i].Value);
                Assert.True(
                    Math.Abs(first[i].Value - plan.Tiers[i].Value) <= gap + 1e-6,
                    $"{name}: {plans[0].Solver} {first[i].Value} and {solver} {plan.Tiers[i].Value} on {first[i].Tier}");
                if (solver is SolverChoice.Mip or SolverChoice.CpSat)
                {
                    Assert.True(plan.Tiers[i].Value <= first[i].Value, $"{name}: {solver} {plan.Tiers[i].Value} is above {first[i].Value} on {first[i].Tier}");
                }
            }
        }
    }
}
