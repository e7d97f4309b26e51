using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>Keeps a broken plan readable: of each rule the first findings and how many more there are.</summary>
internal static class FindingCap
{
    /// <summary>How many findings of one rule are listed.</summary>
    internal const int Listed = 20;

    /// <summary>The first findings of each rule, in order of rules; where there are more, one that counts the rest.</summary>
    internal static IReadOnlyList<Finding> Of(IEnumerable<Finding> findings) => [.. findings.GroupBy(finding => finding.Code).SelectMany(Capped)];

    private static IEnumerable<Finding> Capped(IGrouping<string, Finding> rule)
    {
        int count = rule.Count();
        IEnumerable<Finding> listed = rule.Take(Listed);
        return count <= Listed
            ? listed
            : listed.Append(Finding.Error(rule.Key, $"{count - Listed} more findings of {rule.Key} are not listed; there are {count} in all."));
    }
}
