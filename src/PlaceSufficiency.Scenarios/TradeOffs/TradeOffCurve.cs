using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Scenarios.TradeOffs;

/// <summary>How well a point is proven, over all aims up to the one that the curve is against.</summary>
public enum TradeOffProof
{
    /// <summary>No plan is better.</summary>
    Best,

    /// <summary>None is better by more than <see cref="TradeOffCurve.NearlyProven"/> of its value.</summary>
    Nearly,

    /// <summary>Better plans may exist.</summary>
    Open,
}

/// <summary>What a curve says of a point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Tier">Value, bound and gap of the aim that the curve is against; the bound is the best of those that hold at this point.</param>
/// <param name="Proof">How well it is proven.</param>
/// <param name="Buys">
/// How much of the aim one more unit of the limit, taken, has saved against the last point before that is neither dominated nor the same plan: per pound or pupil,
/// in pence or units of the tier. Null where no more of it is taken, and for points that are such.
/// </param>
/// <param name="DominatedBy">Limit of a point that takes no more, leaves no more pupils unplaced, comes to no more, and is better in one of the three; null without one.</param>
/// <param name="SameAs">Limit of the tightest point with the same plan; null for that point itself.</param>
public sealed record TradeOffLine(TradeOffPoint Point, TierResult Tier, TradeOffProof Proof, decimal? Buys, decimal? DominatedBy, decimal? SameAs)
{
    /// <summary>By how much the limit gives.</summary>
    public decimal Gives => Math.Max(0, Point.Used - Point.Limit);
}

/// <summary>
/// The curve between a limit and an aim. A tighter limit allows fewer plans and makes none better, so a bound that holds at a point holds at every tighter one
/// whose earlier tiers are held at no more; the curve gives each point the best of them.
/// </summary>
public sealed class TradeOffCurve
{
    /// <summary>Share of the value within which a point is called nearly proven.</summary>
    public const double NearlyProven = 0.001;

    private readonly TradeOffPoint[] _points;
    private readonly TierResult[][] _tiers;

    /// <summary>A curve through points.</summary>
    /// <param name="limit">What it is along.</param>
    /// <param name="against">The aim it is against, which every point has.</param>
    /// <param name="points">The points, in any order, each limit once.</param>
    public TradeOffCurve(TradeOffLimit limit, ObjectiveTier against, IEnumerable<TradeOffPoint> points)
    {
        (Limit, Against) = (limit, against);
        _points = [.. points.OrderBy(point => point.Limit)];
        _tiers = [.. Enumerable.Range(0, _points.Length).Select(BoundedTiers)];
        Lines = [.. AllLines()];
    }

    /// <summary>What it is along.</summary>
    public TradeOffLimit Limit { get; }

    /// <summary>The aim it is against.</summary>
    public ObjectiveTier Against { get; }

    /// <summary>The points, the tightest first.</summary>
    public IReadOnlyList<TradeOffLine> Lines { get; }

    private IEnumerable<TradeOffLine> AllLines()
    {
        TradeOffLine? before = null;
        for (int i = 0; i < _points.Length; i++)
        {
            TradeOffPoint point = _points[i];
            TierResult tier = _tiers[i][^1];
            double widest = _tiers[i].Max(one => one.Gap);
            decimal? dominated = _points.Where(other => Dominates(other, point)).Select(other => (decimal?)other.Limit).FirstOrDefault();
            decimal? same = _points[..i].Where(other => other.PlanOf == point.PlanOf).Select(other => (decimal?)other.Limit).FirstOrDefault();
            bool isStep = dominated is null && same is null;
            decimal more = point.Used - (before?.Point.Used ?? point.Used);
            TradeOffLine line = new(
                point, tier, widest == 0 ? TradeOffProof.Best : widest <= NearlyProven ? TradeOffProof.Nearly : TradeOffProof.Open,
                isStep && before is not null && more > 0 ? (before.Tier.Value - tier.Value) / more : null, dominated, same);
            before = isStep ? line : before;
            yield return line;
        }
    }

    /// <summary>The tiers up to the aim, each with the best bound that holds at the point.</summary>
    private TierResult[] BoundedTiers(int at)
    {
        TradeOffPoint point = _points[at];
        int count = 1 + IndexOf(point);
        return [.. point.Tiers.Take(count).Select((tier, k) => tier with { Bound = _points[at..].Where(looser => HoldsNoLess(looser, point, k)).Max(looser => looser.Tiers[k].Bound) })];
    }

    /// <summary>Whether every plan that the bound of a tier at the tighter point is on is one that the looser point's bound is on.</summary>
    private static bool HoldsNoLess(TradeOffPoint looser, TradeOffPoint tighter, int tier) => Enumerable.Range(0, tier).All(k => tighter.Held[k] <= looser.Held[k]);

    private bool Dominates(TradeOffPoint other, TradeOffPoint point)
    {
        (decimal, long, long) Of(TradeOffPoint of) => (of.Used, ValueOf(of, ObjectiveTier.Unplaced), ValueOf(of, Against));
        (decimal used, long unplaced, long value) = Of(point);
        (decimal otherUsed, long otherUnplaced, long otherValue) = Of(other);
        return otherUsed <= used && otherUnplaced <= unplaced && otherValue <= value && (otherUsed, otherUnplaced, otherValue) != (used, unplaced, value);
    }

    private static long ValueOf(TradeOffPoint point, ObjectiveTier tier) => point.Tiers.First(one => one.Tier == tier).Value;

    private int IndexOf(TradeOffPoint point) => point.Tiers.Index().First(one => one.Item.Tier == Against).Index;
}
