using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Charts;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>Draws a fan as an SVG document: bands of 50%, 80% and 95% of the paths, their median, what was known and what happened.</summary>
public static class FanDrawing
{
    private const double Width = 720;
    private const double Height = 360;

    /// <summary>The document.</summary>
    public static string Of(FanChart chart) => new SvgExporter { Width = Width, Height = Height, IsDocument = true, UseVerticalTextAlignmentWorkaround = true }.ExportToString(Model(chart));

    /// <summary>The drawing as it stands within a page.</summary>
    /// <param name="chart">The fan.</param>
    /// <param name="key">Unique on the page.</param>
    internal static string Inline(FanChart chart, string key) => InlineSvg.From(
        new SvgExporter { Width = Width, Height = Height, IsDocument = false, UseVerticalTextAlignmentWorkaround = true }.ExportToString(Model(chart)), key, chart.Title);

    private static PlotModel Model(FanChart chart)
    {
        PlotModel model = new()
        {
            Title = chart.Title,
            TitleFontSize = 14,
            DefaultFont = "Arial",
            DefaultFontSize = 13,
            TextColor = Palette.Ink,
            PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
            PlotAreaBorderColor = Palette.Ink,
            Background = OxyColors.White,
            Padding = new OxyThickness(8),
        };
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.TopLeft, LegendFontSize = 12 });
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, MajorStep = Step(chart), MinorTickSize = 0, StringFormat = "0", TicklineColor = Palette.Ink });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left,
            MinorTickSize = 0,
            MinimumPadding = 0,
            MaximumPadding = 0.08,
            Minimum = 0,
            StringFormat = "#,##0",
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = Palette.Grid,
            TicklineColor = Palette.Ink,
        });
        model.Series.Add(Area(chart, "95% of paths", 60, fan => fan.Q025, fan => fan.Q975));
        model.Series.Add(Area(chart, "80%", 110, fan => fan.Q10, fan => fan.Q90));
        model.Series.Add(Area(chart, "50%", 170, fan => fan.Q25, fan => fan.Q75));
        model.Series.Add(Line("median", OxyColors.White, [.. Joint(chart), .. chart.Fans.Select(pair => Point(pair.Key, pair.Value.Q50))], LineStyle.Dash));
        model.Series.Add(Line("known", Palette.Ink, [.. chart.Known.Select(pair => Point(pair.Key, pair.Value))], LineStyle.Solid));
        if (!chart.Happened.IsEmpty)
        {
            LineSeries happened = Line("what happened", Palette.Line(1), [.. chart.Happened.Select(pair => Point(pair.Key, pair.Value))], LineStyle.None);
            (happened.MarkerType, happened.MarkerSize, happened.MarkerFill) = (MarkerType.Circle, 4, Palette.Line(1));
            model.Series.Add(happened);
        }

        return model;
    }

    private static double Step(FanChart chart) => Math.Max(1, Math.Ceiling((chart.Known.Count + chart.Fans.Count) / 12.0));

    private static AreaSeries Area(FanChart chart, string title, byte strength, Func<CountFan, int> low, Func<CountFan, int> high)
    {
        AreaSeries area = new() { Title = title, Fill = OxyColor.FromAColor(strength, Palette.Line(0)), StrokeThickness = 0, Color = OxyColors.Transparent, Color2 = OxyColors.Transparent };
        area.Points.AddRange([.. Joint(chart), .. chart.Fans.Select(pair => Point(pair.Key, high(pair.Value)))]);
        area.Points2.AddRange([.. Joint(chart), .. chart.Fans.Select(pair => Point(pair.Key, low(pair.Value)))]);
        return area;
    }

    /// <summary>The origin, from which the fan opens.</summary>
    private static IEnumerable<DataPoint> Joint(FanChart chart) => chart.Known.IsEmpty ? [] : [Point(chart.Known.Keys.Last(), chart.Known.Values.Last())];

    private static LineSeries Line(string title, OxyColor colour, DataPoint[] points, LineStyle style)
    {
        LineSeries line = new() { Title = title, Color = colour, StrokeThickness = 2, LineStyle = style };
        line.Points.AddRange(points);
        return line;
    }

    private static DataPoint Point(AcademicYear year, double plans) => new(year.CensusYear, plans);
}
