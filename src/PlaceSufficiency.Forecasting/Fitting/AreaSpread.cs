using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>Whole pupils of one cell who live in one area.</summary>
/// <param name="Cell">Need, age, placement and sex.</param>
/// <param name="Area">Home area.</param>
/// <param name="Pupils">How many, at least 1.</param>
public sealed record ResidentCell(WholeCell Cell, PlanningAreaId Area, int Pupils);

/// <summary>
/// Spreads whole pupils over home areas in proportion to the areas' residents of that age, weighted by deprivation. Pupils over
/// 17 go by residents of 11 to 17, as students would otherwise stand in for them. In each age band, every area's number is its
/// expectation rounded.
/// </summary>
public static class AreaSpread
{
    private const int OldestOwnAge = 17;

    /// <summary>The cells by area.</summary>
    public static IReadOnlyList<ResidentCell> Of(IReadOnlyList<WholeCell> cells, PublishedTables tables, FittingAssumptions assumptions)
    {
        double[] factor = [.. tables.Areas.Select(area => DeprivationFactor(area.DeprivationDecile, assumptions))];
        double[][] shares = [.. Enumerable.Range(0, StockAxes.AgeCount).Select(age => Shares(tables, factor, age))];
        List<ResidentCell> spread = [];
        foreach (AgeBandCount band in tables.BaseAgeBands)
        {
            WholeCell[] rows = [.. cells.Where(cell => band.Holds(cell.Age)).OrderBy(cell => cell.Age)];
            double[,] expected = new double[rows.Length, factor.Length];
            double[] areaExpected = new double[factor.Length];
            for (int row = 0; row < rows.Length; row++)
            {
                for (int area = 0; area < factor.Length; area++)
                {
                    expected[row, area] = rows[row].Pupils * shares[rows[row].Age][area];
                    areaExpected[area] += expected[row, area];
                }
            }

            int[] totals = ControlledRounding.LargestRemainder(areaExpected, rows.Sum(row => row.Pupils));
            int[,] whole = ControlledRounding.TwoWay(expected, [.. rows.Select(row => row.Pupils)], totals).Cells;
            spread.AddRange(from row in Enumerable.Range(0, rows.Length)
                            from area in Enumerable.Range(0, factor.Length)
                            where whole[row, area] > 0
                            select new ResidentCell(rows[row], tables.Areas[area].Area.Id, whole[row, area]));
        }

        return spread;
    }

    /// <summary>Rate of plans in the decile relative to the middle: a line through <see cref="FittingAssumptions.DeprivationRatio"/>.</summary>
    internal static double DeprivationFactor(int decile, FittingAssumptions assumptions)
    {
        double most = 2 * (double)assumptions.DeprivationRatio / (1 + (double)assumptions.DeprivationRatio);
        return most + ((2 - most - most) * (decile - 1) / 9);
    }

    private static double[] Shares(PublishedTables tables, double[] factor, int age)
    {
        (int from, int to) = age > OldestOwnAge ? (11, OldestOwnAge) : (age, age);
        double[] weights = [.. tables.Areas.Select((area, i) => factor[i] * Enumerable.Range(from, to - from + 1).Sum(each => area.Area.Population[each]))];
        double sum = weights.Sum();
        return [.. weights.Select(weight => sum > 0 ? weight / sum : 1.0 / weights.Length)];
    }
}
