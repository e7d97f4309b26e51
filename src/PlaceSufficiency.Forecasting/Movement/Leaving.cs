using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Movement;

/// <summary>
/// Who no longer holds a plan the next September: everybody of the oldest year group, and of each other year group the share
/// that the assumptions state, in whole pupils.
/// </summary>
internal sealed class Leaving(PlanningCase planningCase)
{
    private readonly CarriedRounding _rounding = new(YearGroup.All.Count - 1);
    private int _number;

    /// <summary>Those who stay on after <paramref name="year"/>, of pupils in the order of <see cref="FollowedPupil.InOrder"/>.</summary>
    internal List<FollowedPupil> Stayers(IReadOnlyList<FollowedPupil> pupils, AcademicYear year)
    {
        ILookup<YearGroup, FollowedPupil> groups = pupils.ToLookup(pupil => pupil.YearGroupIn(year));
        YearGroup[] yearGroups = [.. YearGroup.All.Where(yearGroup => yearGroup < YearGroup.Oldest)];
        int[] sizes = [.. yearGroups.Select(yearGroup => groups[yearGroup].Count())];
        double trend = planningCase.Demand.Trend.LeaverFactor(year.YearsSince(planningCase.Horizon.BaseYear));
        double[] expected = [.. yearGroups.Zip(sizes, (yearGroup, size) =>
        {
            double leaving = Math.Min(size, (double)(size * planningCase.Demand.LeaverShares.GetValueOrDefault(yearGroup)) * trend);
            return leaving + ((size - leaving) * EarlierShare(planningCase.Demand, year.Next, yearGroup));
        })];
        int[] leavers = _rounding.Round(expected, sizes);
        return [.. yearGroups.SelectMany((yearGroup, i) => Without([.. groups[yearGroup]], leavers[i]))];
    }

    /// <summary>Share of those who would stay on after a year group into a year that policies cease all the same, 0 to 1.</summary>
    internal static double EarlierShare(DemandAssumptions demand, AcademicYear into, YearGroup yearGroup) => (double)(1 - demand.EarlierCeasing
        .Where(earlier => into >= earlier.Starting && yearGroup >= earlier.From)
        .Aggregate(1m, (staying, earlier) => staying * (1 - earlier.Share)));

    /// <summary>The pupils less a number of them, taken evenly along their order.</summary>
    internal IEnumerable<FollowedPupil> Without(IReadOnlyList<FollowedPupil> pupils, int leavers)
    {
        HashSet<int> gone = [.. ControlledRounding.Pick(pupils.Count, leavers, ControlledRounding.Start(_number++))];
        return pupils.Where((_, i) => !gone.Contains(i)).ToList();
    }
}
