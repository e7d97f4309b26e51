using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Allocation.Tests.Audit;
using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Master;

/// <summary>Each kind of limit alone, with a number argued by hand, and all of them together against every plan there is.</summary>
public sealed class LimitsKeptTests
{
    [Fact]
    public void InmssSpendHolds()
    {
        // INMSS at a top-up of 12,000 and place funding of 10 x 6,000 in 2021/22. A limit of 84,500 leaves 24,500: two pupils of three, one is unplaced.
        PlanningCase world = Independent(places: 0) with { Limits = PlanLimits.None with { InmssSpend = Spend(84_500) } };
        (PlacementPlan plan, PlanAuditReport report) = Solved(world, Stay(3, 5, 1, 1));

        Assert.Equal([(ObjectiveTier.LimitSpend, 0L), (ObjectiveTier.Unplaced, 1L)], plan.Tiers.Take(2).Select(tier => (tier.Tier, tier.Value)));
        LimitFigure figure = Assert.Single(report.Figures.Limits);
        Assert.Equal((8_450_000, 8_400_000, 0), (figure.Stated, figure.Used, figure.Gives));
    }

    [Fact]
    public void ALimitThatCannotHoldSaysByHowMuchItGives()
    {
        // Three stand in INMSS at 12,000 each besides 60,000 of place funding: 96,000. A limit of 80,000 gives by 16,000, and nobody else comes.
        PlanningCase world = Independent(places: 0) with { Limits = PlanLimits.None with { InmssSpend = Spend(80_000) } };
        (PlacementPlan plan, PlanAuditReport report) = Solved(world, Stay(3, 5, 0, 1, at: SpecialSchool), Stay(2, 5, 1, 1));

        Assert.Equal([1_600_000L, 2L], plan.Tiers.Take(2).Select(tier => tier.Value));
        Assert.All(plan.Tiers, tier => Assert.Equal(0, tier.Gap, 4));
        Assert.True(report.Figures.Limits[0].Binds);
        Assert.Equal(1_600_000, report.Figures.Limits[0].Gives);
    }

    [Fact]
    public void HighNeedsAreCountedByFinancialYear()
    {
        // 2021-22 holds 7/12 of 2021/22: place funding 20 x 6,000 x 7/12 = 70,000, each pupil at the base 3,500. A limit of 75,000 lets one of two in.
        PlanningCase world = Case(1).WithPlaces(SpecialSchool, 10).WithDesignation(SpecialSchool, it => it with { Needs = NeedSet.Of(PrimaryNeed.HI) }) with
        {
            Limits = PlanLimits.None with { HighNeeds = ImmutableSortedDictionary<FinancialYear, Pounds>.Empty.Add(FinancialYear.StartingIn(2021), new Pounds(75_000)) },
        };
        (PlacementPlan plan, PlanAuditReport report) = Solved(world, Stay(2, 5, 1, 1));

        Assert.Equal([0L, 1L], plan.Tiers.Take(2).Select(tier => tier.Value));
        Assert.Equal(7_350_000, Assert.Single(report.Figures.Limits).Used);
    }

    [Theory]
    [InlineData(2, 0, 2)]
    [InlineData(6, 1, 5)]
    public void AClassGroupDrawsPupils(int fewest, int gives, int atSpecial)
    {
        // Five southern pupils for whom the base is cheaper; the special school is to have so many, and gives by what is not there.
        PlanningCase world = Case(1) with { Limits = PlanLimits.None with { ClassGroups = ImmutableSortedDictionary<ProvisionId, int>.Empty.Add(SpecialSchool, fewest) } };
        (PlacementPlan plan, PlanAuditReport report) = Solved(world, Stay(5, 5, 1, 1, area: South));

        Assert.Equal([gives, 0L], plan.Tiers.Take(2).Select(tier => tier.Value));
        Assert.Equal(atSpecial, Assert.Single(report.Figures.Limits).Used);
        Assert.Equal(gives, report.Figures.Limits[0].Gives);
    }

    [Theory]
    [InlineData(null, 3, 3)]
    [InlineData(1.2, null, 3)]
    public void PlansAreSpreadEvenly(double? timesMean, int? most, int atBase)
    {
        // Two mainstream settings and five southern pupils: all would go to the nearer. At most 3, or at most 1.2 times the mean of 2.5, which is 3.
        PlanningCase world = Case(1).WithKind(SpecialSchool, ProvisionKind.Mainstream).WithKind(Base, ProvisionKind.MainstreamPlus) with
        {
            Limits = PlanLimits.None with { Evenness = new EvennessLimit((decimal?)timesMean, most) },
        };
        (PlacementPlan plan, PlanAuditReport report) = Solved(world, Stay(5, 5, 1, 1, area: South));

        Assert.Equal([0L, 0L], plan.Tiers.Take(2).Select(tier => tier.Value));
        Assert.Equal((3, atBase, 0), report.Figures.Limits.Where(limit => limit.Limit.Provision == Base).Select(limit => (limit.Stated, limit.Used, limit.Gives)).Single());
    }

