using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>The provisions that admit pupils alike in need, sex, year group and level, nearest first.</summary>
internal sealed class FittingProvisions(IReadOnlyList<DrawnProvision> provisions)
{
    private readonly Dictionary<(PrimaryNeed, Sex, int, ProvisionLevel), PointGrid> _grids = [];

    /// <summary>The nearest provisions that admit such a pupil; returns how many were found.</summary>
    internal int Nearest(GridReference home, PrimaryNeed need, Sex sex, int yearGroup, ProvisionLevel level, Span<int> found)
    {
        if (!_grids.TryGetValue((need, sex, yearGroup, level), out PointGrid? grid))
        {
            int[] fitting = [.. Enumerable.Range(0, provisions.Count).Where(g => provisions[g].Designation.Admits(need, sex, YearGroup.Of(yearGroup), level))];
            grid = new PointGrid(fitting, g => provisions[g].Location);
            _grids.Add((need, sex, yearGroup, level), grid);
        }

        return grid.Nearest(home, found);
    }
}
