using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>How near to the best is near enough: to the pupil and to a hundredth of a percent of cost; in a large case to a share.</summary>
/// <param name="routes">The case.</param>
/// <param name="gap">Share of each tier by which a plan may be above what is proven; 0 for none that can be helped.</param>
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

    /// <summary>Largest weight of one tier that counts pupils over the next: beyond it more temperatures are needed than it is worth.</summary>
    private const double LargestWeight = 1000;

    /// <summary>The same where a gap will do: what the first tier is above its bound costs the second so many times.</summary>
    private const double ModestWeight = 20;

    /// <summary>The same in a large case, where the first tier is always a little above its bound.</summary>
    private const double LowWeight = 1.5;

    /// <summary>Plans of whole pupils made at prices moved at random, where those at the prices themselves miss what is proven.</summary>
    private const int ManyTries = 40;

    /// <summary>The same where a gap will do.</summary>
    private const int FewTries = 4;

    /// <summary>Pupil-years that such plans may place in all.</summary>
    private const long MostPupilYearsOfTries = 1_000_000;

    /// <summary>Largest weight of one tier that counts pupils over the next.</summary>
    public double MostWeight => IsLarge ? LowWeight : MayLeaveGap ? ModestWeight : LargestWeight;

    /// <summary>How much more a tier counts than the next one before cost.</summary>
    public double Times => IsLarge ? 3 : 10;

    /// <summary>Plans of whole pupils made at prices moved at random at most, where those at the prices themselves miss what is proven.</summary>
    public long MostTries => IsLarge ? 0 : Math.Min(MayLeaveGap ? FewTries : ManyTries, MostPupilYearsOfTries / Math.Max(1, PupilYears));

    /// <summary>How often a held tier's weight is lowered where holding it costs bound.</summary>
    public int MostRelaxations => IsLarge || MayLeaveGap ? 0 : 3;

    /// <summary>Pupil-years to place.</summary>
    public long PupilYears { get; } = Enumerable.Range(0, routes.Classes).Sum(k => (long)routes.Pupils[k] * routes.Length[k]);

    /// <summary>Whether gaps are shares.</summary>
    public bool IsLarge => PupilYears > LargePupilYears;

    /// <summary>Whether a gap will do, so that no time is spent on what is left of it.</summary>
    public bool MayLeaveGap => Gap > 0;

    /// <summary>Routes a group of pupils is offered in a September.</summary>
    public int MostRoutesOfRoll => Routes > ManyRoutes ? 16 : int.MaxValue;

    /// <summary>The gap that may be left: none where leaving it saves nothing.</summary>
    private double Gap => IsTiny ? 0 : gap;

    private bool IsTiny => Routes < TinyRoutes;

    private int Routes => routes.Routes.Provision.Length;

    /// <summary>Gain of a step, in temperatures a thousand pupils, that is too small to go on for.</summary>
    public double PatienceOf(ObjectiveTier tier) => IsLarge ? 0.25 : tier == ObjectiveTier.Cost ? 0.05 : 0.002;

    /// <summary>Gap that a tier aims at, given its bound: less than a pupil or a penny where that is cheap.</summary>
    public double TargetOf(ObjectiveTier tier, double bound) => (tier == ObjectiveTier.Cost, IsLarge) switch
    {
        (false, false) => Math.Max(0.1, Gap / 2 * bound),
        (true, false) => IsTiny ? 0.2 : Math.Max(CostGap, Gap) / 4 * Math.Max(1, bound),
        (_, true) => LargeGap * Math.Max(1, bound),
    };

    /// <summary>Whether the bound proves the value, or as much of it as will do.</summary>
    public bool IsClose(ObjectiveTier tier, long value, double bound) => tier == ObjectiveTier.Cost && !IsTiny
        ? value - bound <= Math.Max(CostGap, Gap) * Math.Abs(bound)
        : value <= Math.Ceiling(bound - 1e-6) || value - bound <= Gap * value;
}
