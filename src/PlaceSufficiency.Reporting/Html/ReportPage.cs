using System.Globalization;
using NodaTime;
using PlaceSufficiency.Reporting.Exhibits;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>
/// A report as one page that stands alone: style, script and data inline, nothing fetched. The answer comes first, then scenarios side
/// by side, then one scenario at a time, and last where every number comes from.
/// </summary>
public static class ReportPage
{
    private static readonly CultureInfo _british = CultureInfo.InvariantCulture;

    /// <summary>The page; the same bytes for the same report.</summary>
    public static string Of(ReportModel model)
    {
        HtmlText page = new();
        page.Trusted("<!DOCTYPE html>").Open("html", ("lang", "en-GB"));
        WriteHead(page, model);
        page.Open("body", ("class", model.Purpose == ReportPurpose.WorkingCopy ? "for-planners" : "for-everybody")).Element("a", "Skip to the answer", ("class", "skip"), ("href", "#answer"));
        WriteHeader(page, model);
        page.Open("main");
        AnswerHtml.Write(page, model);
        if (model.Comparison is { } comparison)
        {
            page.Open("section", ("id", "comparison")).Element("h2", "Scenarios side by side");
            foreach (ReportSection section in ComparisonSections.Of(comparison))
            {
                SectionHtml.Write(page, "comparison", section);
            }

            page.Close();
        }

        ScenarioHtml.Write(page, model);
        page.Close();
        WriteFooter(page, model);
        page.InlineScript(PageParts.Library).InlineScript(PageParts.Own);
        return page.Close().Close().ToString();
    }

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

    private static void WriteHeader(HtmlText page, ReportModel model)
    {
        ScenarioReport first = model.Runs[0];
        page.Open("header");
        if (model.Purpose == ReportPurpose.WorkingCopy)
        {
            page.Element("p", "Working copy: not for publication. Small numbers are not suppressed.", ("class", "working-copy"));
        }

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
