using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Html;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.TradeOffs;

/// <summary>A curve as a page that stands alone, as every page of this program.</summary>
internal static class TradeOffPage
{
    /// <summary>The page.</summary>
    internal static string Of(TradeOffReport report)
    {
        ReportTable table = TradeOffTables.Of(report.Curve).ForPeople(brief: false)[0];
        HtmlText page = new();
        page.Trusted("<!DOCTYPE html>").Open("html", ("lang", "en-GB")).Open("head").Trusted("<meta charset=\"utf-8\"/>")
            .Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageParts.Policy))
            .Trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
            .Trusted("<meta name=\"robots\" content=\"noindex\"/>")
            .Element("title", $"{table.Title} - {report.Case.Name}").Trusted($"<style>{PageParts.Style}</style>").Close();
        page.Open("body", ("class", "for-planners")).Open("header").Element("p", Xlsx.ReportWorkbook.WorkingNotice, ("class", "working-copy"))
            .Element("p", $"{report.Case.Authority}: {report.Case.Name}", ("class", "subject")).Element("h1", table.Title)
            .Element("p", $"{report.Case.Horizon.PlannedYears[0]} to {report.Case.Horizon.LastYear}.", ("class", "question")).Close().Open("main");
        foreach (string sentence in TradeOffWords.Of(report))
        {
            page.Element("p", sentence);
        }

        SectionHtml.Write(page, "trade-off", new ReportSection(
            "curve", "The curve", "Each point is the best plan found at its limit. The nearer to the corner at the bottom left, the better.",
            [new Exhibit(TradeOffTables.Drawn(report.Curve), Drawing.Points), new Exhibit(table)]));
        SectionHtml.Write(page, "trade-off", new ReportSection("openings", "Which schemes, and when", string.Empty, [new Exhibit(TradeOffTables.OpeningsSideBySide(report))]));
        page.Close().Open("footer")
            .Element("p", $"An independent audit recomputed every point from its plan and the case, and found no broken rule. Inputs {report.Fingerprint[..Math.Min(12, report.Fingerprint.Length)]}; program {report.ToolVersion}.")
            .Close();
        return page.InlineScript(PageParts.Library).InlineScript(PageParts.Own).Close().Close().ToString();
    }
}
