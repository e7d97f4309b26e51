using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>Pupils of one area and level on their way to a provision.</summary>
/// <param name="Resident">Cell and area.</param>
/// <param name="Level">Level called for.</param>
/// <param name="Pupils">How many, at least 1.</param>
public sealed record LevelledCell(ResidentCell Resident, ProvisionLevel Level, int Pupils);

/// <summary>
/// Where the pupils of one published placement are: shared out over the provisions counted there that admit them, in proportion
/// to the provisions' residents and to nearness (a gravity model with both totals met), in whole pupils.
/// </summary>
public static class ProvisionAssignment
{
    private const int Sweeps = 200;

    /// <summary>Pupils by cell and provision. Where there is room to spare, it is shared out too and stays empty.</summary>
    /// <exception cref="FindingsException">The residents of the provisions are fewer than the pupils, or their designations leave some without a place.</exception>
    public static IEnumerable<(LevelledCell Cell, ProvisionId Provision, int Pupils)> Of(
        IReadOnlyList<LevelledCell> cells,
        IReadOnlyList<FittedProvision> provisions,
        IReadOnlyDictionary<PlanningAreaId, GridReference> centroids,
        double pullKm)
    {
        int spare = provisions.Sum(provision => provision.Residents) - cells.Sum(cell => cell.Pupils);
        if (spare < 0)
        {
            throw Wrong(provisions[0].Placement, $"{cells.Sum(cell => cell.Pupils)} pupils are counted but the provisions' residents add up to {cells.Sum(cell => cell.Pupils) + spare}.");
        }

        double[,] expected = Gravity(cells, provisions, centroids, pullKm, spare);
        int[] rows = [.. cells.Select(cell => cell.Pupils), spare];
        int[] columns = [.. provisions.Select(provision => provision.Residents)];
        Balance(expected, rows, columns);
        int[,] whole = Round(expected, rows, columns, provisions[0].Placement);
        return from row in Enumerable.Range(0, cells.Count)
               from column in Enumerable.Range(0, columns.Length)
               where whole[row, column] > 0
               select (cells[row], provisions[column].Provision.Id, whole[row, column]);
    }

    private static int[,] Round(double[,] expected, int[] rows, int[] columns, PublishedPlacement placement)
    {
        try
        {
            return ControlledRounding.TwoWay(expected, rows, columns).Cells;
        }
        catch (NoWholeTableException exception)
        {
            throw Wrong(placement, $"the designations leave some pupils without a place ({exception.Message}).");
        }
    }

    private static FindingsException Wrong(PublishedPlacement placement, string what) => new(
        [Finding.Error("fitting-provisions", $"{placement}: {what}", "tables/rolls.csv", maybe: "the residents or the designations of these provisions are wrong.")]);

    private static double[,] Gravity(
        IReadOnlyList<LevelledCell> cells,
        IReadOnlyList<FittedProvision> provisions,
        IReadOnlyDictionary<PlanningAreaId, GridReference> centroids,
        double pullKm,
        int spare)
    {
        double[,] expected = new double[cells.Count + 1, provisions.Count];
        for (int column = 0; column < provisions.Count; column++)
        {
            FittedProvision to = provisions[column];
            for (int row = 0; row < cells.Count; row++)
            {
                WholeCell cell = cells[row].Resident.Cell;
                bool admits = to.Provision.Designation.Admits(cell.Need, cell.Sex, YearGroup.OfAge(cell.Age), cells[row].Level);
                double km = centroids[cells[row].Resident.Area].DistanceTo(to.Location).Kilometres;
                expected[row, column] = admits ? to.Residents * Math.Max(Math.Exp(-km / pullKm), 1e-12) : 0;
            }

            expected[cells.Count, column] = spare > 0 ? to.Residents : 0;
        }

        return expected;
    }

    /// <summary>Scales rows and columns in turn towards their totals; the rounding meets them exactly whatever is left.</summary>
    private static void Balance(double[,] expected, int[] rows, int[] columns)
    {
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                double sum = Enumerable.Range(0, rows.Length).Sum(row => expected[row, column]);
                for (int row = 0; row < rows.Length && sum > 0; row++)
                {
                    expected[row, column] *= columns[column] / sum;
                }
            }

            for (int row = 0; row < rows.Length; row++)
            {
                double sum = Enumerable.Range(0, columns.Length).Sum(column => expected[row, column]);
                for (int column = 0; column < columns.Length && sum > 0; column++)
                {
                    expected[row, column] *= rows[row] / sum;
                }
            }
        }
    }
}
