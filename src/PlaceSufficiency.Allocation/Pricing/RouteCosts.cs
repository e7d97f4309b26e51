using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>What a measure says that years at routes cost, but for prices.</summary>
internal sealed class RouteCosts
{
    private readonly float[] _threshold;
    private readonly int[] _ownLevel;

    public RouteCosts(RouteCase routes, Rates rates)
    {
        (Routes, Rates) = (routes, rates);
        _ownLevel = [.. routes.Case.Provisions.Select(provision => (int)provision.Designation.OwnLevel)];
        _threshold = [.. YearGroup.All.Select(group => (float)routes.Case.Travel.Threshold[group.Phase].TotalMinutes)];
        AnyMinutes = rates.PerMinute.Any(rate => rate != 0);
    }

    public RouteCase Routes { get; }
    public Rates Rates { get; }
    public bool AnyMinutes { get; }

    public float ThresholdOf(int yearGroup) => _threshold[yearGroup + 4];

    /// <summary>What being at a more specialist level than called for adds to a year, [g * years + t].</summary>
    public double AboveLevel(int index, int level) => Math.Max(0, _ownLevel[index / Routes.Years] - level) * Rates.PerLevel[index];

    /// <summary>Step s of class k at route r.</summary>
    public double Of(int k, int r, int s)
    {
        RouteTable table = Routes.Routes;
        int index = (table.Provision[r] * Routes.Years) + Routes.FirstYear[k] + s;
        double late = AnyMinutes ? Math.Max(0, table.Minutes[r] - ThresholdOf(Routes.YearGroupAtFirst[k] + s)) * Rates.PerMinute[index] : 0;
        return Rates.Year[index] + (table.Kilometres[r] * Rates.PerKilometre[index]) + AboveLevel(index, Routes.Levels[k][s]) + late;
    }
}
