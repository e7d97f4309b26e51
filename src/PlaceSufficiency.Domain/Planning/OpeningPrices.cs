using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Planning;

/// <summary>
/// What opening candidates adds to the cost tier: their capital, counted as the case says, and the place funding of the resident places they add.
/// Committed schemes are spent whatever the plan does, and are reported beside the tier.
/// </summary>
public static class OpeningPrices
{
    /// <summary>Capital of a candidate that opens in that September.</summary>
    public static Pounds OfCapital(PlanningCase planningCase, CapitalScheme scheme, AcademicYear opens) =>
        planningCase.Capital.Of(scheme, opens, planningCase.Horizon);

    /// <summary>Place funding of so many resident places of the provision in the year.</summary>
    public static Pounds OfPlaces(PlanningCase planningCase, Provision provision, AcademicYear year, int residentPlaces) =>
        PlacementPrices.OfPlaces(planningCase, provision, year, residentPlaces).Aggregate(Pounds.Zero, (sum, charge) => sum + charge.Amount);

    /// <summary>What the openings of a plan add to the cost tier, in whole pence.</summary>
    /// <param name="planningCase">The case as the plan found it: with its candidates undecided.</param>
    /// <param name="openings">Candidates that open, and when.</param>
    public static Pounds Of(PlanningCase planningCase, IReadOnlyDictionary<SchemeId, AcademicYear> openings)
    {
        PlanningCase decided = planningCase.WithOpenings(openings);
        Pounds capital = planningCase.Candidates.Where(scheme => openings.ContainsKey(scheme.Id))
            .Aggregate(Pounds.Zero, (sum, scheme) => sum + OfCapital(planningCase, scheme, openings[scheme.Id]));
        IEnumerable<Pounds> places =
            from provision in planningCase.Candidates.Where(scheme => openings.ContainsKey(scheme.Id)).Select(scheme => planningCase.Provision(scheme.Provision)).Distinct()
            from year in planningCase.Horizon.PlannedYears
            select OfPlaces(planningCase, provision, year, decided.PlacesForResidents(provision, year))
                - OfPlaces(planningCase, provision, year, planningCase.PlacesForResidents(provision, year));
        return places.Aggregate(capital, (sum, amount) => sum + amount);
    }
}
