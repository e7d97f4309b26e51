using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Openings;

/// <summary>Each rule on openings alone: ten pupils and more in two provisions without places, so that a place is worth a pupil-year for every year it is open.</summary>
public sealed class OpeningRuleTests
{
    private static readonly AcademicYear First = TinyWorld.BaseYear.Next;
    private static readonly PlanningCase Empty = TinyWorld.Case(2).WithPlaces(TinyWorld.SpecialSchool, 0).WithPlaces(TinyWorld.Base, 0);
    private static readonly CapitalScheme Wing = Empty.Candidate("wing", TinyWorld.SpecialSchool, 4, 1000);
    private static readonly CapitalScheme Annexe = Empty.Candidate("annexe", TinyWorld.Base, 3, 600);

    [Fact]
    public void WithoutRulesEverythingOpensAtOnce()
    {
        // 10 pupils, 2 years: 7 places in each leave 3 unplaced in each.
        PlacementPlan plan = Plan(Empty.WithSchemes(Wing, Annexe));

        Assert.Equal(6, plan.Tiers[0].Value);
        Assert.Equal(First, plan.Openings[Wing.Id]);
        Assert.Equal(First, plan.Openings[Annexe.Id]);
    }

    [Fact]
    public void AWindowDelaysAnOpening()
    {
        // The wing opens a year late: 7 unplaced in the first year, 3 in the second.
        PlacementPlan plan = Plan(Empty.WithSchemes(Wing with { Candidate = new OpeningWindow(First.Next, First.Next) }, Annexe));

        Assert.Equal(7 + 3, plan.Tiers[0].Value);
        Assert.Equal(First.Next, plan.Openings[Wing.Id]);
    }

    [Fact]
    public void APrerequisiteMustHaveOpenedYearsBefore()
    {
        // The wing needs the annexe a year before: the annexe opens first.
        PlacementPlan plan = Plan(Empty.WithSchemes(Wing with { Requires = [new Prerequisite(Annexe.Id, 1)] }, Annexe));

        Assert.Equal(7 + 3, plan.Tiers[0].Value);
        Assert.Equal(First, plan.Openings[Annexe.Id]);
        Assert.Equal(First.Next, plan.Openings[Wing.Id]);
    }

    [Fact]
    public void APrerequisiteThatNobodyConsidersKeepsASchemeShut()
    {
        PlacementPlan plan = Plan(Empty.WithSchemes(Wing with { Requires = [new Prerequisite(Annexe.Id, 0)] }, Annexe with { Candidate = null }));

        Assert.Equal(20, plan.Tiers[0].Value);
        Assert.Empty(plan.Openings);
    }

    [Fact]
    public void OfTwoThatExcludeEachOtherTheBetterOpens()
    {
        PlacementPlan plan = Plan(Empty.WithSchemes(Wing, Annexe with { Excludes = [Wing.Id] }));

        Assert.Equal(12, plan.Tiers[0].Value);
        Assert.Equal([Wing.Id], plan.Openings.Keys);
    }

    [Fact]
    public void AtMostSoManyOfAGroupOpen()
    {
        PlanningCase planningCase = Empty.WithSchemes(Wing with { Groups = ["new"] }, Annexe with { Groups = ["new"] }) with { SchemeGroups = [new SchemeGroup("new", 0, 1)] };
        PlacementPlan plan = Plan(planningCase);

        Assert.Equal(12, plan.Tiers[0].Value);
        Assert.Equal([Wing.Id], plan.Openings.Keys);
    }

    /// <summary>Neither the wing nor the annexe is of the group, of which one must open.</summary>
    [Fact]
    public void A_group_of_which_more_must_open_than_it_has_allows_no_choice()
    {
        PlanningCase planningCase = Empty.WithSchemes(Wing, Annexe) with { SchemeGroups = [new SchemeGroup("new", 1, 1)] };

        NoSolutionException refused = Assert.Throws<NoSolutionException>(() => Plan(planningCase));

        Assert.Equal("The rules on schemes allow no choice of openings: 1 of group new must open, which has 0 that may.", refused.Message);
    }

