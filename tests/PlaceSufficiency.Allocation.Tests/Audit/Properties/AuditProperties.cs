using FsCheck.Xunit;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Tests.Audit.Properties;

/// <summary>Worlds drawn from one seed: a run says what a commit did, not what was drawn. Widen MaxTest to look for more.</summary>
[Properties(Replay = "14072026,1")]
public class AuditProperties
{
    [Property(MaxTest = 300, StartSize = 1_000, EndSize = 1_000_000)]
    public void A_plan_made_by_the_rules_has_no_findings(int seed)
    {
        var world = RandomWorld.Of(seed);

        Assert.Empty(world.Audit(GreedyPlan.Of(world.Case, world.Demand, seed)).Findings);
    }

    [Property(MaxTest = 300, StartSize = 1_000, EndSize = 1_000_000)]
    public void No_prices_prove_a_bound_above_a_feasible_plan(int seed) => NoneAbove(seed);

    [Fact]
    public void A_bound_that_is_a_small_difference_of_large_sums_is_above_a_plan_by_no_more_than_their_rounding() => NoneAbove(-7_642);

    private static void NoneAbove(int seed)
    {
        var world = RandomWorld.Of(seed);
        var paths = GreedyPlan.Of(world.Case, world.Demand, seed);
        TierResult[] stated = [.. world.Case.Objective.Select((tier, index) => new TierResult(tier, 0, 0, RandomWorld.Prices(world.Case, tier, seed ^ index)))];

        var report = world.Audit(stated, paths);

        Assert.DoesNotContain(report.Findings, finding => finding.Code == "value-below-bound");
        Assert.All(report.Tiers, tier =>
        {
            double slack = (1e-6 * Math.Max(1, tier.Value)) + RoundingOf(tier.Prices, report.Tiers);
            Assert.True(tier.Bound <= tier.Value + slack, $"{tier.Tier}: bound {tier.Bound:R} above value {tier.Value}");
        });
    }

    [Property(MaxTest = 300, StartSize = 1_000, EndSize = 1_000_000)]
    public void The_bound_of_one_stay_is_its_cheapest_path_by_enumeration(int seed)
    {
        var world = RandomWorld.Of(seed, stays: 1);
        var tier = world.Case.Objective[(seed & 0xFF) % world.Case.Objective.Length];
        var prices = RandomWorld.Prices(world.Case, tier, seed);
        var paths = GreedyPlan.Of(world.Case, world.Demand, seed);

        var report = world.Audit([new TierResult(tier, 0, 0, prices)], paths);

        double expected = EnumeratedBound.Of(world.Case, world.Demand.Stays[0], tier, prices, report.Tiers);
        double actual = report.Tiers.Single(result => result.Tier == tier).Bound;
        Assert.Equal(expected, actual, (1e-6 * Math.Max(1, Math.Abs(expected))) + RoundingOf(prices, report.Tiers));
    }

    /// <summary>Random prices may hold hundreds of millions of pence at millions each: sums of 1e14, known to some hundredths.</summary>
    private static double RoundingOf(TierPrices prices, IReadOnlyList<TierResult> tiers) =>
        1e-15 * prices.HeldTiers.Sum(price => price.Value * tiers.Single(earlier => earlier.Tier == price.Key).Value);

    [Property(MaxTest = 300, StartSize = 1_000, EndSize = 1_000_000)]
    public void Facts_provisions_years_and_money_add_up(int seed)
    {
        var world = RandomWorld.Of(seed);

        var report = world.Audit(GreedyPlan.Of(world.Case, world.Demand, seed));

        var figures = report.Figures;
        foreach (YearFigures year in figures.Years)
        {
            Assert.Equal(world.Demand.StockIn(year.Year), figures.Placements.Where(fact => fact.Year == year.Year).Sum(fact => fact.Pupils));
            Assert.Equal(year.Placed, figures.Provisions.Where(full => full.Year == year.Year).Sum(full => full.Pupils));
            Assert.All(figures.Balances.Where(row => row.Year == year.Year), row => Assert.Equal(row.Demand, row.Placed + row.Inmss + row.Elsewhere + row.Unplaced));
        }

        Assert.All(figures.Placements.Where(fact => fact.Year > world.Case.Horizon.BaseYear), fact => Assert.Equal(fact.Provision is null, fact.Reason is not null));
        var perPupil = figures.Budget.Where(amount => amount.Item is not (null or PriceItem.PlaceFunding)).Sum(amount => amount.Amount.Pence);
        Assert.Equal(report.Tiers.Single(tier => tier.Tier == ObjectiveTier.Cost).Value, perPupil);
    }

    [Property(MaxTest = 100, StartSize = 1_000, EndSize = 1_000_000)]
    public void A_path_changed_at_random_is_found_or_keeps_every_rule(int seed)
    {
        // A pupil put somewhere at random for one year: where the audit finds nothing, a plain reading of the rules must agree.
        var world = RandomWorld.Of(seed);
        var paths = GreedyPlan.Of(world.Case, world.Demand, seed);
        Random random = new(seed);
        int changed = random.Next(paths.Length);
        var at = paths[changed].Provisions.ToList();
        if (at.Count > 0)
        {
            at[random.Next(at.Count)] = random.Next(3) == 0 ? null : world.Case.Provisions[random.Next(world.Case.Provisions.Length)].Id;
        }

        paths[changed] = paths[changed] with { Provisions = at };

        var findings = world.Audit(paths).Findings.Select(finding => finding.Code).Except(["places-exceeded", "inmss-limit-exceeded"]);
        bool follows = EnumeratedBound.Follows(world.Case, world.Demand.Stays[paths[changed].Stay], at);
        Assert.Equal(follows, !findings.Any());
    }

    [Property(MaxTest = 20, StartSize = 1_000, EndSize = 1_000_000)]
    public void An_audit_gives_the_same_report_every_time(int seed)
    {
        var world = RandomWorld.Of(seed);
        var plan = new PlacementPlan(GreedyPlan.Of(world.Case, world.Demand, seed), []);

        var (first, second) = (PlanAudit.Check(world.Case, world.Demand, plan), PlanAudit.Check(world.Case, world.Demand, plan));

        Assert.Equal(first.Findings, second.Findings);
        Assert.Equal(first.Figures.Placements.Select(fact => fact with { Reason = null }), second.Figures.Placements.Select(fact => fact with { Reason = null }));
        Assert.Equal(first.Figures.Provisions, second.Figures.Provisions);
        Assert.Equal(first.Figures.Budget, second.Figures.Budget);
        Assert.Equal(first.Figures.Balances, second.Figures.Balances);
        Assert.Equal(first.Figures.Years, second.Figures.Years);
        Assert.Equal(first.Tiers.Select(tier => (tier.Value, tier.Bound)), second.Tiers.Select(tier => (tier.Value, tier.Bound)));
    }
}
