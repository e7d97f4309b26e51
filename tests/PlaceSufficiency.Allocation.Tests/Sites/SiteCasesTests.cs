using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Allocation.Sites;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Tests.Sites;

public class SiteCasesTests
{
    [Fact]
    public void Random_cases_are_solved_as_sites_and_the_audit_proves_them_best()
    {
        int solved = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SiteWorld.Of(seed);
            PlacementPlan plan = Planned.By(planningCase, demand);
            TierResult cost = plan.Tiers[^1];
            if (cost.Sites is null)
            {
                continue;
            }

            solved++;
            PlanAuditReport report = PlanAudit.Check(planningCase, demand, plan);
            Assert.True(report.Passed, $"seed {seed}: {string.Join(Environment.NewLine, report.Findings)}");
            Assert.Equal(Enumeration.Cheapest(SiteStructure.Of(planningCase, demand)!.Problem), cost.Value);
            Assert.Equal(cost.Value, report.Tiers[^1].Bound, 1e-3);
        }

        Assert.InRange(solved, 30, 59);
    }

    [Fact]
    public void The_general_solver_agrees_within_its_gap()
    {
        for (int seed = 0; seed < 25; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SiteWorld.Of(seed);

            // A limit that never binds makes it a case for the general solver.
            PlanningCase limited = planningCase with { Limits = PlanLimits.None with { CapitalTotal = new Pounds(1_000_000) } };
            PlacementPlan general = Planned.By(limited, demand);
            PlacementPlan own = Planned.By(planningCase, demand);

            Assert.Null(general.Tiers[^1].Sites);
            Assert.Equal(general.Tiers[0].Value, own.Tiers[0].Value);
            Assert.InRange(own.Tiers[^1].Value, general.Tiers[^1].Bound - 1e-3, general.Tiers[^1].Value);
        }
    }

    [Fact]
    public void A_proof_that_was_tampered_with_proves_less()
    {
        (PlanningCase planningCase, DemandPath demand) = Enumerable.Range(0, 50).Select(SiteWorld.Of).First(world => Planned.By(world.Case, world.Demand).Tiers[^1] is { Sites: not null, Value: > 1000 });
        PlacementPlan plan = Planned.By(planningCase, demand);
        TierResult cost = plan.Tiers[^1];
        SitesProof proof = cost.Sites!;
        SitesProof[] tampered =
        [
            proof with { Steps = [.. proof.Steps, new SitesStep(null, 0)] },
            proof with { Steps = [] },
            proof with { Steps = [new SitesStep(new SchemeId("no-such"), 0), .. proof.Steps] },
            proof with { PriceSets = [.. proof.PriceSets.Select(_ => new Dictionary<int, double>())] },
        ];

        Assert.All(tampered, wrong => Assert.Contains(
            PlanAudit.Check(planningCase, demand, plan with { Tiers = [plan.Tiers[0], cost with { Sites = wrong, Bound = cost.Value + 1, Proof = [cost.Prices with { Places = new Dictionary<(ProvisionId, Domain.Time.AcademicYear), double>() }] }] }).Findings,
            finding => finding.Code == "bound-overstated"));
    }

    [Fact]
    public void Pupils_in_place_make_it_another_case()
    {
        (PlanningCase planningCase, DemandPath demand) = SiteWorld.Of(1);
        Stay inPlace = demand.Stays[0] with { Current = planningCase.Provisions[0].Id };

        Assert.NotNull(SiteStructure.Of(planningCase, demand));
        Assert.Null(SiteStructure.Of(planningCase, demand with { Stays = [inPlace, .. demand.Stays.Skip(1)] }));
    }
}
