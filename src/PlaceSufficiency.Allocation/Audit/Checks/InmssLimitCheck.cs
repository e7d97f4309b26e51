using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>No more pupils are in INMSS than the limit of the year, or than those whose placement there stands from the base year.</summary>
internal static class InmssLimitCheck
{
    /// <summary>Years in which the limit is broken.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited) =>
        from year in audited.Horizon.PlannedYears
        let most = audited.Places.InmssMost(year)
        let pupils = audited.InmssPupils(year)
        where pupils > most
        select Finding.Error(
            "inmss-limit-exceeded",
            $"{pupils} pupils are in INMSS; at most {most} may be (the limit is {audited.Case.Limits.InmssPupils[year]}).",
            key: year.ToString());
}
