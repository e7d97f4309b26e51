namespace PlaceSufficiency.Reporting.Charts;

/// <summary>How a series is drawn.</summary>
public enum ChartForm
{
    /// <summary>Bars on top of each other.</summary>
    StackedBars,

    /// <summary>At most two lines: the first solid with round markers, the second dashed with square ones.</summary>
    Lines,
}

/// <summary>One named run of figures.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Values">One figure a year, in the unit of the chart.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double> Values);

/// <summary>A simple chart: years along the bottom, figures up the side.</summary>
/// <param name="Key">Stable name in lower case and hyphens, unique on a page.</param>
/// <param name="Title">What it shows, without the unit.</param>
/// <param name="Form">How it is drawn.</param>
/// <param name="Unit">What the figures count.</param>
/// <param name="Years">The years, in order.</param>
/// <param name="Series">The runs of figures, the lowest of a stack first.</param>
public sealed record Chart(string Key, string Title, ChartForm Form, string Unit, IReadOnlyList<string> Years, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>"Pupils by kind of provision (pupils)".</summary>
    public string TitleWithUnit => $"{Title} ({Unit})";

    /// <summary>Whether there is any figure but nought to draw.</summary>
    public bool HasFigures => Series.Any(series => series.Values.Any(value => value != 0));
}
