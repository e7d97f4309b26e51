using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Foresight;

/// <summary>
/// Room for placements to stand in. Somebody who does not look ahead at pupils still reads the stated places: nobody is placed where fewer places are
/// known to come than pupils would then stand there, because nobody may be sent away.
/// </summary>
internal sealed class RoomToStand
{
    private readonly PlanningCase _case;
    private readonly Dictionary<(ProvisionId Provision, AcademicYear Year), int> _most = [];
    private readonly Dictionary<AcademicYear, int> _mostInmss = [];

    /// <summary>Room in a case whose openings are decided.</summary>
    public RoomToStand(PlanningCase planningCase, DemandPath demand)
    {
        _case = planningCase;
        Dictionary<(ProvisionId, AcademicYear), int> standing = [];
        foreach (Stay stay in demand.Stays.Where(stay => stay.Current is not null))
        {
            Stand(planningCase.Provision(stay.Current!.Value), stay, planningCase.Horizon.BaseYear, stay.Pupils, standing);
        }

        foreach (Provision provision in planningCase.Provisions)
        {
            foreach (AcademicYear year in planningCase.Horizon.PlannedYears)
            {
                int most = planningCase.PlacesForResidents(provision, year) + provision.OverNumberAllowed(planningCase.PlacesIn(provision, year));
                _most.Add((provision.Id, year), Math.Max(most, standing.GetValueOrDefault((provision.Id, year))));
            }
        }

        foreach ((AcademicYear year, int limit) in planningCase.Limits.InmssPupils)
        {
            _mostInmss.Add(year, Math.Max(limit, standing.Where(pair => pair.Key.Item2 == year && IsInmss(pair.Key.Item1)).Sum(pair => pair.Value)));
        }
    }

    /// <summary>
    /// By how many pupils each provision would be above what it may hold in the year after a September where that is worst, if everybody stayed as long as
    /// the placement fits; and the same of all INMSS together.
    /// </summary>
    public (IReadOnlyDictionary<ProvisionId, int> Provisions, int Inmss) Exceeded(IEnumerable<PupilsSoFar> pupils, AcademicYear september)
    {
        Dictionary<(ProvisionId Provision, AcademicYear Year), int> standing = [];
        foreach (PupilsSoFar group in pupils.Where(group => group.At is not null))
        {
            Stand(_case.Provision(group.At!.Value), group.Stay, september, group.Pupils, standing);
        }

        Dictionary<ProvisionId, int> exceeded = standing
            .Select(pair => (pair.Key.Provision, Above: pair.Value - _most[pair.Key])).Where(pair => pair.Above > 0)
            .GroupBy(pair => pair.Provision).ToDictionary(of => of.Key, of => of.Max(pair => pair.Above));
        int inmss = _mostInmss.Where(limit => limit.Key > september)
            .Select(limit => standing.Where(pair => pair.Key.Year == limit.Key && IsInmss(pair.Key.Provision)).Sum(pair => pair.Value) - limit.Value)
            .DefaultIfEmpty().Max();
        return (exceeded, Math.Max(0, inmss));
    }

    private bool IsInmss(ProvisionId id) => _case.Provision(id).Kind == ProvisionKind.Inmss;

    /// <summary>Counts pupils in every later year for as long as the placement fits without a break.</summary>
    private void Stand(Provision provision, Stay stay, AcademicYear after, int pupils, Dictionary<(ProvisionId, AcademicYear), int> standing)
    {
        for (AcademicYear year = after.Next; year <= _case.Horizon.LastYear && stay.Covers(year) && PlacementRules.Fits(provision, stay, year); year = year.Next)
        {
            standing[(provision.Id, year)] = standing.GetValueOrDefault((provision.Id, year)) + pupils;
        }
    }
}
