using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Planning;

/// <summary>
/// The rules of who may be placed where, in the words of the field. A placement <em>fits</em> while the provision is open and
/// admits the pupil; it <em>stands</em> while it fits, unless a phase transfer reopens it or the scenario allows a move.
/// </summary>
public static class PlacementRules
{
    /// <summary>Whether the provision is open in the year and admits these pupils, new or not.</summary>
    public static bool Fits(Provision provision, Stay stay, AcademicYear year) =>
        provision.IsOpenIn(year)
        && provision.Designation.Admits(stay.Need, stay.Sex, stay.YearGroupIn(year), stay.LevelIn(year));

    /// <summary>Whether these pupils may start at the provision in the year: it fits, admits new pupils and is within the travel ceiling.</summary>
    public static bool MayStart(PlanningCase planningCase, Provision provision, Stay stay, AcademicYear year) =>
        Fits(provision, stay, year)
        && provision.AdmitsNewIn(year)
        && planningCase.JourneyTo(provision, stay.Area).Time <= planningCase.Travel.Ceiling[stay.YearGroupIn(year).Phase];

    /// <summary>
    /// Whether pupils who were at <paramref name="before"/> the year before, where they still fit, may all the same be placed
    /// elsewhere in <paramref name="year"/>: the transfer into it reopens placements, or the scenario allows the move.
    /// </summary>
    public static bool MayLeave(PlanningCase planningCase, Provision before, Stay stay, AcademicYear year) =>
        PhaseTransfer.ReopensPlacementAfter(stay.YearGroupIn(year.Previous)) || IsAllowedMove(planningCase, before, year);

    /// <summary>Whether the scenario allows leaving this kind of provision in the year; such a move is priced.</summary>
    public static bool IsAllowedMove(PlanningCase planningCase, Provision before, AcademicYear year) =>
        planningCase.Moves.Any(rule => rule.FromKind == before.Kind && year >= rule.Starting);

    /// <summary>Where pupils of a stay are the year before its first planned year: their base-year place, or nowhere.</summary>
    public static ProvisionId? PlaceBefore(Stay stay) => stay.Current;

    /// <summary>Years of the stay that the plan decides.</summary>
    public static IEnumerable<AcademicYear> PlannedYearsOf(Horizon horizon, Stay stay) => horizon.PlannedYears.Where(stay.Covers);
}
