using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Tests.Disclosure;

public class PublicationTests
{
    public static TheoryData<int, int> Authorities => new() { { 1, 25 }, { 2, 60 }, { 3, 110 }, { 6, 12 } };

    [Theory, MemberData(nameof(Authorities))]
    public void Nobody_who_has_all_tables_can_tell_a_withheld_count_within_the_threshold(int seed, int pupils)
    {
        Publication publication = Publication.Of(Model(seed, pupils), new DisclosureRule());

        TableAttacker attacker = new(publication, Groups, sameDemand: true);
        Assert.NotEmpty(attacker.Withheld);
        Assert.All(attacker.Withheld.Index(), cell =>
        {
            // The unit has four places, which everybody knows: 0 to 4 is all it can have, and nobody learns more.
            (long least, long most) = attacker.Infer(cell.Index);
            Assert.True(most - least >= (cell.Item.EndsWith("/unit/pupils", StringComparison.Ordinal) ? 4 : 5), $"{cell.Item} is {least} to {most}");
        });
    }

    [Theory, MemberData(nameof(Authorities))]
    public void No_count_from_1_to_4_is_shown(int seed, int pupils)
    {
        Publication publication = Publication.Of(Model(seed, pupils), new DisclosureRule());

        var shown = from table in publication.Runs.SelectMany(run => run.Tables).Concat(publication.Comparison)
                    from row in table.Rows
                    from cell in row.Index()
                    where table.Columns[cell.Index].Unit is Unit.Pupils && cell.Item is CountCell { Value: > 0 and < 5 }
                    select $"{table.Key}: {string.Join(' ', row)}";
        Assert.Empty(shown);
    }

    [Fact]
    public void Without_secondary_suppression_the_attacker_recovers_counts_exactly()
    {
        Publication publication = Publication.Of(Model(3, 60), new DisclosureRule());
        Publication careless = publication with { Runs = [.. publication.Runs.Select(run => run with { Tables = [.. run.Tables.Select(table => OnlySmall(table, run.Run))] })] };

        TableAttacker attacker = new(careless, Groups, sameDemand: true);

        Assert.Contains(Enumerable.Range(0, attacker.Withheld.Count), cell => attacker.Infer(cell) is var (least, most) && least == most);
    }

    [Fact]
    public void What_is_withheld_in_one_of_two_equal_years_is_withheld_in_the_other()
    {
        Publication publication = Publication.Of(Model(2, 40), new DisclosureRule());

        string[][] baseYears = [.. publication.Runs.Select(run => run.Tables.SelectMany(table => table.Rows.Where(row => row[0] is TextCell { Value: "2020/21" }).Select(row => string.Join('|', row.Select(CellText.ForPrograms)))).ToArray())];
        Assert.Equal(baseYears[0], baseYears[1]);
        Assert.Contains(baseYears[0], row => row.Contains("|c", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_report_is_published_the_same_way() => Assert.Equal(
        Rows(Publication.Of(Model(4, 80), new DisclosureRule())), Rows(Publication.Of(Model(4, 80), new DisclosureRule())));

    [Fact]
    public void A_higher_threshold_withholds_more() =>
        Assert.True(Publication.Of(Model(5, 120), new DisclosureRule(10)).Small > Publication.Of(Model(5, 120), new DisclosureRule(3)).Small);

    private static Dictionary<string, NeedGroup[]> Groups => new() { ["first"] = [.. RandomRun.Case.NeedGroups], ["second"] = [.. RandomRun.Case.NeedGroups] };

    private static ReportModel Model(int seed, int pupils) => new(RandomRun.Pair(seed, pupils), ReportPurpose.Publication, Made: null);

    private static string[] Rows(Publication publication) =>
        [.. publication.Runs.SelectMany(run => run.Tables).Concat(publication.Comparison).SelectMany(table => table.Rows).Select(row => string.Join('|', row.Select(CellText.ForPrograms)))];

    /// <summary>The table with every count that is not small put back, as if nobody had thought of working back from totals.</summary>
    private static ReportTable OnlySmall(ReportTable table, string run)
    {
        ReportTable whole = Publication.Of(Model(3, 60), new DisclosureRule(1)).Runs.Single(known => known.Run == run).Tables.Single(known => known.Key == table.Key);
        return table with { Rows = [.. whole.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Zip(table.Columns, (cell, column) => column.Unit == Unit.Pupils && cell is CountCell { Value: > 0 and < 5 } ? SuppressedCell.Instance : cell)])] };
    }
}
