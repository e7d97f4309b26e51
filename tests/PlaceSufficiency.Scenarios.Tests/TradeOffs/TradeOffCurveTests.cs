using System.Collections.Immutable;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.TradeOffs;

namespace PlaceSufficiency.Scenarios.Tests.TradeOffs;

public class TradeOffCurveTests
{
    /// <summary>Two pounds of INMSS spend are saved for each pound of the first ten of capital, one for each of the next ten.</summary>
    [Fact]
    public void One_more_pound_buys_what_the_step_saved_for_each_pound_that_it_took()
    {
        TradeOffCurve curve = Curve(Point(20, used: 20, spend: 7_000), Point(0, used: 0, spend: 10_000), Point(12, used: 10, spend: 8_000));

        Assert.Equal([0, 12, 20], curve.Lines.Select(line => line.Point.Limit));
        Assert.Equal([null, 200, 100], curve.Lines.Select(line => line.Buys));
    }

    [Fact]
    public void A_point_with_the_plan_of_a_tighter_one_is_that_plan_and_buys_nothing()
    {
        TradeOffCurve curve = Curve(Point(0, 0, 10_000, planOf: 5), Point(5, 0, 10_000, planOf: 5), Point(10, 10, 9_000));

        Assert.Equal([null, 0, null], curve.Lines.Select(line => line.SameAs));
        Assert.Equal([null, null, 100], curve.Lines.Select(line => line.Buys));
        Assert.All(curve.Lines, line => Assert.Null(line.DominatedBy));
    }

    /// <summary>At 20 the plan takes more than at 10 and saves nothing; what 30 buys is counted from 10.</summary>
    [Fact]
    public void A_point_that_takes_more_for_nothing_is_dominated_and_no_step()
    {
        TradeOffCurve curve = Curve(Point(0, 0, 10_000), Point(10, 10, 9_000), Point(20, 18, 9_000), Point(30, 30, 5_000));

        Assert.Equal([null, null, 10, null], curve.Lines.Select(line => line.DominatedBy));
        Assert.Equal([null, 100, null, 200], curve.Lines.Select(line => line.Buys));
    }

    [Fact]
    public void A_point_that_places_more_pupils_is_not_dominated_though_it_spends_more()
    {
        TradeOffCurve curve = Curve(Point(0, 0, 10_000, unplaced: 3), Point(10, 10, 12_000, unplaced: 1));

        Assert.All(curve.Lines, line => Assert.Null(line.DominatedBy));
        Assert.Equal(-200, curve.Lines[1].Buys);
    }

    /// <summary>Whoever may spend 10 can do no better than 8,000, so nobody who may spend 5 can: the gap there is a tenth and not a half.</summary>
    [Fact]
    public void What_a_looser_limit_cannot_beat_no_tighter_one_can()
    {
        TradeOffCurve curve = Curve(Point(5, 5, 10_000, bound: 5_000), Point(10, 10, 9_000, bound: 9_000));

        Assert.Equal(9_000, curve.Lines[0].Tier.Bound);
        Assert.Equal(0.1, curve.Lines[0].Tier.Gap, 9);
        Assert.Equal([TradeOffProof.Open, TradeOffProof.Best], curve.Lines.Select(line => line.Proof));
    }

    /// <summary>With fewer unplaced than the tighter point the looser one's bound is on fewer plans, so it says nothing of the tighter point.</summary>
    [Fact]
    public void A_bound_among_plans_that_place_more_is_none_among_those_that_place_fewer()
    {
        TradeOffCurve curve = Curve(Point(5, 5, 10_000, unplaced: 4, bound: 5_000), Point(10, 10, 9_000, unplaced: 2, bound: 9_000));

        Assert.Equal(5_000, curve.Lines[0].Tier.Bound);
    }

    [Fact]
    public void A_point_is_proven_no_better_than_its_widest_gap()
    {
        TradeOffCurve curve = Curve(
            Point(0, 0, 1_000_000, bound: 999_500), Point(1, 1, 900_000, bound: 900_000, unplaced: 10, unplacedBound: 8), Point(2, 2, 800_000));

        Assert.Equal([TradeOffProof.Nearly, TradeOffProof.Open, TradeOffProof.Best], curve.Lines.Select(line => line.Proof));
    }

    [Fact]
    public void A_limit_that_committed_schemes_exceed_gives()
    {
        Assert.Equal([5, 0], Curve(Point(0, 5, 1), Point(5, 5, 1, planOf: 0)).Lines.Select(line => line.Gives));
    }

    private static TradeOffCurve Curve(params TradeOffPoint[] points) => new(TradeOffLimit.Of("capital.total"), ObjectiveTier.InmssSpend, points);

    private static TradeOffPoint Point(decimal limit, decimal used, long spend, int unplaced = 0, double? bound = null, double? unplacedBound = null, decimal? planOf = null) => new(
        limit, planOf ?? limit, used, unplaced,
        [Tier(ObjectiveTier.Unplaced, unplaced, unplacedBound ?? unplaced), Tier(ObjectiveTier.InmssSpend, spend, bound ?? spend), Tier(ObjectiveTier.Cost, 1, 0)],
        [unplaced, spend, 1],
        ImmutableSortedDictionary<SchemeId, AcademicYear>.Empty);

    private static TierResult Tier(ObjectiveTier tier, long value, double bound) => new(
        tier, value, bound,
        new TierPrices(new Dictionary<(ProvisionId, AcademicYear), double>(), new Dictionary<AcademicYear, double>(), new Dictionary<ObjectiveTier, double>()));
}
