using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Provisions within the longest travel ceiling of an area, found through a grid of the longest journey's width.</summary>
internal sealed class NearProvisions
{
    private readonly PlanningCase _case;
    private readonly Dictionary<(int, int), List<int>> _grid = [];
    private readonly double _reach;
    private readonly Near[]?[] _ofArea;
    private readonly float[] _ceiling;
    private readonly uint[] _open;
    private readonly uint[] _new;
    private readonly int[] _from;
    private readonly int[] _to;
    private readonly uint[] _levels;
    private readonly Dictionary<(int Area, PrimaryNeed Need, Sex Sex), Near[]> _lists = [];

    public NearProvisions(PlanningCase planningCase)
    {
        _case = planningCase;
        TravelRules travel = planningCase.Travel;
        _ceiling = [.. YearGroup.All.Select(group => (float)travel.Ceiling[group.Phase].TotalMinutes)];
        double minutes = travel.Ceiling.Values.Max().TotalMinutes - travel.FixedTime.TotalMinutes + 1;
        _reach = Math.Max(1, minutes / 60 * travel.SpeedKmPerHour / travel.Circuity * 1000);
        Provision[] provisions = [.. planningCase.Provisions];
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.PlannedYears;
        _open = [.. provisions.Select(p => Mask(years, p.IsOpenIn))];
        _new = [.. provisions.Select(p => Mask(years, p.AdmitsNewIn))];
        _from = [.. provisions.Select(p => p.Designation.From.Value)];
        _to = [.. provisions.Select(p => p.Designation.To.Value)];
        _levels = [.. provisions.Select(p => p.Designation.Levels.Aggregate(0u, (bits, level) => bits | (1u << (int)level)))];
        _ofArea = new Near[planningCase.Areas.Length][];
        for (int g = 0; g < provisions.Length; g++)
        {
            (int, int) cell = CellOf(planningCase.Provider(provisions[g].Provider).Location);
            if (!_grid.TryGetValue(cell, out List<int>? of))
            {
                _grid.Add(cell, of = []);
            }

            of.Add(g);
        }
    }

    /// <summary>Provisions within reach that admit the need and sex, in the case's order.</summary>
    public Near[] Of(int area, PrimaryNeed need, Sex sex)
    {
        if (!_lists.TryGetValue((area, need, sex), out Near[]? list))
        {
            list = [.. OfArea(area).Where(near => Admits(near.Provision, need, sex))];
            _lists.Add((area, need, sex), list);
        }

        return list;
    }

    /// <summary>A provision whatever its distance; one that does not admit the need and sex fits nobody.</summary>
    public Near Far(int area, int g, PrimaryNeed need, Sex sex) => Journey(area, g) with { Admits = Admits(g, need, sex) };

    /// <summary>Steps in which the route fits, and in which pupils may start there.</summary>
    public (uint Fits, uint Starts) Masks(Near route, int firstYear, int yearGroup, byte[] levels)
    {
        if (!route.Admits)
        {
            return (0, 0);
        }

        (uint fits, uint starts) = (0, 0);
        int g = route.Provision;
        for (int s = 0; s < levels.Length; s++)
        {
            int group = yearGroup + s;
            if (group >= _from[g] && group <= _to[g] && (_levels[g] >> levels[s] & 1) != 0 && (_open[g] >> (firstYear + s) & 1) != 0)
            {
                fits |= 1u << s;
                starts |= (_new[g] >> (firstYear + s) & 1) != 0 && route.Minutes <= _ceiling[group + 4] ? 1u << s : 0;
            }
        }

        return (fits, starts);
    }

    private bool Admits(int g, PrimaryNeed need, Sex sex) =>
        _case.Provisions[g].Designation.Needs.Contains(need) && _case.Provisions[g].Designation.Admits(sex);

    private Near[] OfArea(int area)
    {
        if (_ofArea[area] is { } known)
        {
            return known;
        }

        float most = _ceiling.Max();
        (int x, int y) = CellOf(_case.Areas[area].Centroid);
        IEnumerable<int> candidates = _case.Travel.Stated.Count > 0
            ? Enumerable.Range(0, _case.Provisions.Length)
            : Enumerable.Range(-1, 3).SelectMany(dx => Enumerable.Range(-1, 3).SelectMany(dy => _grid.GetValueOrDefault((x + dx, y + dy), []))).Order();
        return _ofArea[area] = [.. candidates.Select(g => Journey(area, g)).Where(near => near.Minutes <= most)];
    }

    private Near Journey(int area, int g)
    {
        Journey journey = _case.Travel.JourneyBetween(_case.Areas[area], _case.Provider(_case.Provisions[g].Provider));
        return new Near(g, (float)journey.Distance.Kilometres, (float)journey.Time.TotalMinutes, true);
    }

    private (int, int) CellOf(GridReference at) => ((int)Math.Floor(at.Easting / _reach), (int)Math.Floor(at.Northing / _reach));

    private static uint Mask(IReadOnlyList<AcademicYear> years, Func<AcademicYear, bool> holds)
    {
        uint mask = 0;
        for (int t = 0; t < years.Count; t++)
        {
            mask |= holds(years[t]) ? 1u << t : 0;
        }

        return mask;
    }

    /// <summary>A provision and the journey to it.</summary>
    internal readonly record struct Near(int Provision, float Kilometres, float Minutes, bool Admits);
}
