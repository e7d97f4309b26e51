using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>Whole pupils alike in need, age, placement and sex.</summary>
/// <param name="Need">Primary need.</param>
/// <param name="Age">Age on 31 August, 0 to 24.</param>
/// <param name="Placement">Published placement.</param>
/// <param name="Sex">Sex.</param>
/// <param name="Pupils">How many, at least 1.</param>
public sealed record WholeCell(PrimaryNeed Need, int Age, PublishedPlacement Placement, Sex Sex, int Pupils);

/// <summary>
/// Rounds the fitted table of the base year to whole pupils so that every published total and every roll is met exactly, by a chain of
/// two-way controlled roundings, each of which keeps the totals of the one before: unit by age band; in each band, unit by single
/// age; need by unit; in each unit, need by age; in each unit, need and age by sex. Units of one placement are then put together.
/// </summary>
public static class WholeStock
{
    /// <summary>The cells that hold pupils, by placement, need, age and sex.</summary>
    /// <param name="fitted">Table of <see cref="BaseYearFit"/>.</param>
    /// <param name="tables">The published tables.</param>
    /// <param name="units">The units of the fit.</param>
    /// <exception cref="NoWholeTableException">The fitted table has too few cells that expect anyone.</exception>
    public static IReadOnlyList<WholeCell> Of(JointTable fitted, PublishedTables tables, IReadOnlyList<FitUnit> units)
    {
        int[] unitTotals = [.. units.Select(unit => unit.Pupils)];
        int[,] unitByAge = UnitByAge(fitted, tables, unitTotals);
        int[] needTotals = ControlledRounding.LargestRemainder(fitted.Over("need").Cells, unitTotals.Sum());
        int[,] needs = ControlledRounding.TwoWay(Matrix(fitted.Over("need", "unit")), needTotals, unitTotals).Cells;
        return [.. from unit in Enumerable.Range(0, units.Count)
                   from cell in CellsOf(fitted, units, unit, Column(needs, unit), Row(unitByAge, unit))
                   group cell.Pupils by cell with { Pupils = 1 } into like
                   orderby like.Key.Placement, like.Key.Need, like.Key.Age, like.Key.Sex
                   select like.Key with { Pupils = like.Sum() }];
    }

    private static int[,] UnitByAge(JointTable fitted, PublishedTables tables, int[] unitTotals)
    {
        double[,] expected = Matrix(fitted.Over("unit", "age"));
        double[] ages = [.. fitted.Over("age").Cells];
        int[] bandTotals = [.. tables.BaseAgeBands.Select(band => band.Plans)];
        double[,] byBand = new double[unitTotals.Length, bandTotals.Length];
        Visit(byBand, (unit, band) => tables.BaseAgeBands[band] is var of
            ? Enumerable.Range(of.From, of.To - of.From + 1).Sum(age => expected[unit, age])
            : 0);
        int[,] bands = ControlledRounding.TwoWay(byBand, unitTotals, bandTotals).Cells;
        int[,] whole = new int[unitTotals.Length, StockAxes.AgeCount];
        for (int band = 0; band < bandTotals.Length; band++)
        {
            AgeBandCount of = tables.BaseAgeBands[band];
            int[] ageTotals = ControlledRounding.LargestRemainder(ages[of.From..(of.To + 1)], bandTotals[band]);
            double[,] inBand = new double[unitTotals.Length, ageTotals.Length];
            Visit(inBand, (unit, age) => expected[unit, of.From + age]);
            int[,] rounded = ControlledRounding.TwoWay(inBand, Column(bands, band), ageTotals).Cells;
            for (int unit = 0; unit < unitTotals.Length; unit++)
            {
                for (int age = 0; age < ageTotals.Length; age++)
                {
                    whole[unit, of.From + age] = rounded[unit, age];
                }
            }
        }

        return whole;
    }

    private static IEnumerable<WholeCell> CellsOf(
        JointTable fitted, IReadOnlyList<FitUnit> units, int unit, int[] needTotals, int[] ageTotals)
    {
        double Fitted(int need, int age, int sex) => fitted.Cells[StockAxes.Index(need, age, unit, sex, units.Count)];
        double[,] byAge = new double[needTotals.Length, ageTotals.Length];
        Visit(byAge, (need, age) => StockAxes.Sexes.Select((_, sex) => Fitted(need, age, sex)).Sum());
        int[,] whole = ControlledRounding.TwoWay(byAge, needTotals, ageTotals).Cells;
        (int Need, int Age)[] rows = [.. from need in Enumerable.Range(0, needTotals.Length)
                                         from age in Enumerable.Range(0, ageTotals.Length)
                                         where whole[need, age] > 0
                                         select (need, age)];
        double[,] bySex = new double[rows.Length, StockAxes.Sexes.Length];
        Visit(bySex, (row, sex) => Fitted(rows[row].Need, rows[row].Age, sex) * whole[rows[row].Need, rows[row].Age] / byAge[rows[row].Need, rows[row].Age]);
        double[] sexExpected = [.. Enumerable.Range(0, StockAxes.Sexes.Length).Select(sex => rows.Select((_, row) => bySex[row, sex]).Sum())];
        int[] sexTotals = ControlledRounding.LargestRemainder(sexExpected, needTotals.Sum());
        int[,] sexes = ControlledRounding.TwoWay(bySex, [.. rows.Select(row => whole[row.Need, row.Age])], sexTotals).Cells;
        return from row in Enumerable.Range(0, rows.Length)
               from sex in Enumerable.Range(0, StockAxes.Sexes.Length)
               where sexes[row, sex] > 0
               select new WholeCell(StockAxes.Needs[rows[row].Need], rows[row].Age, units[unit].Placement, StockAxes.Sexes[sex], sexes[row, sex]);
    }

    private static double[,] Matrix(JointTable table)
    {
        int columns = table.Axes[1].Keys.Count;
        double[,] matrix = new double[table.Axes[0].Keys.Count, columns];
        Visit(matrix, (row, column) => table.Cells[(row * columns) + column]);
        return matrix;
    }

    private static void Visit(double[,] matrix, Func<int, int, double> value)
    {
        for (int row = 0; row < matrix.GetLength(0); row++)
        {
            for (int column = 0; column < matrix.GetLength(1); column++)
            {
                matrix[row, column] = value(row, column);
            }
        }
    }

    private static int[] Column(int[,] matrix, int column) => [.. Enumerable.Range(0, matrix.GetLength(0)).Select(row => matrix[row, column])];

    private static int[] Row(int[,] matrix, int row) => [.. Enumerable.Range(0, matrix.GetLength(1)).Select(column => matrix[row, column])];
}