    [Theory]
    [InlineData(5_000, 3)]
    [InlineData(50_000, 1)]
    public void APricedLimitGivesWhereItIsWorthIt(int price, int inmss)
    {
        // INMSS costs 12,000 and the base 6,000 + 1,200 for northern pupils, but the base has no places: unplaced comes before any price, so only
        // the choice between special school and base counts. Three pupils, two of whom the base can take.
        PlanningCase world = Independent(places: 2).WithPrice(PriceItem.TopUp, 0, 0, 0) with
        {
            Limits = new PlanLimits(ImmutableSortedDictionary<AcademicYear, int>.Empty.Add(First, 0)) { Treatments = Priced(LimitKind.InmssPupils, price) },
        };
        world = world.WithPrice(PriceItem.TransportPerKm, 1_000, 1_000, 1_000);
        (PlacementPlan plan, PlanAuditReport report) = Solved(world, Stay(3, 5, 1, 1));

        Assert.Equal(inmss, Assert.Single(report.Figures.Limits).Gives);
        Assert.Equal(inmss * price * 100L + ((3 - inmss) * 1_000_000), plan.Tiers[^1].Value);
    }

    [Fact]
    public void AReviewMovesNoMoreThanTheShare()
    {
        // Four stand in INMSS; half of those of the year before may move: two in the first year, one of the two left in the second.
        PlanningCase world = Independent(places: 10, years: 2) with
        {
            Moves = [new MoveRule(ProvisionKind.Inmss, First) { Share = 0.5m }],
            Objective = [ObjectiveTier.Unplaced, ObjectiveTier.InmssPupils],
        };
        (PlacementPlan plan, PlanAuditReport report) = Solved(world, Stay(4, 3, 0, 2, at: SpecialSchool));

        Assert.Equal([0L, 3L], plan.Tiers.Select(tier => tier.Value));
        Assert.Equal([(2, 2), (1, 1)], report.Figures.Limits.Select(limit => ((int)limit.Stated, (int)limit.Used)));
    }

    [Fact]
    public void ASchoolThatFillsByYearGroupTakesOneMoreEachSeptember()
    {
        // Opens with two places in Year 7 and two more in each year group that follows. Three pupils of Year 7 and two of Year 8 in the first year:
        // two start; in the second year they are in Year 8 and three new ones of Year 7 find two places. Unplaced 1 + 2 (Year 8, later 9) twice, and 1 new: 7.
        (PlacementPlan plan, PlanAuditReport report) = Solved(Filling(committed: true), Stay(3, 7, 1, 2), Stay(2, 8, 1, 2), Stay(3, 7, 2, 2));

        Assert.Equal(7, plan.Tiers[0].Value);
        Assert.Equal(0, plan.Tiers[0].Gap);
        Assert.Contains(report.Figures.Limits, limit => limit.Limit.Group == YearGroup.Of(7) && limit is { Stated: 2, Used: 2 });
    }

    [Fact]
    public void ACandidateFillsByYearGroupToo()
    {
        (PlacementPlan plan, _) = Solved(Filling(committed: false), Stay(3, 7, 1, 2), Stay(2, 8, 1, 2), Stay(3, 7, 2, 2));

        Assert.Equal(7, plan.Tiers[0].Value);
        Assert.Equal(0, plan.Tiers[0].Gap);
        Assert.Equal(First, Assert.Single(plan.Openings).Value);
    }

