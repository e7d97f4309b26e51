using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Html;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Words;
using PlaceSufficiency.Reporting.Xlsx;
using PlaceSufficiency.Testing;

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

    [Fact]
    public void A_line_is_not_there_because_of_the_count_that_it_holds()
    {
        Publication publication = Publication.Of(Model(1, 60), new DisclosureRule());
        IReadOnlyList<ScenarioReport> runs = RandomRun.Pair(1, 60);

        string[] needs = [.. publication.Runs[0].Tables.Single(table => table.Key == "unplaced").Rows.Select(row => $"{CellText.ForPeople(row[1])} {CellText.ForPeople(row[2])}").Distinct()];
        string[] causes = [.. publication.Runs[0].Tables.Single(table => table.Key == "unplaced-causes").Rows.Select(row => CellText.ForPeople(row[1])).Distinct()];

        // Everybody with that phase and need has a place in every year of both runs, and nobody is without one for that cause.
        (Phase Phase, PrimaryNeed Need) placed = runs[0].Audit.Figures.Placements.Select(fact => (fact.YearGroup.Phase, fact.Need)).Distinct()
            .First(line => runs.All(run => run.Audit.Figures.Placements.All(fact => fact.YearGroup.Phase != line.Phase || fact.Need != line.Need || fact.Provision is not null)));
        Assert.Contains($"{FieldWords.Of(placed.Phase)} {placed.Need}", needs);
        Assert.Contains(FieldWords.Of(UnplacedCause.NoNewPlacements), causes);
    }

    [Fact]
    public void What_a_case_states_of_its_pupils_is_in_no_published_workbook()
    {
        ReportModel model = Stating(Model(2, 60));
        string[] Stated(IReadOnlyList<WorkbookSheet> sheets) =>
            [.. sheets.Where(sheet => sheet.Name is "Assumptions" or "Differences").SelectMany(sheet => sheet.Table.Rows).SelectMany(row => row.OfType<TextCell>()).Select(cell => cell.Value.Split('/')[0]).Distinct()];

        string[] working = Stated(ReportWorkbook.Of(model)), published = Stated(ReportWorkbook.Of(model, Publication.Of(model, new DisclosureRule())));

        string[] ofPupils = ["stock", "joiners", "leavers", "level-share", "totals", "imports", "area", "population"];
        Assert.Empty(ofPupils.Except(working));
        Assert.Empty(ofPupils.Intersect(published));
        Assert.Contains("places", published);
    }

    [Fact]
    public void Nobody_can_check_a_guess_of_one_file_against_a_published_page()
    {
        string hash = new('a', 64);
        ReportModel model = new(
            [.. RandomRun.Pair(2, 60).Select(run => run with { Trail = new RunTrail("1.0", [new InputPrint("tables/rolls.csv", hash)], [new StatedChange("add-places", "stock/ASD", "3", "4")]) })],
            ReportPurpose.Publication, Made: null);

        string page = ReportPage.Of(model, Publication.Of(model, new DisclosureRule()));

        Assert.Contains(hash, ReportPage.Of(model), StringComparison.Ordinal);
        Assert.DoesNotContain(hash, page, StringComparison.Ordinal);
        Assert.DoesNotContain("stock/ASD", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_published_in_steps_as_a_third_would_mean_one_of_three()
    {
        TierPrices none = new(new Dictionary<(ProvisionId, AcademicYear), double>(), new Dictionary<AcademicYear, double>(), new Dictionary<ObjectiveTier, double>());
        ReportModel model = new(
            [.. RandomRun.Pair(2, 60).Select(run => run with { Audit = run.Audit with { Tiers = [new TierResult(ObjectiveTier.Unplaced, 3, 2, none), new TierResult(ObjectiveTier.Cost, 1_000_000, 999_500, none)] } })],
            ReportPurpose.Publication, Made: null);

        ReportTable tiers = Publication.Of(model, new DisclosureRule()).Runs[0].Tables.Single(table => table.Key == "tiers");

        Assert.Equal(["unplaced 100.0", "cost 0.1"], tiers.Rows.Select(row => string.Join(' ', row.Select(CellText.ForPeople))));
        Assert.DoesNotContain("33.", ReportPage.Of(model, Publication.Of(model, new DisclosureRule())).Split("<script>")[0], StringComparison.Ordinal);
    }

    private static ReportModel Stating(ReportModel model) => new(
        [
            .. model.Runs.Select(run => run with
            {
                Case = run.Case.WithLeavers(0.25m, 4).WithDemand(demand => demand with
                {
                    LevelShares = demand.LevelShares.SetItem((PrimaryNeed.HI, Phase.Primary, ProvisionLevel.Special), 0.3333m),
                    Joiners = demand.Joiners.SetItem((YearGroup.Of(0), PrimaryNeed.HI, Sex.Female), 2),
                    StatedTotals = demand.StatedTotals.SetItem(run.Case.Horizon.LastYear, 70),
                }),
            }),
        ],
        model.Purpose, model.Made);

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
