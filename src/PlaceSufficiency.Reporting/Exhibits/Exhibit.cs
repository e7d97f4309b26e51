using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Exhibits;

/// <summary>How a table is drawn beside being read.</summary>
public enum Drawing
{
    /// <summary>As the table alone.</summary>
    None,

    /// <summary>A line for each line of the table, its columns of figures along the bottom.</summary>
    Lines,

    /// <summary>Bands between the lines that are named as percentiles ("2.5th percentile"), in pairs from the outside in, and lines for the others.</summary>
    Fan,

    /// <summary>A bar for each column of figures, the lines of the table on top of each other.</summary>
    StackedBars,

    /// <summary>Bars side by side: a group for each line of the table, a bar for each column of figures.</summary>
    Bars,

    /// <summary>A point for each line: the first column of figures along the bottom, the second up the side.</summary>
    Points,

    /// <summary>The table itself, shaded: the more, the worse.</summary>
    ShadedShortfall,

    /// <summary>The table itself, shaded on both sides of nought: below is a shortage.</summary>
    ShadedBalance,
}

/// <summary>
/// A table as people read it and how it is drawn. Whatever is drawn is drawn from the very cells of the table, so a cell that is
/// suppressed is a gap in the chart too.
/// </summary>
/// <param name="Table">The table; it has no spreads. Its key is unique in its part of the report.</param>
/// <param name="Drawing">How it is drawn.</param>
public sealed record Exhibit(ReportTable Table, Drawing Drawing = Drawing.None)
{
    /// <summary>What the figures count, for the axis of a chart; in thousands where it is pounds.</summary>
    public Unit Unit { get; init; } = Unit.AsStated;

    /// <summary>How many leading columns of words the reader chooses from; the chart then shows the lines of one choice.</summary>
    public int Choices { get; init; }

    /// <summary>Whether the table is detail that stays folded until it is asked for.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Whether it is a chart, with its table behind it.</summary>
    public bool IsChart => Drawing is Drawing.Lines or Drawing.Fan or Drawing.StackedBars or Drawing.Bars or Drawing.Points;

    /// <summary>Whether there is any line to show.</summary>
    public bool HasLines => Table.Rows.Count > 0;
}

/// <summary>Exhibits that answer one question.</summary>
/// <param name="Key">Stable name in lower case and hyphens, unique in its part of the report.</param>
/// <param name="Heading">Heading for people.</param>
/// <param name="Words">What to know when reading it, a sentence or two; empty where nothing.</param>
/// <param name="Exhibits">The exhibits; those without lines are left out by writers.</param>
public sealed record ReportSection(string Key, string Heading, string Words, IReadOnlyList<Exhibit> Exhibits);
