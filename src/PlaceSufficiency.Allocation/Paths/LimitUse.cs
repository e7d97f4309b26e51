using PlaceSufficiency.Allocation.Compiling;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>What one pupil on a path uses of a limit.</summary>
internal static class LimitUse
{
    /// <summary>The use, in pupils or pence.</summary>
    public static double Of(CompiledLimit limit, CompiledStay stay, PathColumn column)
    {
        double use = 0;
        foreach (LimitCell cell in limit.Cells)
        {
            int step = cell.Year - stay.FirstYear;
            bool isThere = step >= 0 && step < stay.Length && column.Choices[step] >= 0 && stay.Candidates[column.Choices[step]] == cell.Provision;
            use += isThere && (limit.Key.Group is not { } group || group.Value == stay.YearGroupIn(step)) ? cell.Coefficient : 0;
        }

        foreach (LimitCell cell in limit.Moves)
        {
            int step = cell.Year - stay.FirstYear;
            if (step >= 0 && step < stay.Length)
            {
                int from = step == 0 ? stay.Before : column.Choices[step - 1];
                use += ReducedCosts.IsAllowedMove(stay, step, from, column.Choices[step]) && stay.Candidates[from] == cell.Provision ? cell.Coefficient : 0;
            }
        }

        return use;
    }
}
