using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting.Csv;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Tests.Tables;

public class ComparisonTablesTests
{
    private static readonly RunComparison _comparison = RunComparison.Of([Run("do nothing", 3), Run("more places", 1)]);

    [Fact]
    public void The_horizon_is_a_line_a_run() => Assert.Equal(
        [
            "Runs compared, whole horizon",
            "Run | Unplaced (pupil years) | Over-number (pupil years) | INMSS (pupil years) | Special school (places) | High needs (£m) | Transport (£m) | Capital (£m) | Journey (minutes)",
            "do nothing | 3 | 2 | 2 | 7 | 0.11 | 0.00 | 1.00 | 20",
            "more places | 1 | 2 | 2 | 7 | 0.11 | 0.00 | 1.00 | 20",
        ],
        PlainText.Of(ComparisonTables.Of(_comparison)[0]));

    [Fact]
    public void Unplaced_pupils_are_shown_year_by_year_also_for_a_run_without_any() => Assert.Equal(
        ["Unplaced by run and year (pupils)", "Run | 2021/22", "do nothing | 3", "none | 0"],
        PlainText.Of(ComparisonTables.Of(RunComparison.Of([Run("do nothing", 3), Run("none", 0)]))[1].ForPeople(brief: true).Single()));

    [Fact]
    public void An_extra_pupil_placed_has_its_cost() => Assert.Equal(
        [
            "What an extra pupil placed costs, against do nothing",
            "Run | Extra placed (pupil years) | Extra revenue (£m) | Extra capital (£m) | Revenue each (£) | Capital each (£) | Same demand",
            "more places | 2 | 0.00 | 0.00 | £0 | £0 | yes",
        ],
        PlainText.Of(ComparisonTables.Of(_comparison)[3]));

    [Fact]
    public void The_tidy_table_holds_every_figure_with_its_difference()
    {
        string[] lines = CsvText.Of(ComparisonTables.Tidy(_comparison)).Split("\r\n");

        Assert.Equal("run,measure,unit,period,value,difference", lines[0]);
        Assert.Contains("more places,unplaced,pupils,2021/22,1,-2", lines);
        Assert.Contains("more places,unplaced,pupil-years,horizon,1,-2", lines);
        Assert.Contains("do nothing,high needs block,pounds,2021-22,66500.5,0", lines);
    }

    [Fact]
    public void Differences_name_the_key_and_both_values() => Assert.Equal(
        ["What differs: a -> b", "Part | Key | First | Second", "places | places/school/2023/24 | 100 | 120"],
        PlainText.Of(DifferenceTable.Of("a", "b", [new CaseDifference(CasePart.Places, new KeyChange("places/school/2023/24", "100", "120"))])));

    private static RunSummary Run(string name, int unplaced)
    {
        YearFigures planned = TinyReport.Figures.Years[1];
        YearFigures[] years = [TinyReport.Figures.Years[0], planned with { Unplaced = unplaced, Placed = 12 - unplaced }];
        return new RunSummary(name, TinyReport.Case.Horizon, TinyReport.Figures with { Years = years }, TinyReport.Audit.Tiers, TinyReport.Case.Schemes);
    }
}
