using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Sorts pupils into classes and finds the routes of each.</summary>
internal sealed class RouteCompiler(PlanningCase planningCase)
{
    private readonly List<int> _pupils = [];
    private readonly List<int> _firstYear = [];
    private readonly List<int> _length = [];
    private readonly List<int> _area = [];
    private readonly List<int> _before = [];
    private readonly List<uint> _reopens = [];
    private readonly List<byte[]> _levels = [];
    private readonly List<int> _yearGroup = [];
    private readonly List<List<int>> _members = [];
    private readonly List<int> _firstRoute = [0];
    private readonly List<int> _provision = [];
    private readonly List<float> _kilometres = [];
    private readonly List<float> _minutes = [];
    private readonly List<uint> _fits = [];
    private readonly List<uint> _starts = [];

    /// <summary>Works out classes and routes.</summary>
    public RouteCase Compile(DemandPath demand, CancellationToken cancellation)
    {
        Sort(demand, cancellation);
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.PlannedYears;
        uint[] mayLeave = new uint[planningCase.Provisions.Length];
        for (int g = 0; g < mayLeave.Length; g++)
        {
            for (int t = 0; t < years.Count; t++)
            {
                mayLeave[g] |= PlacementRules.IsAllowedMove(planningCase, planningCase.Provisions[g], years[t]) ? 1u << t : 0;
            }
        }

        return new RouteCase
        {
            Case = planningCase,
            Years = years.Count,
            Provisions = planningCase.Provisions.Length,
            Pupils = [.. _pupils],
            FirstYear = [.. _firstYear],
            Length = [.. _length],
            Reopens = [.. _reopens],
            Levels = [.. _levels],
            YearGroupAtFirst = [.. _yearGroup],
            Area = [.. _area],
            Members = [.. _members],
            MayLeave = mayLeave,
            Routes = new RouteTable([.. _firstRoute], [.. _before], [.. _provision], [.. _kilometres], [.. _minutes], [.. _fits], [.. _starts]),
        };
    }

    private void Sort(DemandPath demand, CancellationToken cancellation)
    {
        NearProvisions near = new(planningCase);
        Dictionary<ClassKey, int> known = [];
        AcademicYear first = planningCase.Horizon.PlannedYears[0];
        Dictionary<PlanningAreaId, int> areas = Enumerable.Range(0, planningCase.Areas.Length).ToDictionary(a => planningCase.Areas[a].Id);
        Dictionary<ProvisionId, int> provisions = Enumerable.Range(0, planningCase.Provisions.Length).ToDictionary(g => planningCase.Provisions[g].Id);
        foreach (Stay stay in demand.Stays)
        {
            AcademicYear from = stay.FirstYear < first ? first : stay.FirstYear;
            AcademicYear to = stay.LastYear > planningCase.Horizon.LastYear ? planningCase.Horizon.LastYear : stay.LastYear;
            int length = to.YearsSince(from) + 1;
            if (length <= 0)
            {
                continue;
            }

            int lead = from.YearsSince(stay.FirstYear);
            byte[] levels = new byte[length];
            for (int s = 0; s < length; s++)
            {
                levels[s] = (byte)stay.Levels[lead + s];
            }

            int at = PlacementRules.PlaceBefore(stay) is { } id ? provisions[id] : -1;
            ClassKey key = new(areas[stay.Area], stay.Need, stay.Sex, from.YearsSince(first), stay.YearGroupAtFirst.Value + lead, lead > 0, at, new(levels));
            if (!known.TryGetValue(key, out int k))
            {
                cancellation.ThrowIfCancellationRequested();
                known.Add(key, k = _pupils.Count);
                _members.Add([]);
                AddClass(key, levels, near);
            }

            _members[k].Add(stay.Number);
            _pupils[k] += stay.Pupils;
        }
    }

    private void AddClass(ClassKey key, byte[] levels, NearProvisions near)
    {
        _pupils.Add(0);
        _area.Add(key.Area);
        _firstYear.Add(key.FirstYear);
        _length.Add(levels.Length);
        _levels.Add(levels);
        _yearGroup.Add(key.YearGroup);
        uint reopens = 0;
        for (int s = 0; s < levels.Length; s++)
        {
            reopens |= (s > 0 || key.WasThereBefore) && PhaseTransfer.ReopensPlacementAfter(YearGroup.Of(key.YearGroup + s - 1)) ? 1u << s : 0;
        }

        _reopens.Add(reopens);
        int before = -1;
        int start = _provision.Count;
        foreach (NearProvisions.Near route in near.Of(key.Area, key.Need, key.Sex))
        {
            (uint fits, uint starts) = near.Masks(route, key.FirstYear, key.YearGroup, levels);
            if (starts != 0 && route.Provision != key.Before)
            {
                Add(route, fits, starts);
            }
            else if (route.Provision == key.Before)
            {
                before = Add(route, fits, starts) - start;
            }
        }

        if (key.Before >= 0 && before < 0)
        {
            NearProvisions.Near route = near.Far(key.Area, key.Before, key.Need, key.Sex);
            (uint fits, uint starts) = near.Masks(route, key.FirstYear, key.YearGroup, levels);
            if ((fits & 1) != 0)
            {
                before = Add(route, fits, starts) - start;
            }
        }

        _before.Add(before);
        _firstRoute.Add(_provision.Count);
    }

    private int Add(NearProvisions.Near route, uint fits, uint starts)
    {
        _provision.Add(route.Provision);
        _kilometres.Add(route.Kilometres);
        _minutes.Add(route.Minutes);
        _fits.Add(fits);
        _starts.Add(starts);
        return _provision.Count - 1;
    }

    private readonly record struct ClassKey(int Area, PrimaryNeed Need, Sex Sex, int FirstYear, int YearGroup, bool WasThereBefore, int Before, LevelKey Levels);

    private readonly struct LevelKey(byte[] levels) : IEquatable<LevelKey>
    {
        private readonly byte[] _levels = levels;

        public bool Equals(LevelKey other) => _levels.AsSpan().SequenceEqual(other._levels);

        public override bool Equals(object? obj) => obj is LevelKey other && Equals(other);

        public override int GetHashCode()
        {
            HashCode hash = default;
            hash.AddBytes(_levels);
            return hash.ToHashCode();
        }
    }
}
