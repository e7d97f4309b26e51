using PlaceSufficiency.Reporting.Disclosure;

namespace PlaceSufficiency.Reporting.Tests.Disclosure;

public class SuppressionTests
{
    private const int Threshold = 5;

    [Fact]
    public void A_table_without_small_counts_is_published_whole()
    {
        SuppressedCounts result = Suppression.Of(Table([[10, 20], [5, 0]]), Threshold);

        Assert.DoesNotContain(true, result.Suppressed);
        Assert.Equal((0, 0), (result.Primary, result.Secondary));
    }

    [Fact]
    public void One_small_count_takes_a_rectangle_of_four_with_it()
    {
        CountSystem table = Table([[3, 20, 30], [10, 11, 40], [50, 60, 70]]);

        SuppressedCounts result = Suppression.Of(table, Threshold);

        // The cheapest rectangle through 3 is closed by the least numbers: 20 in its row, 10 in its column and 11 opposite.
        Assert.Equal(["0/0", "0/1", "1/0", "1/1"], Withheld(table, result));
        Assert.Equal((1, 3), (result.Primary, result.Secondary));
        Assert.All(table.Counts.Index().Where(count => result.Suppressed[count.Index]), count => AssertSafe(table, result, count.Index));
    }

    [Fact]
    public void A_small_total_hides_its_parts_too()
    {
        CountSystem table = Table([[1, 2, 0], [10, 20, 30]]);

        SuppressedCounts result = Suppression.Of(table, Threshold);

        Assert.True(result.Suppressed[table["row 0"]]);
        Assert.All(table.Counts.Index().Where(count => result.Suppressed[count.Index]), count => AssertSafe(table, result, count.Index));
    }

    [Fact]
    public void Places_bound_what_can_be_in_them()
    {
        // 4 of 10 pupils are at a base with 6 places: 4 may be 0 to 6, never 9.
        CountSystem system = new();
        int all = system.Add("all", 10, rank: 1);
        system.AddsUp(all, [system.Add("base", 4, most: 6), system.Add("school", 6, most: 40)]);

        SuppressedCounts result = Suppression.Of(system, Threshold);

        Assert.Equal((0L, 6L), new Attacker(system, result.Suppressed).Infer(system["base"]));
    }

    [Fact]
    public void What_is_not_shown_but_follows_from_what_is_counts_as_published()
    {
        // 20 pupils, 17 of them girls: nobody states that 3 are boys, and everybody can say so.
        CountSystem system = new();
        int all = system.Add("all", 20, rank: 1);
        system.AddsUp(all, [system.Add("girls", 17), system.Add("boys", 3, isShown: false)]);

        SuppressedCounts result = Suppression.Of(system, Threshold);

        Assert.True(result.Suppressed[system["girls"]]);
        Assert.True(new Attacker(system, result.Suppressed).Infer(system["boys"]) is var boys && boys.Most - boys.Least >= Threshold);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8), InlineData(9), InlineData(10), InlineData(11), InlineData(12)]
    public void Nobody_can_tell_a_withheld_count_of_linked_tables_within_the_threshold(int seed)
    {
        Random random = new(seed);
        CountSystem system = Linked(random);

        SuppressedCounts result = Suppression.Of(system, Threshold);

        Assert.All(system.Counts.Index().Where(count => count.Item.IsShown && count.Item.Value is > 0 and < Threshold), count => Assert.True(result.Suppressed[count.Index]));
        Assert.All(system.Counts.Index().Where(count => count.Item.IsShown && result.Suppressed[count.Index]), count => AssertSafe(system, result, count.Index));
    }

    [Fact]
    public void The_same_tables_are_suppressed_the_same_way() =>
        Assert.Equal(Suppression.Of(Linked(new Random(5)), Threshold).Suppressed, Suppression.Of(Linked(new Random(5)), Threshold).Suppressed);

    private static void AssertSafe(CountSystem system, SuppressedCounts result, int count)
    {
        (long least, long most) = new Attacker(system, result.Suppressed).Infer(count);
        Assert.True(most - least >= Threshold, $"'{system.Counts[count].Key}' = {system.Counts[count].Value} is known to be {least} to {most}.");
    }

    private static string[] Withheld(CountSystem system, SuppressedCounts result) =>
        [.. system.Counts.Index().Where(count => result.Suppressed[count.Index]).Select(count => count.Item.Key).Order(StringComparer.Ordinal)];

    /// <summary>A table with its row, column and grand totals.</summary>
    private static CountSystem Table(int[][] cells)
    {
        CountSystem system = new();
        Margins(system, "", cells);
        return system;
    }

    private static void Margins(CountSystem system, string prefix, int[][] cells)
    {
        int grand = system.Add("all", cells.Sum(row => row.Sum()), rank: 2);
        int[] rows = [.. cells.Select((row, i) => system.Add($"row {i}", row.Sum(), rank: 1))];
        int[] columns = [.. cells[0].Select((_, j) => system.Add($"{prefix}column {j}", cells.Sum(row => row[j]), rank: 1))];
        for (int i = 0; i < rows.Length; i++)
        {
            system.AddsUp(rows[i], cells[i].Select((value, j) => system.Add($"{prefix}{i}/{j}", value)));
        }

        for (int j = 0; j < columns.Length; j++)
        {
            system.AddsUp(columns[j], cells.Select((_, i) => system[$"{prefix}{i}/{j}"]));
        }

        system.AddsUp(grand, rows);
        system.AddsUp(grand, columns);
    }

    /// <summary>The same pupils by row and two other things, in two tables that share the totals of rows.</summary>
    private static CountSystem Linked(Random random)
    {
        int rows = random.Next(2, 5);
        int[][] first = [.. Enumerable.Range(0, rows).Select(_ => Row(random, random.Next(2, 6), random.Next(0, 60)))];
        int width = random.Next(2, 5);
        int[][] first2 = [.. first.Select(row => Resized(row, first.Max(other => other.Length)))];
        int[][] second = [.. first2.Select(row => Row(random, width, row.Sum()))];
        CountSystem system = new();
        Margins(system, "a ", first2);
        Margins(system, "b ", second);
        return system;
    }

    private static int[] Row(Random random, int width, int total)
    {
        int[] row = new int[width];
        for (int i = 0; i < total; i++)
        {
            row[Math.Min(random.Next(width), random.Next(width))]++;
        }

        return row;
    }

    private static int[] Resized(int[] row, int width) => [.. row, .. new int[width - row.Length]];
}
