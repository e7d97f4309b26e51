using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>
/// The well-formed paths of a plan, their ids followed to the stays and provisions they name and kept as numbers: a path is an index in
/// the plan's order, a provision its index in the case or -1 for nowhere.
/// </summary>
internal sealed class TracedPaths
{
    private readonly PlanningCase _case;
    private readonly IReadOnlyList<Stay> _stays;
    private readonly int[] _stay;
    private readonly int[] _pupils;
    private readonly int[] _first;
    private readonly int[] _before;
    private readonly int[] _start;
    private readonly int[] _now;
    private readonly int[] _ofStayStart;
    private readonly int[] _ofStay;

    /// <summary>Follows the ids of well-formed paths.</summary>
    /// <exception cref="KeyNotFoundException">A path names a provision that the case does not have.</exception>
    internal TracedPaths(PlanningCase planningCase, CaseIndex index, IReadOnlyList<Stay> stays, IReadOnlyList<PupilPath> paths)
    {
        (_case, _stays) = (planningCase, stays);
        (_stay, _pupils, _first, _before) = (new int[paths.Count], new int[paths.Count], new int[paths.Count], new int[paths.Count]);
        _start = new int[paths.Count + 1];
        List<int> now = new(paths.Count * 6);
        for (int path = 0; path < paths.Count; path++)
        {
            Stay stay = stays[paths[path].Stay];
            (_stay[path], _pupils[path], _first[path]) = (paths[path].Stay, paths[path].Pupils, Math.Max(0, index.Of(stay.FirstYear)));
            _before[path] = stay.Current is { } current ? index.Of(current) : -1;
            foreach (ProvisionId? provision in paths[path].Provisions)
            {
                now.Add(provision is { } id ? index.Of(id) : -1);
            }

            _start[path + 1] = now.Count;
        }

        _now = [.. now];
        (_ofStayStart, _ofStay) = Buckets.Of(stays.Count, _stay.Length, path => _stay[path]);
    }

    /// <summary>How many paths there are.</summary>
    internal int Count => _stay.Length;

    /// <summary>The stay of a path.</summary>
    internal Stay StayOf(int path) => _stays[_stay[path]];

    /// <summary>How many pupils take the path, at least 1.</summary>
    internal int PupilsOn(int path) => _pupils[path];

    /// <summary>Index of the first planned year of the path.</summary>
    internal int FirstYearOf(int path) => _first[path];

    /// <summary>Where they are in each planned year of the path.</summary>
    internal ReadOnlySpan<int> NowOn(int path) => _now.AsSpan(_start[path].._start[path + 1]);

    /// <summary>Where they were the year before the planned year of that step.</summary>
    internal int BeforeOn(int path, int step) => step == 0 ? _before[path] : _now[_start[path] + step - 1];

    /// <summary>Paths of the stay of that number, in the plan's order.</summary>
    internal ReadOnlySpan<int> OfStay(int stay) => _ofStay.AsSpan(_ofStayStart[stay].._ofStayStart[stay + 1]);

    /// <summary>One planned year of a path, 0 for its first.</summary>
    internal PathYear At(int path, int step) => new(
        StayOf(path), _pupils[path], Year(_first[path] + step), Provision(BeforeOn(path, step)), Provision(_now[_start[path] + step]));

    /// <summary>Every planned year of every path, in order.</summary>
    internal IEnumerable<PathYear> Years()
    {
        for (int path = 0; path < Count; path++)
        {
            int steps = _start[path + 1] - _start[path];
            for (int step = 0; step < steps; step++)
            {
                yield return At(path, step);
            }
        }
    }

    private AcademicYear Year(int planned) => _case.Horizon.PlannedYears[planned];

    private Provision? Provision(int index) => index < 0 ? null : _case.Provisions[index];
}
