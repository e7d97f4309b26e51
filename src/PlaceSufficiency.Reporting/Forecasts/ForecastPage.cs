using System.Globalization;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Reporting.Html;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>A page of fans, each with the figures behind it; it stands alone.</summary>
internal static class ForecastPage
{
    private static readonly string[] _head = ["January", "2.5%", "10%", "Median", "90%", "97.5%", "Mean"];

    /// <summary>The page of a forecast.</summary>
    internal static string Of(ForecastReport report) => Of(
        $"Plans forecast from January {report.Origin.CensusYear}",
        $"{report.Paths} paths, seed {report.Seed}. Half of the paths lie in the darkest band, 80% in the next and 95% in the lightest.",
        report.Forecasts.Select(forecast => FanChart.Of(forecast, withBands: false).First().Chart));

    /// <summary>A page of fans.</summary>
    internal static string Of(string title, string note, IEnumerable<FanChart> charts)
    {
        HtmlText html = new();
        html.Trusted("<!DOCTYPE html>").Open("html", ("lang", "en-GB")).Open("head").Trusted("<meta charset=\"utf-8\" />").Element("title", title)
            .Trusted("<style>body{font-family:Arial,Helvetica,sans-serif;max-width:48rem;margin:1rem auto;padding:0 1rem;color:#1b1b1b}svg{width:100%;height:auto}table{border-collapse:collapse}td,th{padding:.15rem .6rem;text-align:right}section{margin-bottom:2.5rem}</style>")
            .Close().Open("body").Element("h1", title).Element("p", note);
        foreach ((int i, FanChart chart) in charts.Index())
        {
            html.Open("section").Trusted(FanDrawing.Inline(chart, string.Create(CultureInfo.InvariantCulture, $"fan{i}")));
            Table(html, chart);
            html.Close();
        }

        return html.Close().Close().ToString();
    }

    private static void Table(HtmlText html, FanChart chart)
    {
        html.Open("table").Open("tr");
        string[] head = chart.Happened.IsEmpty ? _head : [.. _head, "Happened"];
        foreach (string heading in head)
        {
            html.Element("th", heading);
        }

        html.Close();
        foreach ((Domain.Time.AcademicYear year, CountFan fan) in chart.Fans)
        {
            html.Open("tr");
            string happened = chart.Happened.TryGetValue(year, out int plans) ? Number(plans) : string.Empty;
            string[] cells = [year.CensusYear.ToString(CultureInfo.InvariantCulture), Number(fan.Q025), Number(fan.Q10), Number(fan.Q50), Number(fan.Q90), Number(fan.Q975), Number(fan.Mean), happened];
            foreach (string cell in cells.Take(head.Length))
            {
                html.Element("td", cell);
            }

            html.Close();
        }

        html.Close();
    }

    private static string Number(double number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
