using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Openings;
using PlaceSufficiency.Allocation.Pricing;
using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Openings;

/// <summary>Openings by trees of prices alone, without what steps in where they leave a small case unproven.</summary>
public sealed class OpeningTreeTests
{
    private static readonly AcademicYear First = TinyWorld.BaseYear.Next;
    private static readonly PlanningCase Empty = TinyWorld.Case(2).WithPlaces(TinyWorld.SpecialSchool, 0).WithPlaces(TinyWorld.Base, 0) with { Solver = SolverChoice.Prices };
    private static readonly CapitalScheme Wing = Empty.Candidate("wing", TinyWorld.SpecialSchool, 4, 1000);
    private static readonly CapitalScheme Annexe = Empty.Candidate("annexe", TinyWorld.Base, 3, 600);
    private static readonly PlanningCase OneOfTwo = Empty.WithSchemes(Wing, Annexe) with { Limits = PlanLimits.None with { CapitalTotal = new Pounds(1200) } };
    private static readonly DemandPath TenPupils = StayBuilder.Path(Empty.Horizon, StayBuilder.Stay(10, 3, 1, 2, area: TinyWorld.South));

    [Fact]
    public void OneOfTwoIsChosenAndProvenByCases()
    {
        // 1,200 pounds open the wing (4 places) or the annexe (3): of 10 pupils in 2 years, 2 x 6 stay out with the wing. Shares of both would leave 2 x 5.4 and are no plan.
        PlacementPlan plan = Planned.By(OneOfTwo, TenPupils);
        PlanAuditReport audit = PlanAudit.Check(OneOfTwo, TenPupils, plan);

        Assert.Empty(audit.Findings);
        Assert.Equal((12, First), (plan.Tiers[0].Value, plan.Openings[Wing.Id]));
        Assert.DoesNotContain(Annexe.Id, plan.Openings.Keys);
        Assert.Equal(0, audit.Tiers[0].Gap);
        Assert.All(plan.Tiers, tier => Assert.NotNull(tier.Cases));
    }

    [Fact]
    public void AProofThatLeavesACaseOutProvesNothing()
    {
        PlacementPlan plan = Planned.By(OneOfTwo, TenPupils);
        IReadOnlyList<OpeningsStep> whole = plan.Tiers[0].Cases!;
        OpeningsStep split = new(Wing.Id, First, 0);
        OpeningsStep leaf = new(null, null, 0);
        OpeningsStep[][] broken =
        [
            [.. whole.SkipLast(1)],
            [.. whole, leaf],
            [split, leaf],
            [split, split, leaf, leaf, leaf],
            [new OpeningsStep(null, null, plan.Tiers[0].Proof.Count)],
            [new OpeningsStep(new SchemeId("nobody"), First, 0), leaf, leaf],
            [],
        ];

        Assert.All(broken, steps =>
        {
            PlacementPlan changed = plan with { Tiers = [plan.Tiers[0] with { Cases = steps }, .. plan.Tiers.Skip(1)] };
            Assert.Contains(PlanAudit.Check(OneOfTwo, TenPupils, changed).Findings, finding => finding.Code == "bound-overstated");
        });
    }

    [Fact]
    public void OnCasesSmallEnoughToEnumerateNothingIsOverstated()
    {
        int best = 0;
        int planned = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.WithSchemes(new Random(seed));
            planningCase = planningCase.WithStockOf(demand) with { Solver = SolverChoice.Prices };
            if (EnumeratedOpenings.Best(planningCase, demand) is not { } wanted || !PriceMethod.CanHold(planningCase))
            {
                continue;
            }

            PlacementPlan? plan = PricedOpenings.Plan(new CompiledCase(planningCase, demand), _ => { }, TestContext.Current.CancellationToken);
            if (plan is null)
            {
                continue;
            }

            planned++;
            string values = $"seed {seed}: {string.Join(' ', plan.Tiers.Select(tier => $"{tier.Tier} {tier.Value} bound {tier.Bound:R}"))} against {string.Join(' ', wanted)}";
            PlanAuditReport audit = PlanAudit.Check(planningCase, demand, plan);
            Assert.True(audit.Passed, values + string.Join(' ', audit.Findings));
            long[] reached = [.. plan.Tiers.Select(tier => tier.Value)];
            Assert.True(reached.AsSpan().SequenceCompareTo(wanted) >= 0, values);
            Assert.True(audit.Tiers[0].Bound <= wanted[0] + 1e-6, values);
            best += reached[0] == wanted[0] ? 1 : 0;
        }

        Assert.True(planned >= 40, $"{planned} planned");
        Assert.True(best >= planned * 19 / 20, $"{best} of {planned}");
    }

    /// <summary>By finite differences, budgets and groups included.</summary>
    [Fact]
    public void TheSlopeOfTheSoftenedBoundIsItsChange()
    {
        const double temperature = 0.4;
        const double step = 1e-5;
        Random random = new(3);
        int looked = 0;
        for (int seed = 0; seed < 30; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.WithSchemes(new Random(seed));
            if (!PriceMethod.CanHold(planningCase))
            {
                continue;
            }

            CompiledCase compiled = new(planningCase, demand);
            RouteCase routes = RouteCase.Of(planningCase, demand, TestContext.Current.CancellationToken);
            OpeningSpace space = new(compiled);
            Limits? limits = new BoxLimits(space, Limits.Of(routes)).Of(OpeningBox.All(space));
            if (limits is null)
            {
                continue;
            }

            PriceEvaluation evaluation = new(new SoftTable(routes, Rates.Of(planningCase, ObjectiveTier.Unplaced)), limits, Competition.Of(routes, routes.Provisions));
            double[] prices = [.. Enumerable.Range(0, limits.Prices).Select(_ => random.NextDouble())];
            double value = evaluation.Soften(prices, temperature, true);
            double[] gradient = [.. evaluation.Gradient];
            for (int i = 0; i < limits.Prices; i++)
            {
                if (i < limits.Places.Length && limits.IsShut(i))
                {
                    Assert.Equal(0, gradient[i]);
                    continue;
                }

                double[] moved = [.. prices];
                moved[i] += step;
                double change = (evaluation.Soften(moved, temperature, false) - value) / step;
                Assert.True(Math.Abs(change - gradient[i]) < 1e-3, $"seed {seed}, price {i} of {limits.Places.Length} and {limits.Rows.Count} and {limits.Offers!.Rows.Count}: {gradient[i]} against {change}; places {(i < limits.Places.Length ? limits.Places[i] : 0)} most {(i < limits.Places.Length ? limits.Most[i] : 0)} offers {string.Join(";", limits.Offers.Of.Select(o => o.Provision + ":" + string.Join("/", o.Options.Select(p => string.Join(",", p.Places)))))}");
                looked++;
            }
        }

        Assert.True(looked > 200, $"{looked} prices were looked at.");
    }
}