    [Fact]
    public void AtLeastSoManyOfAGroupOpenAlthoughNobodyNeedsThem()
    {
        PlanningCase planningCase = TinyWorld.Case(2).WithSchemes(Wing with { Groups = ["new"] }, Annexe with { Groups = ["new"] }) with { SchemeGroups = [new SchemeGroup("new", 1, 1)] };
        PlacementPlan plan = Plan(planningCase);

        // The annexe: 600 pounds of capital and three places at 6,000 in its last year, against 1,000 and four.
        Assert.Equal([Annexe.Id], plan.Openings.Keys);
        Assert.Equal(First.Next, plan.Openings[Annexe.Id]);
    }

    [Fact]
    public void CapitalInAllIsABudget()
    {
        PlacementPlan plan = Plan(Empty.WithSchemes(Wing, Annexe) with { Limits = PlanLimits.None with { CapitalTotal = new Pounds(1599) } });

        Assert.Equal(12, plan.Tiers[0].Value);
        Assert.Equal([Wing.Id], plan.Openings.Keys);
    }

    [Fact]
    public void CapitalOfAYearIsABudget()
    {
        // 1,000 in the first year pay for the wing, and nothing limits the second.
        PlacementPlan plan = Plan(Empty.WithSchemes(Wing, Annexe) with
        {
            Limits = PlanLimits.None with { Capital = ImmutableSortedDictionary<FinancialYear, Pounds>.Empty.Add(FinancialYear.StartingIn(First.StartYear), new Pounds(1000)) },
        });

        Assert.Equal(6 + 3, plan.Tiers[0].Value);
        Assert.Equal(First, plan.Openings[Wing.Id]);
        Assert.Equal(First.Next, plan.Openings[Annexe.Id]);
    }

    [Fact]
    public void ABudgetThatCommittedSchemesExceedGivesByAsMuchAndNoMore()
    {
        CapitalScheme committed = Wing with { Candidate = null, Opens = First };
        PlacementPlan plan = Plan(Empty.WithSchemes(committed, Annexe) with { Limits = PlanLimits.None with { CapitalTotal = new Pounds(500) } });

        Assert.Equal(12, plan.Tiers[0].Value);
        Assert.Empty(plan.Openings);
    }

    [Fact]
    public void RulesThatContradictEachOtherAreSaid()
    {
        CapitalScheme committed = Wing with { Candidate = null, Opens = First, Excludes = [Annexe.Id] };
        NoSolutionException refused = Assert.Throws<NoSolutionException>(() => Plan(Empty.WithSchemes(committed, Annexe with { Candidate = null, Opens = First }, Empty.Candidate("other", TinyWorld.Base, 1))));

        Assert.Contains("contradict", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASchemeThatOnlyCostsStaysShut()
    {
        Assert.Empty(Plan(TinyWorld.Case(2).WithSchemes(Wing, Annexe)).Openings);
    }

    [Fact]
    public void OpeningCountsInTheCostTier()
    {
        // Ten of Base's pupils: 10 pupils x 2 years x 6,000 top-up and transport; the annexe's 3 places are funded at 6,000 for 2 years, and 600 capital.
        PlanningCase planningCase = Empty.WithSchemes(Annexe);
        PlacementPlan plan = Plan(planningCase);
        PlacementPlan committed = Plan(Empty.WithSchemes(Annexe with { Candidate = null, Opens = First }));

        Assert.Equal(committed.Tiers[^1].Value + ((3 * 2 * 6000) + 600) * 100, plan.Tiers[^1].Value);
    }

    /// <summary>Ten pupils of Year 3 in every planned year; the plan must pass its audit, all tiers proven.</summary>
    private static PlacementPlan Plan(PlanningCase planningCase)
    {
        DemandPath demand = StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(10, 3, 1, 2, area: TinyWorld.South));
        PlacementPlan plan = Planned.By(planningCase, demand);
        PlanAuditReport audit = PlanAudit.Check(planningCase, demand, plan);
        Assert.Empty(audit.Findings);
        Assert.All(audit.Tiers, tier => Assert.True(tier.Gap < 1e-3, $"{tier.Tier}: {tier.Value} against {tier.Bound}"));
        return plan;
    }
}
