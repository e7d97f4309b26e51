using System.Globalization;

namespace PlaceSufficiency.Forecasting.Rounding;

/// <summary>
/// The one place where fractional pupils become whole pupils. Every method is deterministic: the same numbers in the same
/// order give the same pupils. A number within 1e-9 of a whole one counts as whole, so that sums of decimal fractions do not
/// turn on their last bit; an expectation of exactly 0 stays 0.
/// </summary>
public static class ControlledRounding
{
    /// <summary>Distance from a whole number within which a number is taken to be that whole number.</summary>
    private const double Whole = 1e-9;

    /// <summary>Golden ratio less 1: its multiples, cut to their fractions, spread evenly over 0 to 1 however many are taken.</summary>
    private const double GoldenStep = 0.618033988749894848;

    /// <summary>
    /// Shares a whole total out in proportion to <paramref name="weights"/>: each gets its quota cut to a whole number, and
    /// what is left goes one each to the largest remainders, the first of equal ones first (Hamilton's method).
    /// </summary>
    /// <param name="weights">Expectations or weights, each finite and at least 0; only their proportions matter.</param>
    /// <param name="total">Whole number to share out, at least 0.</param>
    /// <returns>Whole numbers that sum to <paramref name="total"/>, each the floor or the ceiling of its quota.</returns>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or a positive total has no positive weight.</exception>
    public static int[] LargestRemainder(IReadOnlyList<double> weights, int total)
    {
        double sum = CheckedSum(weights, total);
        return FloorsAndRemainders([.. weights.Select(weight => sum > 0 ? weight / sum * total : 0)], total);
    }

    /// <summary>
    /// Rounds expectations to whole numbers whose sum is the whole number nearest to theirs (a half goes up): each is cut, and
    /// what is left goes one each to the largest remainders, the first of equal ones first. A whole expectation stays as it is.
    /// </summary>
    /// <param name="expected">Expectations, each finite and at least 0.</param>
    /// <exception cref="ArgumentException">An expectation is negative or not finite.</exception>
    public static int[] ToOwnSum(IReadOnlyList<double> expected) => FloorsAndRemainders([.. expected], (int)Floor(CheckedSum(expected, 0) + 0.5));

    /// <summary>
    /// Shares a whole total out along an order: the running total of the quotas is cut to whole numbers after every item, so
    /// every run of consecutive items gets the floor or the ceiling of what the run expects.
    /// </summary>
    /// <param name="weights">Expectations or weights in order, each finite and at least 0; only their proportions matter.</param>
    /// <param name="total">Whole number to share out, at least 0.</param>
    /// <param name="start">Where in its first unit the running total starts, 0 to below 1; see <see cref="Start"/>.</param>
    /// <returns>Whole numbers that sum to <paramref name="total"/>, each the floor or the ceiling of its quota.</returns>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or a positive total has no positive weight.</exception>
    public static int[] Systematic(IReadOnlyList<double> weights, int total, double start = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, 1);
        double sum = CheckedSum(weights, total);
        int[] whole = new int[weights.Count];
        double running = 0;
        double given = 0;
        for (int i = 0; i < whole.Length && sum > 0; i++)
        {
            running += weights[i];
            double reached = running >= sum ? total : Math.Min(total, Floor((running / sum * total) + start));
            whole[i] = weights[i] > 0 ? (int)(reached - given) : 0;
            given += whole[i];
        }

