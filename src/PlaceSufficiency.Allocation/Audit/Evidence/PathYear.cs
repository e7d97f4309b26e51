using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>One planned year of one path: where its pupils were and where they are now.</summary>
/// <param name="Stay">The stay the pupils belong to.</param>
/// <param name="Pupils">How many, at least 1.</param>
/// <param name="Year">The planned year.</param>
/// <param name="Before">Where they were the year before (the base-year place for the first planned year); null for nowhere.</param>
/// <param name="Now">Where they are; null for unplaced.</param>
internal readonly record struct PathYear(Stay Stay, int Pupils, AcademicYear Year, Provision? Before, Provision? Now)
{
    /// <summary>Whether they start at a provision in this year.</summary>
    internal bool IsNew => Now is not null && Now.Id != Before?.Id;

    /// <summary>Whether they leave a provision in this year, whatever the reason.</summary>
    internal bool Leaves => Before is not null && Now?.Id != Before.Id;

    /// <summary>Whether the place they had the year before still fits, so that it stands unless a rule lets them go.</summary>
    internal bool StillFits => Before is not null && PlacementRules.Fits(Before, Stay, Year);

    /// <summary>Whether a phase transfer into this year reopens placements; false in the first year of a stay.</summary>
    internal bool Reopens => Year > Stay.FirstYear && PhaseTransfer.ReopensPlacementAfter(Stay.YearGroupIn(Year.Previous));

    /// <summary>Whether they change provision by a move that the scenario allows, which is priced; a transfer or a lost place is not.</summary>
    internal bool IsPricedMove(PlanningCase planningCase) =>
        !planningCase.Moves.IsEmpty && IsNew && Leaves && StillFits && !Reopens && PlacementRules.IsAllowedMove(planningCase, Before!, Year);

    /// <summary>"stay 12, 2023/24", for findings.</summary>
    public override string ToString() => $"stay {Stay.Number}, {Year}";
}
