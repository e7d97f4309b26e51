using System.Diagnostics;
using FsCheck.Xunit;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Tests.Rounding;

[Properties(EndSize = 1_000_000)]
public class TableRoundingTests
{
    [Fact]
    public void A_table_of_whole_numbers_is_left_alone()
    {
        WholeTable table = ControlledRounding.TwoWay(new double[,] { { 1, 2 }, { 3, 0 } }, [3, 3], [4, 2]);

        Assert.Equal(new[,] { { 1, 2 }, { 3, 0 } }, table.Cells);
        Assert.Empty(table.Stretched);
    }

    [Fact]
    public void The_totals_leave_one_table_within_floor_and_ceiling()
    {
        // Row 0 has one to give and only column 1 lacks one beyond what row 1 must give to column 0.
        WholeTable table = ControlledRounding.TwoWay(new[,] { { 1.4, 0.6 }, { 0.6, 0.0 } }, [2, 1], [2, 1]);

        Assert.Equal(new[,] { { 1, 1 }, { 1, 0 } }, table.Cells);
        Assert.Empty(table.Stretched);
    }

    [Fact]
    public void A_cell_leaves_its_ceiling_only_when_the_totals_need_it_and_is_named()
    {
        // Row 1 must hold 2 and expects anyone only in column 1, where it expects 0.5: one pupil above the ceiling.
        WholeTable table = ControlledRounding.TwoWay(new[,] { { 1.0, 0.5 }, { 0.0, 0.5 } }, [1, 2], [1, 2]);

        Assert.Equal(new[,] { { 1, 0 }, { 0, 2 } }, table.Cells);
        Assert.Equal([new StretchedCell(1, 1, 1)], table.Stretched);
    }

    [Fact]
    public void A_cell_leaves_its_floor_when_the_totals_need_it()
    {
        // Column 1 must hold 2 and only row 0 expects anyone there, so row 0 gives up a pupil of column 0.
        WholeTable table = ControlledRounding.TwoWay(new[,] { { 2.0, 1.0 }, { 1.0, 0.0 } }, [3, 1], [2, 2]);

        Assert.Equal(new[,] { { 1, 2 }, { 1, 0 } }, table.Cells);
        Assert.Equal([new StretchedCell(0, 0, -1), new StretchedCell(0, 1, 1)], table.Stretched);
    }

    [Fact]
    public void Where_no_table_exists_the_rows_and_columns_that_clash_are_named()
    {
        NoWholeTableException error = Assert.Throws<NoWholeTableException>(
            () => ControlledRounding.TwoWay(new[,] { { 1.0, 0.5 }, { 0.0, 0.5 } }, [1, 3], [2, 2]));

        Assert.Equal("Rows 1 must hold 3, but the only columns where they expect anyone (1) hold 2.", error.Message);
    }

    [Fact]
    public void A_row_that_expects_nobody_but_must_hold_someone_is_named()
    {
        NoWholeTableException error = Assert.Throws<NoWholeTableException>(
            () => ControlledRounding.TwoWay(new[,] { { 0.0, 0.0 }, { 1.0, 1.0 } }, [1, 1], [1, 1]));

        Assert.Equal("Rows 0 must hold 1, but the only columns where they expect anyone (none) hold 0.", error.Message);
    }

