namespace PlaceSufficiency.Allocation.Sites;

/// <summary>When a search for sites stops. Never a clock, so that the answer does not depend on the machine.</summary>
/// <param name="Tolerance">Share of the cost by which a plan must be better to count as better.</param>
/// <param name="MostCases">Cases that are looked at; those left then keep the bounds they have.</param>
internal sealed record SiteSearchLimits(double Tolerance, int MostCases)
{
    /// <summary>To a ten-thousand-millionth of the cost, in at most 50,000 cases.</summary>
    public static SiteSearchLimits Usual { get; } = new(1e-10, 50_000);
}
