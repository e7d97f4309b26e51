using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>Nobody is placed, new or not, where need, year group, sex or level called for is not admitted.</summary>
internal static class DesignationCheck
{
    /// <summary>One finding for every part of a designation that a placement breaks.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited) => audited.PathYears.Where(at => at.Now is not null).SelectMany(Broken);

    private static IEnumerable<Finding> Broken(PathYear at)
    {
        (Stay stay, Designation designation) = (at.Stay, at.Now!.Designation);
        if (!designation.Needs.Contains(stay.Need))
        {
            yield return Fault(at, "need-not-admitted", $"need {stay.Need}; it admits {designation.Needs}");
        }

        if (stay.YearGroupIn(at.Year) < designation.From || stay.YearGroupIn(at.Year) > designation.To)
        {
            yield return Fault(at, "year-group-not-admitted", $"year group {stay.YearGroupIn(at.Year)}; it admits {designation.From} to {designation.To}");
        }

        if (!designation.Admits(stay.Sex))
        {
            yield return Fault(at, "sex-not-admitted", $"sex {stay.Sex}; it admits {designation.Sex}");
        }

        if (!designation.Levels.Contains(stay.LevelIn(at.Year)))
        {
            yield return Fault(at, "level-not-served", $"level called for {stay.LevelIn(at.Year)}; it serves {designation.Levels}");
        }
    }

    private static Finding Fault(PathYear at, string code, string mismatch) =>
        Finding.Error(code, $"{at.Pupils} pupils are placed with {mismatch}.", key: at.ToString(), value: at.Now!.Id.Value);
}
