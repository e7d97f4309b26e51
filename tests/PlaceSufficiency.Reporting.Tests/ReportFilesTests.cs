namespace PlaceSufficiency.Reporting.Tests;

public class ReportFilesTests
{
    [Fact]
    public void A_report_is_a_page_a_summary_and_a_file_a_table() => Assert.Equal(
        [
            "report.html", "summary.json", "tables/balance.csv", "tables/unplaced.csv", "tables/pupils-by-kind.csv", "tables/inmss.csv",
            "tables/special-school-use.csv", "tables/base-use.csv", "tables/spending.csv", "tables/priced-not-spent.csv", "tables/travel.csv",
            "tables/demand.csv", "tables/schemes.csv", "tables/tiers.csv",
        ],
        ReportFiles.Of(TinyReport.Report).Select(file => file.Path));

    [Fact]
    public void The_answer_is_the_sentence_of_the_figures()
    {
        ScenarioReport report = ScenarioReport.Of(TinyReport.Case, TinyReport.Audit, "abc123");

        Assert.StartsWith("Not enough: in 2021/22 1 pupil has no suitable place", report.Answer, StringComparison.Ordinal);
    }
}
