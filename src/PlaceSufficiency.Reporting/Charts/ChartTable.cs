using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Charts;

/// <summary>The table behind a chart: the very figures that are drawn.</summary>
public static class ChartTable
{
    /// <summary>One line a series, years across.</summary>
    public static ReportTable Of(Chart chart) => new(
        $"{chart.Key}-figures",
        chart.TitleWithUnit,
        string.Empty,
        [new Column("series", "Series", Unit.None), .. chart.Years.Select(year => new Column(year, year, Unit.AsStated))],
        [.. chart.Series.Select(series => (IReadOnlyList<Cell>)[new TextCell(series.Name), .. series.Values.Select(Figure)])],
        []);

    private static Cell Figure(double value) => value == Math.Floor(value) ? new CountCell((long)value) : new NumberCell((decimal)value, 2);
}
