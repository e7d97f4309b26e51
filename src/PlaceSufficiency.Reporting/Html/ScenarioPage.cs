using PlaceSufficiency.Reporting.Charts;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>
/// One scenario's report as a page that stands alone: style and drawings inline, no script, nothing fetched. The answer comes first,
/// then the charts, then every table.
/// </summary>
public static class ScenarioPage
{
    /// <summary>The page; the same bytes for the same report.</summary>
    public static string Of(ScenarioReport report)
    {
        HtmlText page = new();
        page.Trusted("<!DOCTYPE html>").Open("html", ("lang", "en-GB"));
        WriteHead(page, report);
        page.Open("body");
        WriteHeader(page, report);
        page.Open("main");
        WriteCharts(page, ScenarioCharts.Of(report.Case, report.Audit.Figures));
        WriteTables(page, ReportTables.Of(report.Case, report.Audit));
        page.Close();
        WriteFooter(page, report);
        return page.Close().Close().ToString();
    }

    private static void WriteHead(HtmlText page, ScenarioReport report) => page
        .Open("head")
        .Trusted("<meta charset=\"utf-8\"/>")
        .Trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
        .Trusted("<meta name=\"robots\" content=\"noindex\"/>")
        .Element("title", $"{report.Case.Name} - {report.Case.Authority}")
        .Trusted(PageStyle.Sheet)
        .Close();

    private static void WriteHeader(HtmlText page, ScenarioReport report) => page
        .Open("header")
        .Element("p", "Working copy: not for publication. Small numbers are not suppressed.", ("class", "working-copy"))
        .Element("h1", report.Case.Name)
        .Element("p", $"{report.Case.Authority}, {report.Case.Horizon.PlannedYears[0]} to {report.Case.Horizon.LastYear}. {report.Case.Question}", ("class", "question"))
        .Element("p", report.Answer, ("class", "answer"))
        .Close();

    private static void WriteCharts(HtmlText page, IReadOnlyList<Chart> charts)
    {
        foreach (Chart chart in charts)
        {
            page.Open("figure", ("id", $"{chart.Key}-figure"))
                .Element("figcaption", chart.TitleWithUnit)
                .Trusted(ChartLegend.Of(chart))
                .Open("div", ("class", "scroll"), ("role", "region"), ("aria-label", $"Chart: {chart.Title}"), ("tabindex", "0"))
                .Trusted(SvgDrawing.Of(chart))
                .Close()
                .Open("details").Element("summary", "Figures of this chart");
            HtmlTable.Write(page, ChartTable.Of(chart));
            page.Close().Close();
        }
    }

    private static void WriteTables(HtmlText page, IReadOnlyList<ReportTable> tables)
    {
        page.Open("nav", ("aria-label", "Tables")).Element("h2", "Tables").Open("ol");
        foreach (ReportTable table in tables)
        {
            page.Open("li").Element("a", table.Title, ("href", $"#{table.Key}")).Close();
        }

        page.Close().Close();
        foreach (ReportTable table in tables)
        {
            page.Open("section", ("class", "table"), ("id", table.Key)).Element("h2", table.Title);
            if (table.Note.Length > 0)
            {
                page.Element("p", table.Note, ("class", "note"));
            }

            WriteForPeople(page, table);
            page.Close();
        }
    }

    private static void WriteForPeople(HtmlText page, ReportTable table)
    {
        if (table.Rows.Count == 0)
        {
            page.Element("p", "None.");
            return;
        }

        foreach (ReportTable forPeople in table.ForPeople(brief: false))
        {
            HtmlTable.Write(page, forPeople);
        }
    }

    private static void WriteFooter(HtmlText page, ScenarioReport report) => page
        .Open("footer")
        .Element("p", report.Audit.Passed
            ? "An independent audit recomputed every figure here from the plan and the case, and found no broken rule."
            : "The independent audit found broken rules: do not use these figures.")
        .Open("p").Element("span", "Fingerprint of the input: ").Element("code", report.Fingerprint).Close()
        .Close();
}
