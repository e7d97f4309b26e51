using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>How far a plan may be above the best there is, as everybody may read it. A gap in full gives counts away: a third means one of three.</summary>
internal static class PublishedGap
{
    private static readonly decimal[] _steps = [0, 0.1m, 1, 10];

    /// <summary>The least step that the gap does not exceed, percent: 0, 0.1, 1, 10 or 100.</summary>
    internal static decimal AtMost(TierResult tier) => AtMost(tier.Gap);

    /// <summary>The same for the widest of several.</summary>
    internal static decimal AtMost(IEnumerable<TierResult> tiers) => AtMost(tiers.Select(tier => tier.Gap).DefaultIfEmpty(0).Max());

    private static decimal AtMost(double gap) => _steps.Where(step => (double)step / 100 >= gap).DefaultIfEmpty(100).First();
}