        return whole;
    }

    /// <summary>Picks some of a number of items, evenly spread along their order.</summary>
    /// <param name="items">How many items there are.</param>
    /// <param name="picks">How many to pick, 0 to <paramref name="items"/>.</param>
    /// <param name="start">See <see cref="Systematic"/>.</param>
    /// <returns>Indices of the items picked, rising.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More are to be picked than there are.</exception>
    public static IReadOnlyList<int> Pick(int items, int picks, double start)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(picks, items);
        int[] picked = Systematic([.. Enumerable.Repeat(1.0, items)], picks, start);
        return [.. Enumerable.Range(0, items).Where(i => picked[i] > 0)];
    }

    /// <summary>
    /// A start for <see cref="Systematic"/> that differs from call to call, evenly spread, so that repeated roundings along the
    /// same order do not pick the same items each time. Number 0 starts at 0.5.
    /// </summary>
    /// <param name="number">Number of the rounding in its series, at least 0.</param>
    public static double Start(int number)
    {
        double start = 0.5 + (number * GoldenStep);
        return start - Math.Floor(start);
    }

    /// <summary>
    /// Rounds a table to whole numbers that meet whole row and column totals exactly. Each cell is the floor or the ceiling of
    /// its expectation where the totals can be met so; where they cannot, the fewest pupils possible lie outside, and
    /// <see cref="WholeTable.Stretched"/> names their cells. Cells that expect 0 stay 0.
    /// </summary>
    /// <param name="expected">Expectations by row and column, each finite and at least 0.</param>
    /// <param name="rowTotals">Whole total of each row, at least 0.</param>
    /// <param name="columnTotals">Whole total of each column, at least 0.</param>
    /// <param name="number">Number of the rounding in its series, at least 0: see <see cref="Start"/>.</param>
    /// <exception cref="ArgumentException">The shapes or the sums of the totals disagree, or a number is negative or not finite.</exception>
    /// <exception cref="NoWholeTableException">The cells that expect anyone cannot hold the totals.</exception>
    public static WholeTable TwoWay(double[,] expected, IReadOnlyList<int> rowTotals, IReadOnlyList<int> columnTotals, int number = 0)
    {
        CheckShape(expected, rowTotals, columnTotals);
        int[,] floor = Cells(expected, value => (int)Floor(value));
        int[,] ceiling = Cells(expected, value => (int)Math.Ceiling(value - Whole));
        int[,] whole = SpreadAlongRows(expected, floor, ceiling, rowTotals, columnTotals, number);
        TableRepair repair = new(Cells(expected, value => value > 0), floor, ceiling, whole, rowTotals, columnTotals);
        repair.MeetTotals();
        return new WholeTable(whole, Stretched(whole, floor, ceiling));
    }

    /// <summary>
    /// A first table: floors, then each row's lack spread systematically over the columns in proportion to the fractions
    /// expected there, corrected by what the columns still lack. Rows or columns may end short; none ends over by this step.
    /// </summary>
    private static int[,] SpreadAlongRows(
        double[,] expected, int[,] floor, int[,] ceiling, IReadOnlyList<int> rowTotals, IReadOnlyList<int> columnTotals, int number)
    {
        (int rows, int columns) = (expected.GetLength(0), expected.GetLength(1));
        int[,] whole = (int[,])floor.Clone();
        int[] lacking = [.. Enumerable.Range(0, columns).Select(j => columnTotals[j] - Enumerable.Range(0, rows).Sum(i => floor[i, j]))];
        double[] ahead = [.. Enumerable.Range(0, columns).Select(j => Enumerable.Range(0, rows).Sum(i => expected[i, j] - floor[i, j]))];
        double[] weights = new double[columns];
        for (int i = 0; i < rows; i++)
        {
            int wanted = rowTotals[i];
            for (int j = 0; j < columns; j++)
            {
                double fraction = expected[i, j] - floor[i, j];
                bool open = lacking[j] > 0 && ceiling[i, j] > floor[i, j];
                weights[j] = open ? fraction * lacking[j] / Math.Max(ahead[j], fraction) : 0;
                ahead[j] -= fraction;
                wanted -= floor[i, j];
            }

            if (wanted <= 0 || weights.All(weight => weight == 0))
            {
                continue;
            }

            int[] given = Systematic(weights, wanted, Start(number + i));
            for (int j = 0; j < columns; j++)
            {
                int taken = Math.Min(given[j], ceiling[i, j] - floor[i, j]);
                whole[i, j] += taken;
                lacking[j] -= taken;
            }
        }

        return whole;
    }

    /// <summary>Cuts the quotas and gives one more to the largest remainders until the total is met.</summary>
    private static int[] FloorsAndRemainders(double[] quotas, int total)
    {
        int[] whole = [.. quotas.Select(quota => (int)Floor(quota))];
        double[] remainder = [.. quotas.Zip(whole, (quota, floor) => quota > 0 ? Math.Round(Math.Max(0, quota - floor), 9) : -1)];
        foreach (int i in Enumerable.Range(0, whole.Length).Where(i => remainder[i] >= 0).OrderByDescending(i => remainder[i]).Take(total - whole.Sum()))
        {
            whole[i]++;
        }

        return whole;
    }

    private static List<StretchedCell> Stretched(int[,] whole, int[,] floor, int[,] ceiling)
    {
        List<StretchedCell> stretched = [];
        for (int i = 0; i < whole.GetLength(0); i++)
        {
            for (int j = 0; j < whole.GetLength(1); j++)
            {
                int by = Math.Max(0, whole[i, j] - ceiling[i, j]) + Math.Min(0, whole[i, j] - floor[i, j]);
                if (by != 0)
                {
                    stretched.Add(new StretchedCell(i, j, by));
                }
            }
        }

        return stretched;
    }

    private static double Floor(double value) => Math.Floor(value + Whole);

    private static double CheckedSum(IReadOnlyList<double> weights, int total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        double sum = 0;
        for (int i = 0; i < weights.Count; i++)
        {
            sum += IsExpectation(weights[i]) ? weights[i] : throw new ArgumentException(Text($"Weight {i} is {weights[i]}; a weight is at least 0."), nameof(weights));
        }

        return sum > 0 || total == 0 ? sum : throw new ArgumentException(Text($"{total} cannot be shared out where no weight is above 0."), nameof(weights));
    }

    private static void CheckShape(double[,] expected, IReadOnlyList<int> rowTotals, IReadOnlyList<int> columnTotals)
    {
        if (expected.GetLength(0) != rowTotals.Count || expected.GetLength(1) != columnTotals.Count)
        {
            throw new ArgumentException(
                Text($"A table of {expected.GetLength(0)} by {expected.GetLength(1)} has {rowTotals.Count} row totals and {columnTotals.Count} column totals."), nameof(expected));
        }

        if (rowTotals.Any(total => total < 0) || columnTotals.Any(total => total < 0) || !expected.Cast<double>().All(IsExpectation))
        {
            throw new ArgumentException("Totals and expectations are finite and at least 0.", nameof(expected));
        }

        if (rowTotals.Sum() != columnTotals.Sum())
        {
            throw new ArgumentException(Text($"The rows hold {rowTotals.Sum()} but the columns hold {columnTotals.Sum()}."), nameof(columnTotals));
        }
    }

    private static T[,] Cells<T>(double[,] expected, Func<double, T> of)
    {
        var cells = new T[expected.GetLength(0), expected.GetLength(1)];
        for (int i = 0; i < cells.GetLength(0); i++)
        {
            for (int j = 0; j < cells.GetLength(1); j++)
            {
                cells[i, j] = of(expected[i, j]);
            }
        }

        return cells;
    }

    private static bool IsExpectation(double value) => value >= 0 && double.IsFinite(value);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
