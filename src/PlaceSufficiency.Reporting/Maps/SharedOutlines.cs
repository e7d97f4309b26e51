using PlaceSufficiency.Domain.Geography;

namespace PlaceSufficiency.Reporting.Maps;

/// <summary>Outlines of the home areas of several scenarios, drawn once for all that have the same areas. Several threads may ask at once.</summary>
public sealed class SharedOutlines
{
    private readonly List<(IReadOnlyList<PlanningArea> Areas, IReadOnlyList<MapArea> Outlines)> _drawn = [];

    /// <summary>The areas with their outlines (<see cref="AreaOutlines"/>), in the same order.</summary>
    public IReadOnlyList<MapArea> Of(IReadOnlyList<PlanningArea> areas)
    {
        lock (_drawn)
        {
            foreach ((IReadOnlyList<PlanningArea> known, IReadOnlyList<MapArea> outlines) in _drawn)
            {
                if (known.Select(OnMap).SequenceEqual(areas.Select(OnMap)))
                {
                    return outlines;
                }
            }

            _drawn.Add((areas, AreaOutlines.Of(areas)));
            return _drawn[^1].Outlines;
        }
    }

    // All that an outline is made of: areas of two scenarios may differ in population.
    private static (string Name, GridReference Centroid) OnMap(PlanningArea area) => (area.Name, area.Centroid);
}
