using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>
/// Who is where, year by year: the observed places of the base year, then the plan. Paths of a stay that agree on a year are one fact.
/// Ordered by year, stay, provision (unplaced last) and whether the pupils are new there.
/// </summary>
internal static class PlacementFacts
{
    /// <summary>Every fact of the base year and the planned years.</summary>
    internal static IReadOnlyList<PlacementFact> Of(AuditedPlan audited)
    {
        UnplacedReasons reasons = new(audited);
        return
        [
            .. from year in audited.Horizon.AllYears
               from stay in audited.Stays
               where stay.Covers(year)
               from fact in year == audited.Horizon.BaseYear ? [Observed(audited, stay)] : Planned(audited, reasons, stay, year)
               select fact,
        ];
    }

    private static PlacementFact Observed(AuditedPlan audited, Stay stay)
    {
        Provision? provision = stay.Current is { } current ? audited.Case.Provision(current) : null;
        return Fact(audited, stay, audited.Horizon.BaseYear, provision, false, stay.Pupils, null);
    }

    private static IEnumerable<PlacementFact> Planned(AuditedPlan audited, UnplacedReasons reasons, Stay stay, AcademicYear year) =>
        audited.PathsOfStay[stay.Number].Select(path => path.In(year))
            .GroupBy(at => (at.Now?.Id, at.IsNew))
            .OrderBy(group => group.Key.Id is null)
            .ThenBy(group => group.Key.Id?.Value, StringComparer.Ordinal)
            .ThenBy(group => group.Key.IsNew)
            .Select(group => Fact(
                audited, stay, year, group.First().Now, group.Key.IsNew, group.Sum(at => at.Pupils), group.Key.Id is null ? reasons.Of(stay, year) : null));

    private static PlacementFact Fact(
        AuditedPlan audited, Stay stay, AcademicYear year, Provision? provision, bool isNew, int pupils, UnplacedReason? reason) =>
        new(
            year, stay.Number, stay.Area, stay.YearGroupIn(year), stay.Need, stay.Sex, stay.LevelIn(year), provision?.Id, isNew,
            provision is null ? null : audited.Case.JourneyTo(provision, stay.Area).Time, pupils, reason);
}
