using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Demand;

/// <summary>
/// Share of pupils whose plan an annual review gives another need or another level, in years in which they do not change phase
/// (at a change of phase the level shares decide).
/// </summary>
/// <param name="Need">Need before; null for every need.</param>
/// <param name="Phase">Phase; null for every phase.</param>
/// <param name="Level">Level before; null for every level.</param>
/// <param name="ToNeed">Need after; null when it stays.</param>
/// <param name="ToLevel">Level after; null when it stays.</param>
/// <param name="Share">Share a year, 0 to 1; those of the changes that apply to one pupil add up to 1 at most.</param>
public sealed record ReviewChange(PrimaryNeed? Need, Phase? Phase, ProvisionLevel? Level, PrimaryNeed? ToNeed, ProvisionLevel? ToLevel, decimal Share)
{
    /// <summary>Whether it can change the plan of a pupil of that need, phase and level: it applies, and what comes after is not what was before.</summary>
    public bool Changes(PrimaryNeed need, Phase phase, ProvisionLevel level) =>
        (Need ?? need) == need && (Phase ?? phase) == phase && (Level ?? level) == level && ((ToNeed ?? need) != need || (ToLevel ?? level) != level);
}
