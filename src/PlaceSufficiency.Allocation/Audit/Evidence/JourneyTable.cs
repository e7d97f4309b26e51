using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>Every journey from a home area to a provision, worked out once.</summary>
internal sealed class JourneyTable
{
    private readonly Journey[,] _journeys;
    private readonly Dictionary<PlanningAreaId, int> _areas = [];

    /// <summary>Works out all journeys of the case.</summary>
    internal JourneyTable(PlanningCase planningCase)
    {
        _journeys = new Journey[planningCase.Provisions.Length, planningCase.Areas.Length];
        for (int area = 0; area < planningCase.Areas.Length; area++)
        {
            _areas[planningCase.Areas[area].Id] = area;
            for (int provision = 0; provision < planningCase.Provisions.Length; provision++)
            {
                _journeys[provision, area] = planningCase.JourneyTo(planningCase.Provisions[provision], planningCase.Areas[area].Id);
            }
        }
    }

    /// <summary>The one-way journey to a provision, by indices in the case.</summary>
    internal Journey this[int provision, int area] => _journeys[provision, area];

    /// <summary>Index of an area in the case.</summary>
    /// <exception cref="KeyNotFoundException">The case has no such area.</exception>
    internal int IndexOf(PlanningAreaId area) => _areas[area];
}