    [Fact]
    public void TheAuditFindsAYearGroupThatIsTooFull()
    {
        var report = With(Filling(committed: true), Stay(3, 7, 1, 2)).Audit(Path(0, 3, SpecialSchool, SpecialSchool));

        Assert.Contains(report.Findings, finding => finding.Code == "limit-exceeded" && finding.Key!.Contains("year group 7", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryTierIsAtItsBestOnCasesSmallEnoughToEnumerate()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.WithLimits(new Random(seed));
            long[] best = BruteForce.Best(planningCase, demand);
            (PlacementPlan plan, _) = Solved(planningCase, [.. demand.Stays]);
            string values = $"seed {seed}: {string.Join(' ', plan.Tiers.Select(tier => (tier.Tier, tier.Value, tier.Bound)))} against {string.Join(' ', best)}";

            Assert.True(best.Zip(plan.Tiers).All(pair => pair.Second.Value >= pair.First && pair.Second.Value <= pair.First + (pair.Second.Tier.Unit() == TierUnit.Pence ? 1 + (1e-4 * pair.First) : 0)), values);
            Assert.All(plan.Tiers, tier => Assert.True(tier.Bound <= tier.Value + 1e-6, values));
        }
    }

    [Fact]
    public void TheRowsReadAsInTheModel()
    {
        PlanningCase world = Independent(places: 10) with
        {
            Limits = PlanLimits.None with { InmssSpend = Spend(84_000), ClassGroups = ImmutableSortedDictionary<ProvisionId, int>.Empty.Add(Base, 2) },
        };
        Assert.Equal(
            """
            Minimize
            Obj: +1 path[0,0]
            Subject to
            limit[InmssSpend,2021_22]: -1 give[InmssSpend,2021_22] +12000 path[0,1]  <= 24000
            limit[ClassGroup,riverside_base,2021_22]: -1 give[ClassGroup,riverside_base,2021_22] -1 path[0,2]  <= -2
            held[LimitPupils]: +1 give[ClassGroup,riverside_base,2021_22]  <= 1e-06
            pupils[0]: +1 path[0,0] +1 path[0,1] +1 path[0,2]  = 8
            Bounds
            0 <= give[InmssSpend,2021_22] <= 72000
            0 <= give[ClassGroup,riverside_base,2021_22] <= 2
            0 <= path[0,0]
            0 <= path[0,1]
            0 <= path[0,2]
            End
            """,
            MasterLp.Of(world, StayBuilder.Path(world.Horizon, Stay(8, 5, 1, 1)), ObjectiveTier.Unplaced, (ObjectiveTier.LimitPupils, 0)));
    }

    private static (PlacementPlan Plan, PlanAuditReport Report) Solved(PlanningCase planningCase, params Stay[] stays)
    {
        (PlanningCase Case, DemandPath Demand) world = With(planningCase, stays);
        PlacementPlan plan = Planned.By(world.Case, world.Demand);
        PlanAuditReport report = PlanAudit.Check(world.Case, world.Demand, plan);
        Assert.Empty(report.Findings);
        return (plan, report);
    }

    /// <summary>The special school as INMSS at a top-up of 12,000, and so many places at the base.</summary>
    private static PlanningCase Independent(int places, int years = 1)
    {
        PlanningCase world = Case(years).WithKind(SpecialSchool, ProvisionKind.Inmss).WithPlaces(Base, places);
        return world with
        {
            Prices = new PriceList(world.Prices.Prices.AddRange(world.Horizon.FinancialYears.Select(year =>
                KeyValuePair.Create((PriceItem.TopUp, PriceScope.Of(ProvisionKind.Inmss), year), new Pounds(12_000))))),
        };
    }

    /// <summary>The special school as a new secondary that adds two places a year group, from Year 7 up; the base is for nobody.</summary>
    private static PlanningCase Filling(bool committed)
    {
        CapitalScheme scheme = new(new SchemeId("new-school"), "New school", SpecialSchool, committed ? First : null, [new SchemeYear(0, 2, new Pounds(1_000)), new SchemeYear(1, 4, Pounds.Zero)])
        {
            Candidate = committed ? null : new OpeningWindow(First, Second),
            YearGroups = [new SchemeYearGroup(0, YearGroup.Of(7), 2), new SchemeYearGroup(1, YearGroup.Of(8), 2)],
        };
        return Case(2).WithPlaces(Base, 0).WithPlaces(SpecialSchool, 0).WithDesignation(SpecialSchool, it => it with { From = YearGroup.Of(7), To = YearGroup.Of(11) }) with { Schemes = [scheme] };
    }

    private static ImmutableSortedDictionary<AcademicYear, Pounds> Spend(int pounds) => ImmutableSortedDictionary<AcademicYear, Pounds>.Empty.Add(First, new Pounds(pounds));

    private static ImmutableSortedDictionary<LimitKind, LimitTreatment> Priced(LimitKind kind, int pounds) =>
        ImmutableSortedDictionary<LimitKind, LimitTreatment>.Empty.Add(kind, new LimitTreatment(LimitMode.Priced, new Pounds(pounds)));
}
