using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Tests.Audit.Properties;

/// <summary>
/// A feasible plan made one pupil at a time, year by year: whoever has a place keeps it as long as it fits, or sometimes leaves it
/// where that is allowed; whoever has none takes, mostly, a place that stays free for as long as it will fit. Written from the rules'
/// wording alone, so that it shares nothing with the audit.
/// </summary>
internal sealed class GreedyPlan
{
    private readonly PlanningCase _case;
    private readonly Random _random;
    private readonly Dictionary<(ProvisionId, AcademicYear), int> _load = [];
    private readonly Dictionary<(ProvisionId, AcademicYear), int> _most = [];
    private readonly Dictionary<AcademicYear, int> _inmssMost = [];

    private GreedyPlan(PlanningCase planningCase, DemandPath demand, int seed)
    {
        (_case, _random) = (planningCase, new Random(seed));
        foreach (Stay stay in demand.Stays.Where(stay => stay.Current is not null))
        {
            Hold(planningCase.Provision(stay.Current!.Value), stay, planningCase.Horizon.BaseYear.Next, stay.Pupils);
        }

        foreach (AcademicYear year in planningCase.Horizon.PlannedYears)
        {
            foreach (Provision provision in planningCase.Provisions)
            {
                int residents = planningCase.PlacesForResidents(provision, year);
                int over = provision.OverNumberAllowed(planningCase.PlacesIn(provision, year));
                _most[(provision.Id, year)] = Math.Max(residents + over, Load(provision, year));
            }

            if (planningCase.Limits.InmssPupils.TryGetValue(year, out int limit))
            {
                _inmssMost[year] = Math.Max(limit, InmssLoad(year));
            }
        }
    }

    public static PupilPath[] Of(PlanningCase planningCase, DemandPath demand, int seed)
    {
        GreedyPlan plan = new(planningCase, demand, seed);
        List<(Stay Stay, List<ProvisionId?> At)> pupils = [.. demand.Stays.SelectMany(stay => Enumerable.Range(0, stay.Pupils).Select(_ => (stay, new List<ProvisionId?>())))];
        foreach (AcademicYear year in planningCase.Horizon.PlannedYears)
        {
            foreach ((Stay stay, List<ProvisionId?> at) in pupils.Where(pupil => pupil.Stay.Covers(year)))
            {
                at.Add(plan.Next(stay, year, at.Count == 0 ? stay.Current : at[^1]));
            }
        }

        return [.. pupils.Select(pupil => new PupilPath(pupil.Stay.Number, 1, pupil.At))];
    }

    private ProvisionId? Next(Stay stay, AcademicYear year, ProvisionId? before)
    {
        Provision? now = before is { } id && Fits(_case.Provision(id), stay, year) ? _case.Provision(id) : null;
        if (now is not null && (_random.Next(2) == 0 || !MayLeave(now, stay, year)))
        {
            return now.Id;
        }

        Provision[] free = [.. _case.Provisions.Where(provision => provision != now && MayStart(provision, stay, year) && HasRoom(provision, stay, year, now))];
        if (free.Length == 0 || _random.Next(5) == 0)
        {
            return now?.Id;
        }

        Provision chosen = free[_random.Next(free.Length)];
        Hold(chosen, stay, year, 1);
        if (now is not null)
        {
            Hold(now, stay, year, -1);
        }

        return chosen.Id;
    }

    /// <summary>Counts pupils at the provision from a year on for as long as it fits.</summary>
    private void Hold(Provision provision, Stay stay, AcademicYear from, int pupils)
    {
        foreach (AcademicYear year in Held(provision, stay, from))
        {
            _load[(provision.Id, year)] = Load(provision, year) + pupils;
        }
    }

    private bool HasRoom(Provision provision, Stay stay, AcademicYear from, Provision? leaving) =>
        Held(provision, stay, from).All(year =>
            Load(provision, year) < _most[(provision.Id, year)]
            && (provision.Kind != ProvisionKind.Inmss || !_inmssMost.TryGetValue(year, out int most) || InmssLoad(year) - Leaves(leaving, stay, from, year) < most));

    private static int Leaves(Provision? leaving, Stay stay, AcademicYear from, AcademicYear year) =>
        leaving?.Kind == ProvisionKind.Inmss && Held(leaving, stay, from).Contains(year) ? 1 : 0;

    private static IEnumerable<AcademicYear> Held(Provision provision, Stay stay, AcademicYear from)
    {
        for (AcademicYear year = from; year <= stay.LastYear && Fits(provision, stay, year); year = year.Next)
        {
            yield return year;
        }
    }

    private int Load(Provision provision, AcademicYear year) => _load.GetValueOrDefault((provision.Id, year));

    private int InmssLoad(AcademicYear year) => _case.Provisions.Where(provision => provision.Kind == ProvisionKind.Inmss).Sum(provision => Load(provision, year));

    private static bool Fits(Provision provision, Stay stay, AcademicYear year) =>
        provision.IsOpenIn(year) && provision.Designation.Admits(stay.Need, stay.Sex, stay.YearGroupIn(year), stay.LevelIn(year));

    private bool MayStart(Provision provision, Stay stay, AcademicYear year) =>
        Fits(provision, stay, year) && provision.AdmitsNewIn(year)
        && _case.JourneyTo(provision, stay.Area).Time <= _case.Travel.Ceiling[stay.YearGroupIn(year).Phase];

    private bool MayLeave(Provision provision, Stay stay, AcademicYear year) =>
        stay.YearGroupIn(year).Value is 0 or 12 or 15 || _case.Moves.Any(move => move.FromKind == provision.Kind && year >= move.Starting);
}
