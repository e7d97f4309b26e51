using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Tiers;

/// <summary>
/// What a pupil's year, a pupil above places and a move count for in the cost tier, in whole pence. A pupil's year is kept for all
/// pupils of the same home area, phase and level called for, on whom alone its price depends.
/// </summary>
internal sealed class PupilYearPence(PlanningCase planningCase)
{
    private readonly Dictionary<(ProvisionId, PlanningAreaId, AcademicYear, Phase, ProvisionLevel), long> _ofYear = [];

    /// <summary>One pupil of the stay at the provision in the year.</summary>
    internal long OfYear(Provision provision, Stay stay, AcademicYear year)
    {
        (ProvisionId, PlanningAreaId, AcademicYear, Phase, ProvisionLevel) key =
            (provision.Id, stay.Area, year, stay.YearGroupIn(year).Phase, stay.LevelIn(year));
        if (!_ofYear.TryGetValue(key, out long pence))
        {
            pence = Sum(PlacementPrices.OfYear(planningCase, provision, stay, year));
            _ofYear[key] = pence;
        }

        return pence;
    }

    /// <summary>One pupil above places at the provision in the year.</summary>
    internal long OfOverNumber(Provision provision, AcademicYear year) => Sum(PlacementPrices.OfOverNumber(planningCase, provision, year));

    /// <summary>One pupil who leaves the provision in the year by an allowed move.</summary>
    internal long OfMove(Provision before, AcademicYear year) => Sum(PlacementPrices.OfMove(planningCase, before, year));

    private static long Sum(IEnumerable<Charge> charges) => charges.Sum(charge => charge.Amount.Pence);
}
