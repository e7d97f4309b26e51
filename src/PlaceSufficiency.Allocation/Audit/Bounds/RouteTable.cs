using PlaceSufficiency.Allocation.Audit.Tiers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>A provision where pupils may be in a year.</summary>
/// <param name="Provision">Index of the provision in the case.</param>
/// <param name="MayStart">Whether they may start there in that year.</param>
/// <param name="Pence">What a pupil's year there counts for in the cost tier.</param>
internal readonly record struct Route(int Provision, bool MayStart, long Pence);

/// <summary>Where pupils may be in a year, worked out once for all pupils who are alike in that year.</summary>
internal sealed class RouteTable(PlanningCase planningCase, PupilYearPence pence)
{
    private readonly Dictionary<(PrimaryNeed, Sex, ProvisionLevel, YearGroup, AcademicYear), int[]> _fitting = [];
    private readonly Dictionary<(PrimaryNeed, Sex, ProvisionLevel, YearGroup, AcademicYear, PlanningAreaId), Route[]> _routes = [];

    /// <summary>Provisions that fit the pupils of the stay in the year, in the case's order.</summary>
    internal Route[] Of(Stay stay, AcademicYear year)
    {
        (PrimaryNeed, Sex, ProvisionLevel, YearGroup, AcademicYear, PlanningAreaId) key =
            (stay.Need, stay.Sex, stay.LevelIn(year), stay.YearGroupIn(year), year, stay.Area);
        if (!_routes.TryGetValue(key, out Route[]? routes))
        {
            routes = [.. FittingOf(stay, year).Select(index => RouteTo(index, stay, year))];
            _routes[key] = routes;
        }

        return routes;
    }

    private Route RouteTo(int index, Stay stay, AcademicYear year)
    {
        Provision provision = planningCase.Provisions[index];
        return new Route(index, PlacementRules.MayStart(planningCase, provision, stay, year), pence.OfYear(provision, stay, year));
    }

    private int[] FittingOf(Stay stay, AcademicYear year)
    {
        (PrimaryNeed, Sex, ProvisionLevel, YearGroup, AcademicYear) key = (stay.Need, stay.Sex, stay.LevelIn(year), stay.YearGroupIn(year), year);
        if (!_fitting.TryGetValue(key, out int[]? fitting))
        {
            fitting = [.. Enumerable.Range(0, planningCase.Provisions.Length).Where(index => PlacementRules.Fits(planningCase.Provisions[index], stay, year))];
            _fitting[key] = fitting;
        }

        return fitting;
    }
}
