using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Chance;

namespace PlaceSufficiency.Reporting.Tests.Exhibits;

public class BatchSectionsTests
{
    private static readonly ShortfallChance _half = new(2, 0.5, 1.5, 3, 3, 3);

    [Fact]
    public void The_trade_off_is_the_mean_over_futures_and_plans_of_a_scenario_share_their_first_word()
    {
        ReportTable table = Sections(Outcome("wing cap=0", 0, 4, 1_000_000), Outcome("wing cap=0", 1, 7, 3_000_000), Outcome("wing cap=1", 0, 2, 5_000_000), Outcome("wing cap=1", 1, 2, 5_000_000))[0].Exhibits.Single().Table;

        Assert.Equal(["wing|cap=0|2.00|5.5", "wing|cap=1|5.00|2.0"], table.Rows.Select(row => string.Join('|', row.Select(CellText.ForPeople))));
    }

    [Fact]
    public void Chances_are_read_with_years_across_and_settings_by_name()
    {
        IReadOnlyList<ReportSection> sections = Sections(Outcome("wing", 0, 4, 1), Outcome("wing", 1, 7, 3));

        ReportTable needs = sections.Single(section => section.Key == "chance-needs").Exhibits.Single().Table;
        ReportTable settings = sections.Single(section => section.Key == "chance-provisions").Exhibits.Single().Table;
        Assert.Equal(["Phase", "Need", "2020/21", "2021/22"], needs.Columns.Select(column => column.Heading));
        Assert.Equal(["primary|ASD|0|50"], needs.Rows.Select(row => string.Join('|', row.Select(CellText.ForPeople))));
        Assert.Equal(["Hilltop|50|50"], settings.Rows.Select(row => string.Join('|', row.Select(CellText.ForPeople))));
    }

    [Fact]
    public void One_future_alone_has_no_chances() => Assert.Equal(["trade-off"], Sections(Outcome("wing", 0, 4, 1)).Select(section => section.Key));

    private static PlanOutcome Outcome(string plan, int future, int unplaced, decimal pounds) => new(plan, future, unplaced, pounds);

    private static IReadOnlyList<ReportSection> Sections(params PlanOutcome[] outcomes) => BatchSections.Of(
        new BatchReport(
            "night",
            [new ChanceRow("wing", "2021/22", "primary", "ASD", _half), new ChanceRow("wing", "2020/21", "secondary", "SEMH", _half with { Probability = 0 })],
            [new ChanceRow("wing", "2020/21", "hilltop-special", "", _half), new ChanceRow("wing", "2021/22", "hilltop-special", "", _half)],
            [new FanRow("wing", "2021-22", "transport", CostFan.Of([1_000m, 3_000m]))],
            outcomes),
        TinyReport.Case with { Provisions = [.. TinyReport.Case.Provisions.Select(provision => provision with { Name = provision.Id.Value == "hilltop-special" ? "Hilltop" : provision.Name })] });
}
