using System.Xml.Linq;

namespace PlaceSufficiency.Reporting.Charts;

/// <summary>The names of a chart's series beside their colours, as a list that wraps; a stack's topmost series comes last.</summary>
public static class ChartLegend
{
    /// <summary>The list, as it stands in HTML.</summary>
    public static string Of(Chart chart) => new XElement(
        "ul",
        new XAttribute("class", "legend"),
        chart.Series.Select((series, position) => new XElement("li", Swatch(chart.Form, position), series.Name)))
        .ToString(SaveOptions.DisableFormatting);

    private static XElement Swatch(ChartForm form, int position) => new(
        "svg",
        new XAttribute("viewBox", "0 0 28 12"),
        new XAttribute("aria-hidden", "true"),
        form == ChartForm.Lines ? Line(position) : [Square(Hex(Palette.Colour(position)))]);

    private static XElement[] Line(int position)
    {
        string colour = Hex(Palette.Line(position));
        XElement line = new(
            "line", new XAttribute("x1", 0), new XAttribute("x2", 28), new XAttribute("y1", 6), new XAttribute("y2", 6),
            new XAttribute("stroke", colour), new XAttribute("stroke-width", 2.5), new XAttribute("stroke-dasharray", position == 0 ? "none" : "6 3"));
        return
        [
            line,
            position == 0 ? new XElement("circle", new XAttribute("cx", 14), new XAttribute("cy", 6), new XAttribute("r", 4), new XAttribute("fill", colour)) : Square(colour, 10, 2, 8),
        ];
    }

    private static XElement Square(string colour, int left = 8, int top = 0, int side = 12) => new(
        "rect", new XAttribute("x", left), new XAttribute("y", top), new XAttribute("width", side), new XAttribute("height", side), new XAttribute("fill", colour));

    private static string Hex(OxyPlot.OxyColor colour) => $"#{colour.R:x2}{colour.G:x2}{colour.B:x2}";
}
