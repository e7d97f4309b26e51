using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Reach;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>
/// Why pupils are unplaced in a planned year: the provisions of the case are narrowed down, rule by rule, until none is left, and the
/// last ones that were left are named, shortest journey first. Worked out once for all pupils who are alike in that year, area by area.
/// </summary>
internal sealed class UnplacedReasons
{
    private readonly AuditedPlan _audited;
    private readonly CaseReach _reach;
    private readonly bool[] _inmssLimitBinds;
    private readonly Dictionary<(int Kind, int Year), UnplacedReason>?[] _reasons;

    /// <summary>Finds the reason of everybody who is unplaced in a planned year.</summary>
    internal UnplacedReasons(AuditedPlan audited, PlacementFacts facts)
    {
        _audited = audited;
        _reach = new CaseReach(audited.Case, audited.Index);
        _inmssLimitBinds = [.. audited.Horizon.PlannedYears.Select(year => audited.InmssPupils(year) >= audited.Places.InmssMost(year))];
        _reasons = new Dictionary<(int, int), UnplacedReason>?[audited.Index.Areas];
        List<(int Area, PupilKind Kind, int Year)> unplaced = [.. Unplaced(facts)];
        (int[] start, int[] things) = Buckets.Of(_reasons.Length, unplaced.Count, thing => unplaced[thing].Area);
        Parallel.For(0, _reasons.Length, area =>
        {
            if (start[area] < start[area + 1])
            {
                _reasons[area] = OfArea(area, things[start[area]..start[area + 1]].Select(thing => (unplaced[thing].Kind, unplaced[thing].Year)));
            }
        });
    }

    /// <summary>The reason for pupils of the stay who are unplaced in the planned year of that index.</summary>
    internal UnplacedReason Of(Stay stay, int area, int year) => _reasons[area]![(PupilKind.Of(stay, _audited.Horizon.PlannedYears[year]).Index, year)];

    private IEnumerable<(int Area, PupilKind Kind, int Year)> Unplaced(PlacementFacts facts) =>
        from t in Enumerable.Range(0, _audited.Index.Years)
        from row in facts.In(t)
        where row.Provision < 0
        select (row.Area, PupilKind.Of(_audited.Demand.Stays[row.Stay], _audited.Horizon.PlannedYears[t]), t);

    private Dictionary<(int, int), UnplacedReason> OfArea(int area, IEnumerable<(PupilKind Kind, int Year)> unplaced)
    {
        AreaReach reach = new(_audited.Case, _reach, area, new HashSet<int>());
        NamedReasons named = new();
        Dictionary<(int, int), UnplacedReason> reasons = [];
        foreach ((PupilKind kind, int year) in unplaced)
        {
            if (!reasons.ContainsKey((kind.Index, year)))
            {
                (UnplacedCause cause, List<int> left) = Find(reach, area, kind, year);
                reasons.Add((kind.Index, year), named.Of(cause, left, g => _audited.Case.Provisions[g].Id));
            }
        }

        return reasons;
    }

    private (UnplacedCause Cause, List<int> Left) Find(AreaReach reach, int area, PupilKind kind, int t)
    {
        List<int> within = [];
        foreach (int of in _reach.Classes.Admitting(kind))
        {
            (int from, int until) = reach.OfClass(of);
            for (int c = from; c < until; c++)
            {
                if (IsOpen(reach.Provisions[c], t) && reach.IsWithin(c, kind.YearGroup.Phase))
                {
                    within.Add(c);
                }
            }
        }

        if (within.Count == 0)
        {
            return FarAway(area, kind, t);
        }

        within.Sort((a, b) => (reach.Journeys[a].Time, reach.Provisions[a]).CompareTo((reach.Journeys[b].Time, reach.Provisions[b])));
        return Nearby([.. within.Select(c => reach.Provisions[c])], t);
    }

    private (UnplacedCause Cause, List<int> Left) Nearby(List<int> within, int t)
    {
        AcademicYear year = _audited.Horizon.PlannedYears[t];
        List<int> admitting = [.. within.Where(g => _reach.AdmitsNew(g, t))];
        List<int> free = [.. admitting.Where(g => _audited.Pupils[_audited.Case.Provisions[g].Id, year] < _audited.Places[g, t].Most)];
        List<int> allowed = [.. free.Where(g => !(PlacesLedger.IsInmss(_audited.Case.Provisions[g]) && _inmssLimitBinds[t]))];
        return (admitting, free, allowed) switch
        {
            ({ Count: 0 }, _, _) => (UnplacedCause.NoNewPlacements, within),
            (_, { Count: 0 }, _) => (UnplacedCause.Full, admitting),
            (_, _, { Count: 0 }) => (UnplacedCause.InmssLimit, free),
            _ => (UnplacedCause.HeldForLater, allowed),
        };
    }

    private (UnplacedCause Cause, List<int> Left) FarAway(int area, PupilKind kind, int t)
    {
        IEnumerable<int> ofKind = _reach.Classes.Admitting(kind).SelectMany(of => _reach.Classes.Members[of]);
        List<int> designated = [.. ofKind.Order().OrderBy(g => _audited.Index.JourneyTo(g, area).Time)];
        List<int> open = [.. designated.Where(g => IsOpen(g, t))];
        return (designated, open) switch
        {
            ({ Count: 0 }, _) => (UnplacedCause.NoDesignation, []),
            (_, { Count: 0 }) => (UnplacedCause.NotOpen, designated),
            _ => (UnplacedCause.TooFar, open),
        };
    }

    private bool IsOpen(int provision, int t) => _reach.IsOpen(provision, t) && _audited.Places[provision, t].Places > 0;

    /// <summary>Keeps each reason of an area once: the same provisions are full for many pupils in many years.</summary>
    private sealed class NamedReasons
    {
        private readonly Dictionary<int, List<(List<int> Provisions, UnplacedReason Reason)>> _byHash = [];

        internal UnplacedReason Of(UnplacedCause cause, List<int> provisions, Func<int, ProvisionId> idOf)
        {
            int hash = provisions.Aggregate((int)cause, (sum, g) => unchecked((sum * 31) + g));
            if (!_byHash.TryGetValue(hash, out List<(List<int> Provisions, UnplacedReason Reason)>? alike))
            {
                _byHash.Add(hash, alike = []);
            }

            foreach ((List<int> known, UnplacedReason reason) in alike)
            {
                if (reason.Cause == cause && known.SequenceEqual(provisions))
                {
                    return reason;
                }
            }

            alike.Add((provisions, new UnplacedReason(cause, [.. provisions.Select(idOf)])));
            return alike[^1].Reason;
        }
    }
}
