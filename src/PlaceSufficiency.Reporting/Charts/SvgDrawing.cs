using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace PlaceSufficiency.Reporting.Charts;

/// <summary>Draws a chart as an inline SVG element: no script, no outside reference, the same bytes every time.</summary>
public static class SvgDrawing
{
    private const double Width = 720;
    private const double Height = 340;
    private const double LegendRow = 22;
    private const string YearKey = "year";
    private const string ValueKey = "value";

    private static readonly MarkerType[] _markers = [MarkerType.Circle, MarkerType.Square, MarkerType.Triangle, MarkerType.Diamond];
    private static readonly LineStyle[] _lines = [LineStyle.Solid, LineStyle.Dash, LineStyle.DashDot, LineStyle.Dot];

    /// <summary>The SVG element, with the chart's title for people who do not see it.</summary>
    public static string Of(Chart chart)
    {
        double height = Height + (LegendRow * ((chart.Series.Count + 3) / 4));
        SvgExporter exporter = new() { Width = Width, Height = height, IsDocument = false, UseVerticalTextAlignmentWorkaround = true };
        return InlineSvg.From(exporter.ExportToString(Model(chart)), chart.Key, chart.Title);
    }

    private static PlotModel Model(Chart chart)
    {
        PlotModel model = new()
        {
            DefaultFont = "Arial, Helvetica, sans-serif",
            DefaultFontSize = 13,
            TextColor = Palette.Ink,
            PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
            PlotAreaBorderColor = Palette.Ink,
            Background = OxyColors.White,
            Padding = new OxyThickness(8),
        };
        model.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.BottomCenter,
            LegendOrientation = LegendOrientation.Horizontal,
            LegendBorderThickness = 0,
        });
        model.Axes.Add(Years(chart));
        model.Axes.Add(Values(chart));
        foreach ((int position, ChartSeries series) in chart.Series.Index())
        {
            model.Series.Add(chart.Form == ChartForm.Lines ? Line(series, position) : Bars(series, position));
        }

        return model;
    }

    private static CategoryAxis Years(Chart chart)
    {
        CategoryAxis axis = new()
        {
            Key = YearKey, Position = AxisPosition.Bottom, GapWidth = 0.35, TicklineColor = Palette.Ink, Angle = chart.Years.Count > 10 ? -45 : 0,
        };
        axis.Labels.AddRange(chart.Years);
        return axis;
    }

    private static LinearAxis Values(Chart chart) => new()
    {
        Key = ValueKey, Position = AxisPosition.Left, Title = chart.Unit, MinimumPadding = 0, MaximumPadding = 0.08,
        Minimum = chart.Series.SelectMany(series => series.Values).Any(value => value < 0) ? double.NaN : 0,
        StringFormat = "#,##0.##", MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = Palette.Grid, TicklineColor = Palette.Ink,
    };

    private static LineSeries Line(ChartSeries series, int position)
    {
        LineSeries line = new()
        {
            Title = series.Name, Color = Palette.Colour(position == 1 ? 3 : position), StrokeThickness = 2.5, LineStyle = _lines[position % _lines.Length],
            MarkerType = _markers[position % _markers.Length], MarkerSize = 4, XAxisKey = YearKey, YAxisKey = ValueKey,
        };
        line.Points.AddRange(series.Values.Select((value, i) => new DataPoint(i, value)));
        return line;
    }

    private static BarSeries Bars(ChartSeries series, int position)
    {
        BarSeries bars = new()
        {
            Title = series.Name, IsStacked = true, FillColor = Palette.Colour(position), StrokeColor = OxyColors.White, StrokeThickness = 0.75,
            XAxisKey = ValueKey, YAxisKey = YearKey,
        };
        bars.Items.AddRange(series.Values.Select(value => new BarItem(value)));
        return bars;
    }
}
