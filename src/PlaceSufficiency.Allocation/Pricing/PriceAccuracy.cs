using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>How near to the best is near enough: to the pupil and to a hundredth of a percent of cost; in a large case, or where a gap will do, to a share.</summary>
/// <param name="routes">The case.</param>
/// <param name="gap">Share of each tier that may be left unproven; 0 for what the size of the case allows.</param>
internal sealed class PriceAccuracy(RouteCase routes, double gap)
{
    /// <summary>Share of the cost that may be left between a plan and its bound.</summary>
    public const double CostGap = 1e-4;

    /// <summary>Pupil-years above which a case is large: gaps are then shares, not single pupils.</summary>
    private const long LargePupilYears = 100_000;

    /// <summary>Share of a tier that a large case aims to leave unproven.</summary>
    private const double LargeGap = 1.5e-3;

    /// <summary>Routes below which a case is proven to the penny.</summary>
    private const int TinyRoutes = 2_000;

    /// <summary>Routes above which a roll looks at the cheapest of each group only.</summary>
    private const int ManyRoutes = 5_000_000;

    /// <summary>Pupil-years to place.</summary>
    public long PupilYears { get; } = Enumerable.Range(0, routes.Classes).Sum(k => (long)routes.Pupils[k] * routes.Length[k]);

    /// <summary>Whether gaps are shares.</summary>
    public bool IsLarge => PupilYears > LargePupilYears || (gap > 0 && Routes >= TinyRoutes);

    /// <summary>Routes a group of pupils is offered in a September.</summary>
    public int MostRoutesOfRoll => Routes > ManyRoutes ? 16 : int.MaxValue;

    private int Routes => routes.Routes.Provision.Length;

    /// <summary>Gain of a step, in temperatures a thousand pupils, that is too small to go on for.</summary>
    public double PatienceOf(ObjectiveTier tier) => IsLarge ? 0.25 : tier == ObjectiveTier.Cost ? 0.05 : 0.002;

    /// <summary>Gap that a tier aims at, given its bound: less than a pupil or a penny where that is cheap.</summary>
    public double TargetOf(ObjectiveTier tier, double bound) => (tier == ObjectiveTier.Cost, IsLarge) switch
    {
        (false, false) => 0.1,
        (true, false) => Routes < TinyRoutes ? 0.2 : CostGap / 4 * Math.Max(1, bound),
        (_, true) => LargeGap * Math.Max(1, bound),
    };

    /// <summary>Whether the bound proves the value.</summary>
    public bool IsClose(ObjectiveTier tier, long value, double bound) => tier == ObjectiveTier.Cost && Routes >= TinyRoutes
        ? value - bound <= Math.Max(gap, CostGap) * Math.Abs(bound)
        : value <= Math.Ceiling(bound - 1e-6) || (IsLarge && value - bound <= gap * value);
}
