using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>
/// Why pupils are unplaced in a planned year: the provisions of the case are narrowed down, rule by rule, until none is left, and the
/// last ones that were left are named, shortest journey first. Worked out once for all pupils who are alike in that year.
/// </summary>
internal sealed class UnplacedReasons(AuditedPlan audited)
{
    private readonly Dictionary<(PrimaryNeed, Sex, ProvisionLevel, YearGroup, AcademicYear, PlanningAreaId), UnplacedReason> _reasons = [];

    /// <summary>The reason for pupils of the stay who are unplaced in the year.</summary>
    internal UnplacedReason Of(Stay stay, AcademicYear year)
    {
        (PrimaryNeed, Sex, ProvisionLevel, YearGroup, AcademicYear, PlanningAreaId) key =
            (stay.Need, stay.Sex, stay.LevelIn(year), stay.YearGroupIn(year), year, stay.Area);
        if (!_reasons.TryGetValue(key, out UnplacedReason? reason))
        {
            reason = Find(stay, year);
            _reasons[key] = reason;
        }

        return reason;
    }

    private UnplacedReason Find(Stay stay, AcademicYear year)
    {
        YearGroup yearGroup = stay.YearGroupIn(year);
        Provision[] designated =
        [
            .. audited.Case.Provisions
                .Where(provision => provision.Designation.Admits(stay.Need, stay.Sex, yearGroup, stay.LevelIn(year)))
                .OrderBy(provision => audited.Case.JourneyTo(provision, stay.Area).Time),
        ];
        Provision[] open = [.. designated.Where(provision => provision.IsOpenIn(year) && audited.Case.PlacesIn(provision, year) > 0)];
        Provision[] within = [.. open.Where(provision => audited.Case.JourneyTo(provision, stay.Area).Time <= audited.Case.Travel.Ceiling[yearGroup.Phase])];
        Provision[] admitting = [.. within.Where(provision => provision.AdmitsNewIn(year))];
        Provision[] free = [.. admitting.Where(provision => audited.Pupils[provision.Id, year] < audited.Places[provision.Id, year].Most)];
        Provision[] allowed = [.. free.Where(provision => !(PlacesLedger.IsInmss(provision) && InmssLimitBinds(year)))];
        return (designated, open, within, admitting, free, allowed) switch
        {
            ({ Length: 0 }, _, _, _, _, _) => Reason(UnplacedCause.NoDesignation, []),
            (_, { Length: 0 }, _, _, _, _) => Reason(UnplacedCause.NotOpen, designated),
            (_, _, { Length: 0 }, _, _, _) => Reason(UnplacedCause.TooFar, open),
            (_, _, _, { Length: 0 }, _, _) => Reason(UnplacedCause.NoNewPlacements, within),
            (_, _, _, _, { Length: 0 }, _) => Reason(UnplacedCause.Full, admitting),
            (_, _, _, _, _, { Length: 0 }) => Reason(UnplacedCause.InmssLimit, free),
            _ => Reason(UnplacedCause.HeldForLater, allowed),
        };
    }

    private bool InmssLimitBinds(AcademicYear year) => audited.InmssPupils(year) >= audited.Places.InmssMost(year);

    private static UnplacedReason Reason(UnplacedCause cause, IEnumerable<Provision> provisions) => new(cause, [.. provisions.Select(provision => provision.Id)]);
}
