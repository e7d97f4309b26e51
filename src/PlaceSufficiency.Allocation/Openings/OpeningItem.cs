using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>A scheme that takes part in the decision on openings: a candidate, or a committed scheme that the rules count.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Provision">Index of its provision.</param>
/// <param name="Options">Septembers in which it may open, in order; one for a committed scheme.</param>
/// <param name="Places">Places it adds by option and planned year, on top of the case's; all 0 for a committed scheme, whose places the case counts.</param>
/// <param name="CapitalPence">What opening it counts for in the cost tier, by option; 0 for a committed scheme.</param>
internal sealed record OpeningItem(CapitalScheme Scheme, int Provision, AcademicYear[] Options, int[][] Places, long[] CapitalPence)
{
    /// <summary>Whether it opens in its one option, whatever the plan decides.</summary>
    public bool IsCommitted => Scheme.Status == SchemeStatus.Committed;
}

/// <summary>A limit on openings that is a sum: a capital budget in pence, or the most schemes of a group.</summary>
/// <param name="Name">Name for messages.</param>
/// <param name="Limit">The most, in the row's unit.</param>
/// <param name="Use">What each item uses of it, by option; at least 0.</param>
internal sealed record OpeningRow(string Name, long Limit, long[][] Use);
