using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Html;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>A page of fans, the figures behind each; it stands alone, as every page of this program.</summary>
internal static class ForecastPage
{
    private const int MostWithBands = 5;

    /// <summary>The page of a forecast: all ages of every authority, and the age bands where few are forecast.</summary>
    internal static string Of(ForecastReport report)
    {
        List<Exhibit> exhibits = [FanExhibit.Of("fan-total", "Plans, all ages", "Authority", [.. report.Forecasts.Select(FanChart.Total)])];
        PlanForecast[] authorities = [.. report.Authorities];
        if (authorities.Length <= MostWithBands)
        {
            exhibits.Add(FanExhibit.Of("fan-bands", "Plans by age", "Age band", [.. authorities.SelectMany(FanChart.Bands)]));
        }

        return Of(
            $"Plans forecast from January {report.Origin.CensusYear}",
            $"{report.Paths} paths, seed {report.Seed}. Half of the paths lie in the darkest band, 80% within the next and 95% within the lightest.", exhibits);
    }

    /// <summary>The page of a backtest.</summary>
    internal static string Of(BacktestReport report) => Of(
        "Forecasts beside what happened",
        $"{report.Paths} paths, seed {report.Seed}. Nothing later than the January each forecast sets out from was known to it.",
        report.Fans.IsEmpty ? [] : [FanExhibit.Of("fan-tested", "Plans, all ages", "Forecast", report.Fans)],
        new Exhibit(BacktestFiles.Totals(report.Scores)), new Exhibit(BacktestFiles.Bands(report.Scores)));

    private static string Of(string title, string note, IReadOnlyList<Exhibit> fans, params IReadOnlyList<Exhibit> tables)
    {
        HtmlText page = new();
        page.Trusted("<!DOCTYPE html>").Open("html", ("lang", "en-GB")).Open("head").Trusted("<meta charset=\"utf-8\"/>")
            .Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageParts.Policy))
            .Trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
            .Element("title", title).Trusted($"<style>{PageParts.Style}</style>").Close();
        page.Open("body").Open("header").Element("h1", title).Element("p", note, ("class", "question")).Close().Open("main");
        SectionHtml.Write(page, "forecast", new ReportSection("fans", "Fans", string.Empty, fans));
        SectionHtml.Write(page, "forecast", new ReportSection("measures", "How good they were", string.Empty, tables));
        return page.Close().InlineScript(PageParts.Library).InlineScript(PageParts.Own).Close().Close().ToString();
    }
}
