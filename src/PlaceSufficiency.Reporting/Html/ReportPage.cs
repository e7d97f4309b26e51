using System.Globalization;
using NodaTime;
using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>
/// A report as one page that stands alone: style, script and data inline, nothing fetched. The answer comes first, then scenarios side
/// by side, then one scenario at a time, and last where every number comes from.
/// </summary>
public static class ReportPage
{
    private static readonly CultureInfo _british = CultureInfo.InvariantCulture;

    /// <summary>The page for those who plan; the same bytes for the same report.</summary>
    public static string Of(ReportModel model) => Of(PageContents.ForPlanners(model));

    /// <summary>The page for everybody, with the figures of the publication and no others.</summary>
    public static string Of(ReportModel model, Publication publication) => Of(PageContents.ForEverybody(model, publication));

    private static string Of(PageContents contents)
    {
        HtmlText page = new();
        page.Trusted("<!DOCTYPE html>").Open("html", ("lang", "en-GB"));
        WriteHead(page, contents.Model);
        page.Open("body", ("class", IsWorkingCopy(contents.Model) ? "for-planners" : "for-everybody")).Element("a", "Skip to the answer", ("class", "skip"), ("href", "#answer"));
        WriteHeader(page, contents);
        page.Open("main");
        AnswerHtml.Write(page, contents);
        WritePart(page, "comparison", "Scenarios side by side", contents.Comparison);
        WritePart(page, "batch", "What many runs say together", contents.Batch);
        ScenarioHtml.Write(page, contents);
        ReportTable words = WordsTable.Of(contents.Model.Runs[0].Case);
        WritePart(page, "glossary", words.Title, [new ReportSection("words", "Words and letters", string.Empty, [new Exhibit(words)])]);
        page.Close();
        WriteFooter(page, contents.Model);
        page.InlineScript(PageParts.Library).InlineScript(PageParts.Own);
        return page.Close().Close().ToString();
    }

    private static void WritePart(HtmlText page, string part, string heading, IReadOnlyList<ReportSection> sections)
    {
        if (sections.Count == 0)
        {
            return;
        }

        page.Open("section", ("id", part)).Element("h2", heading);
        foreach (ReportSection section in sections)
        {
            SectionHtml.Write(page, part, section);
        }

        page.Close();
    }

    private static bool IsWorkingCopy(ReportModel model) => model.Purpose == ReportPurpose.WorkingCopy;

    /// <summary>"31 March 2026".</summary>
    internal static string Day(LocalDate day) => day.ToString("d MMMM yyyy", _british);

    private static void WriteHead(HtmlText page, ReportModel model) => page
        .Open("head")
        .Trusted("<meta charset=\"utf-8\"/>")
        .Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageParts.Policy))
        .Trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
        .Trusted("<meta name=\"robots\" content=\"noindex\"/>")
        .Element("title", $"{Title(model)} - {model.Runs[0].Case.Authority}")
        .Trusted($"<style>{PageParts.Style}</style>")
        .Close();

    private static void WriteHeader(HtmlText page, PageContents contents)
    {
        ReportModel model = contents.Model;
        ScenarioReport first = model.Runs[0];
        page.Open("header").Element("p", contents.Notice, ("class", IsWorkingCopy(model) ? "working-copy" : "published"));
        string scenarios = model.Runs.Count == 1 ? "one scenario" : $"{model.Runs.Count} scenarios";
        string made = model.Made is { } day ? $", {Day(day)}" : string.Empty;
        page.Element("p", $"{first.Case.Authority}: places for children and young people with an education, health and care plan", ("class", "subject"))
            .Element("h1", Title(model))
            .Element("p", $"{first.Case.Horizon.PlannedYears[0]} to {first.Case.Horizon.LastYear}, {scenarios}{made}.", ("class", "question"))
            .Close();
    }

    private static string Title(ReportModel model) => model.Runs.Count == 1 ? model.Runs[0].Case.Name : "Are there enough suitable places?";

    private static void WriteFooter(HtmlText page, ReportModel model) => page
        .Open("footer")
        .Element("p", model.Runs.All(run => run.Audit.Passed)
            ? "An independent audit recomputed every figure here from the plan and the case, and found no broken rule."
            : "The independent audit found broken rules: do not use these figures.")
        .Close();
}
