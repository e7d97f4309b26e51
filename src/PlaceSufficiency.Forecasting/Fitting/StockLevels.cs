using System.Collections.Immutable;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>Gives the pupils of the base year the level that their placement stands for, or their need's and phase's shares.</summary>
internal static class StockLevels
{
    private static readonly ProvisionLevel[] _levels = Enum.GetValues<ProvisionLevel>();

    /// <summary>The cells by level. In each placement every level's number is its expectation rounded.</summary>
    internal static IEnumerable<LevelledCell> Of(
        IReadOnlyList<ResidentCell> residents,
        ImmutableSortedDictionary<(PrimaryNeed Need, Phase Phase, ProvisionLevel Level), decimal> shares,
        FittingAssumptions assumptions)
    {
        foreach (IGrouping<PublishedPlacement, ResidentCell> group in residents.GroupBy(resident => resident.Cell.Placement))
        {
            ResidentCell[] rows = [.. group];
            double[,] expected = new double[rows.Length, _levels.Length];
            double[] totals = new double[_levels.Length];
            for (int row = 0; row < rows.Length; row++)
            {
                foreach (ProvisionLevel level in _levels)
                {
                    expected[row, (int)level] = rows[row].Pupils * Share(rows[row].Cell, level, shares, assumptions);
                    totals[(int)level] += expected[row, (int)level];
                }
            }

            int[] columns = ControlledRounding.LargestRemainder(totals, rows.Sum(row => row.Pupils));
            int[,] whole = ControlledRounding.TwoWay(expected, [.. rows.Select(row => row.Pupils)], columns).Cells;
            foreach (LevelledCell cell in from row in Enumerable.Range(0, rows.Length)
                                          from level in _levels
                                          where whole[row, (int)level] > 0
                                          select new LevelledCell(rows[row], level, whole[row, (int)level]))
            {
                yield return cell;
            }
        }
    }

    private static double Share(
        WholeCell cell,
        ProvisionLevel level,
        ImmutableSortedDictionary<(PrimaryNeed Need, Phase Phase, ProvisionLevel Level), decimal> shares,
        FittingAssumptions assumptions) =>
        LevelEstimate.OfPlacement(cell.Placement, assumptions) is { } own
            ? (double)own.GetValueOrDefault(level)
            : (double)shares.GetValueOrDefault((cell.Need, YearGroup.OfAge(cell.Age).Phase, level));
}
