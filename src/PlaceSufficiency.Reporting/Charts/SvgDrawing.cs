using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace PlaceSufficiency.Reporting.Charts;

/// <summary>Draws a chart as an inline SVG element: no script, no outside reference, the same bytes every time.</summary>
public static class SvgDrawing
{
    private const double Width = 720;
    private const double Height = 340;
    private const string YearKey = "year";
    private const string ValueKey = "value";

    /// <summary>The SVG element, with the chart's title for people who do not see it.</summary>
    public static string Of(Chart chart)
    {
        SvgExporter exporter = new() { Width = Width, Height = Height, IsDocument = false, UseVerticalTextAlignmentWorkaround = true };
        return InlineSvg.From(exporter.ExportToString(Model(chart)), chart.Key, chart.TitleWithUnit);
    }

    private static PlotModel Model(Chart chart)
    {
        PlotModel model = new()
        {
            DefaultFont = "Arial",
            DefaultFontSize = 13,
            TextColor = Palette.Ink,
            PlotAreaBorderThickness = new OxyThickness(1, 0, 0, 1),
            PlotAreaBorderColor = Palette.Ink,
            Background = OxyColors.White,
            Padding = new OxyThickness(8),
        };
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
            Key = YearKey,
            Position = AxisPosition.Bottom,
            GapWidth = 0.35,
            TicklineColor = Palette.Ink,
            Angle = chart.Years.Count > 10 ? -45 : 0,
        };
        axis.Labels.AddRange(chart.Years);
        return axis;
    }

    private static LinearAxis Values(Chart chart) => new()
    {
        Key = ValueKey,
        Position = AxisPosition.Left,
        MinorTickSize = 0,
        MinimumPadding = 0,
        MaximumPadding = 0.08,
        Minimum = chart.Series.SelectMany(series => series.Values).Any(value => value < 0) ? double.NaN : 0,
        StringFormat = "#,##0.##",
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = Palette.Grid,
        TicklineColor = Palette.Ink,
    };

    private static LineSeries Line(ChartSeries series, int position)
    {
        LineSeries line = new()
        {
            Color = Palette.Line(position),
            StrokeThickness = 2.5,
            LineStyle = position == 0 ? LineStyle.Solid : LineStyle.Dash,
            MarkerType = position == 0 ? MarkerType.Circle : MarkerType.Square,
            MarkerSize = 4,
            XAxisKey = YearKey,
            YAxisKey = ValueKey,
        };
        line.Points.AddRange(series.Values.Select((value, i) => new DataPoint(i, value)));
        return line;
    }

    private static BarSeries Bars(ChartSeries series, int position)
    {
        BarSeries bars = new()
        {
            IsStacked = true,
            FillColor = Palette.Colour(position),
            StrokeColor = OxyColors.White,
            StrokeThickness = 0.75,
            XAxisKey = ValueKey,
            YAxisKey = YearKey,
        };
        bars.Items.AddRange(series.Values.Select(value => new BarItem(value)));
        return bars;
    }
}
