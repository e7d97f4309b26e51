using NodaTime;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Allocation.Audit.Reach;

/// <summary>
/// Finds the provisions within the longest travel ceiling of a home area without looking at all of them: providers stand in square cells as wide
/// as the longest straight line that can be within the ceiling, so that only nine cells matter. Stated journeys are looked at as well.
/// </summary>
internal sealed class CaseReach
{
    private readonly PlanningCase _case;
    private readonly CaseIndex _index;
    private readonly Duration _longest;
    private readonly double _cell;
    private readonly Dictionary<(int East, int North), List<int>> _cells = [];
    private readonly ILookup<PlanningAreaId, int> _stated;
    private readonly bool[] _open;
    private readonly bool[] _admitsNew;

    /// <summary>Sorts the provisions of a case into cells.</summary>
    internal CaseReach(PlanningCase planningCase, CaseIndex index)
    {
        (_case, _index) = (planningCase, index);
        Classes = new DesignationClasses(planningCase);
        _longest = Enum.GetValues<Phase>().Max(phase => planningCase.Travel.Ceiling.GetValueOrDefault(phase));
        TravelRules travel = planningCase.Travel;

        // Half a second is what a journey's time may be rounded down by; a metre and a millionth more cover rounding of the sums.
        double hours = Math.Max(0, (_longest - travel.FixedTime).TotalSeconds + 0.5) / 3600;
        _cell = (hours * travel.SpeedKmPerHour * 1000 / travel.Circuity * 1.000001) + 1;
        for (int g = 0; g < index.Provisions; g++)
        {
            (int, int) cell = CellOf(index.ProviderOf(g).Location);
            if (!_cells.TryGetValue(cell, out List<int>? of))
            {
                _cells.Add(cell, of = []);
            }

            of.Add(g);
        }

        (_open, _admitsNew) = (new bool[index.Provisions * index.Years], new bool[index.Provisions * index.Years]);
        for (int cell = 0; cell < _open.Length; cell++)
        {
            (int g, int t) = Math.DivRem(cell, index.Years);
            _open[cell] = planningCase.Provisions[g].IsOpenIn(planningCase.Horizon.PlannedYears[t]);
            _admitsNew[cell] = planningCase.Provisions[g].AdmitsNewIn(planningCase.Horizon.PlannedYears[t]);
        }

        ILookup<string, int> ofProvider = Enumerable.Range(0, travel.Stated.IsEmpty ? 0 : index.Provisions).ToLookup(g => index.ProviderOf(g).Id.Value);
        _stated = travel.Stated.Keys.SelectMany(key => ofProvider[key.Provider.Value].Select(g => (key.Area, g))).ToLookup(pair => pair.Area, pair => pair.g);
    }

    /// <summary>The provisions by designation.</summary>
    internal DesignationClasses Classes { get; }

    /// <summary>The longest journey that any phase allows.</summary>
    internal Duration Longest => _longest;

    /// <summary>Whether the provision is open in the planned year, by index.</summary>
    internal bool IsOpen(int provision, int year) => _open[(provision * _index.Years) + year];

    /// <summary>Whether the provision admits new pupils in the planned year, by index.</summary>
    internal bool AdmitsNew(int provision, int year) => _admitsNew[(provision * _index.Years) + year];

    /// <summary>The journeys from an area to all provisions within the longest ceiling, and to others that are named; in no order, each once.</summary>
    /// <param name="area">Index of the area.</param>
    /// <param name="others">Provisions wanted however far they are.</param>
    internal List<(int Provision, Journey Journey)> From(int area, IReadOnlySet<int> others)
    {
        List<(int, Journey)> near = [];
        PlanningArea home = _case.Areas[area];
        HashSet<int> stated = [.. _stated[home.Id]];
        (int east, int north) = CellOf(home.Centroid);
        for (int x = east - 1; x <= east + 1; x++)
        {
            for (int y = north - 1; y <= north + 1; y++)
            {
                foreach (int g in _cells.GetValueOrDefault((x, y)) ?? [])
                {
                    Journey journey = _index.JourneyTo(g, area);
                    if (journey.Time <= _longest && !others.Contains(g) && !stated.Contains(g))
                    {
                        near.Add((g, journey));
                    }
                }
            }
        }

        near.AddRange(others.Select(g => (g, _index.JourneyTo(g, area))));
        near.AddRange(stated.Where(g => !others.Contains(g)).Select(g => (g, _index.JourneyTo(g, area))).Where(pair => pair.Item2.Time <= _longest));
        return near;
    }

    private (int East, int North) CellOf(GridReference point) => ((int)Math.Floor(point.Easting / _cell), (int)Math.Floor(point.Northing / _cell));
}