    [Fact]
    public void Totals_that_disagree_and_wrong_shapes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ControlledRounding.TwoWay(new[,] { { 1.0 } }, [1], [2]));
        Assert.Throws<ArgumentException>(() => ControlledRounding.TwoWay(new[,] { { 1.0 } }, [1, 0], [1]));
        Assert.Throws<ArgumentException>(() => ControlledRounding.TwoWay(new[,] { { -1.0 } }, [1], [1]));
    }

    /// <summary>
    /// Expectations that sum to whole totals always have a table within floor and ceiling (a transport polytope with whole
    /// bounds has whole corners), so none may be stretched: made here as the mean of four whole tables.
    /// </summary>
    [Property]
    public void Expectations_that_meet_their_totals_are_never_stretched(int seed, byte height, byte width)
    {
        (double[,] expected, int[] rows, int[] columns) = MeetingTable(seed, 1 + (height % 12), 1 + (width % 12), 4);

        WholeTable table = ControlledRounding.TwoWay(expected, rows, columns);

        Assert.Empty(table.Stretched);
        AssertMeets(table, expected, rows, columns);
        Assert.Equal(table.Cells, ControlledRounding.TwoWay(expected, rows, columns).Cells);
    }

    [Property]
    public void Totals_that_depart_from_the_expectation_are_met_too(int seed, byte height, byte width)
    {
        (double[,] expected, _, _) = MeetingTable(seed, 1 + (height % 8), 1 + (width % 8), 3);
        (_, int[] rows, int[] columns) = MeetingTable(seed + 1, 1 + (height % 8), 1 + (width % 8), 3);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                expected[i, j] += 0.01;
            }
        }

        AssertMeets(ControlledRounding.TwoWay(expected, rows, columns), expected, rows, columns);
    }

    /// <summary>Against every table of small totals there is: none has fewer pupils outside floor and ceiling.</summary>
    [Property(MaxTest = 1000)]
    public void As_few_pupils_as_possible_lie_outside(int seed)
    {
        Random random = new(seed);
        double[,] expected = new double[3, 3];
        int[,] some = new int[3, 3];
        for (int cell = 0; cell < 9; cell++)
        {
            expected[cell / 3, cell % 3] = random.Next(4) == 0 ? 0 : 1 + random.Next(8);
            expected[cell / 3, cell % 3] /= 3;
            some[cell / 3, cell % 3] = expected[cell / 3, cell % 3] == 0 ? 0 : random.Next(3);
        }

        int[] rows = [.. Enumerable.Range(0, 3).Select(i => some[i, 0] + some[i, 1] + some[i, 2])];
        int[] columns = [.. Enumerable.Range(0, 3).Select(j => some[0, j] + some[1, j] + some[2, j])];

        WholeTable table = ControlledRounding.TwoWay(expected, rows, columns);

        AssertMeets(table, expected, rows, columns);
        Assert.Equal(FewestOutside(expected, new int[9], 0, rows, columns), table.Stretched.Sum(cell => Math.Abs(cell.By)));
    }

    private static int FewestOutside(double[,] expected, int[] cells, int cell, int[] rows, int[] columns)
    {
        if (cell == 9)
        {
            bool meets = Enumerable.Range(0, 3).All(i =>
                cells[3 * i] + cells[(3 * i) + 1] + cells[(3 * i) + 2] == rows[i] && cells[i] + cells[3 + i] + cells[6 + i] == columns[i]);
            return !meets ? int.MaxValue : Enumerable.Range(0, 9).Sum(k =>
                Math.Max(0, cells[k] - (int)Math.Ceiling(expected[k / 3, k % 3])) + Math.Max(0, (int)expected[k / 3, k % 3] - cells[k]));
        }

        int fewest = int.MaxValue;
        int most = expected[cell / 3, cell % 3] == 0 ? 0 : Math.Min(rows[cell / 3] - cells[(cell / 3 * 3)..cell].Sum(), columns[cell % 3]);
        for (cells[cell] = 0; cells[cell] <= most; cells[cell]++)
        {
            fewest = Math.Min(fewest, FewestOutside(expected, cells, cell + 1, rows, columns));
        }

        return fewest;
    }

    [Fact]
    public void A_city_of_150_areas_and_2000_rows_takes_seconds_at_most_on_a_busy_machine()
    {
        (double[,] expected, int[] rows, int[] columns) = MeetingTable(7, 2000, 150, 40);
        ControlledRounding.TwoWay(expected, rows, columns);
        long start = Stopwatch.GetTimestamp();

        WholeTable table = ControlledRounding.TwoWay(expected, rows, columns);

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 5);
        Assert.Empty(table.Stretched);
    }

    /// <summary>The mean of whole tables that share their margins: each shuffles the columns of the same pupils.</summary>
    private static (double[,] Expected, int[] Rows, int[] Columns) MeetingTable(int seed, int height, int width, int tables)
    {
        Random random = new(seed);
        int pupils = 2 * Math.Max(height, width);
        int[] row = [.. Enumerable.Range(0, pupils).Select(_ => random.Next(height))];
        int[] column = [.. Enumerable.Range(0, pupils).Select(_ => random.Next(width))];
        double[,] expected = new double[height, width];
        for (int table = 0; table < tables; table++)
        {
            random.Shuffle(column);
            for (int pupil = 0; pupil < pupils; pupil++)
            {
                expected[row[pupil], column[pupil]] += 1.0 / tables;
            }
        }

        return (expected, [.. Enumerable.Range(0, height).Select(i => row.Count(r => r == i))], [.. Enumerable.Range(0, width).Select(j => column.Count(c => c == j))]);
    }

    private static void AssertMeets(WholeTable table, double[,] expected, int[] rows, int[] columns)
    {
        int[,] cells = table.Cells;
        Assert.Equal(rows, Enumerable.Range(0, rows.Length).Select(i => Enumerable.Range(0, columns.Length).Sum(j => cells[i, j])));
        Assert.Equal(columns, Enumerable.Range(0, columns.Length).Select(j => Enumerable.Range(0, rows.Length).Sum(i => cells[i, j])));
        foreach ((int i, int j) in Enumerable.Range(0, rows.Length).SelectMany(i => Enumerable.Range(0, columns.Length).Select(j => (i, j))))
        {
            int by = table.Stretched.SingleOrDefault(cell => cell.Row == i && cell.Column == j).By;
            Assert.True(cells[i, j] >= 0 && (expected[i, j] > 0 || cells[i, j] == 0));
            Assert.InRange(cells[i, j] - by, (int)Math.Floor(expected[i, j] + 1e-9), (int)Math.Ceiling(expected[i, j] - 1e-9));
        }
    }
}
