using NodaTime;
using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Exhibits;

/// <summary>What a report that is published shows: the tables that may be published, and nothing that is not in them.</summary>
public static class PublishedSections
{
    private const string ForPrograms = "comparison";

    /// <summary>One scenario: a section a table, and last where the numbers come from.</summary>
    /// <param name="published">What of the scenario may be published.</param>
    /// <param name="report">The scenario, for its name, its program and its files.</param>
    /// <param name="made">Day of the report; null where it bears none.</param>
    public static IReadOnlyList<ReportSection> Of(PublishedRun published, ScenarioReport report, LocalDate? made) =>
    [
        .. published.Tables.Select(Section),
        // Not the hashes of the single files: of a small file all but known, a hash would confirm a guess.
        new ReportSection("trail", "Where every number comes from", string.Empty, [new Exhibit(TrailTables.Of(report, made, PublishedGap.AtMost(report.Audit.Tiers)))]),
    ];

    /// <summary>Scenarios side by side.</summary>
    public static IReadOnlyList<ReportSection> OfComparison(Publication publication) =>
        [.. publication.Comparison.Where(table => table.Key != ForPrograms).Select(Section)];

    private static ReportSection Section(ReportTable table) => new(
        table.Key, table.Title, table.Note,
        [
            .. table.ForPeople(brief: false).Select((read, i) =>
                new Exhibit(read with { Key = $"{table.Key}-{i}" }, DrawingOf(table.Key, i, read)) { Unit = table.Key == "spending" ? Unit.Pounds : Unit.Pupils }),
        ]);

    /// <summary>A stack with a withheld part would be drawn too low, so it is drawn as lines, which show the gap.</summary>
    private static Drawing DrawingOf(string key, int position, ReportTable table) => key switch
    {
        "balance" when position == 0 => Drawing.ShadedBalance,
        "unplaced" => Drawing.ShadedShortfall,
        "comparison-unplaced" or "comparison-inmss-pupils" => table.Rows.Count > ComparisonSections.MostLines ? Drawing.ShadedShortfall : Drawing.Lines,
        "unplaced-causes" or "pupils-by-kind" or "spending" => table.Rows.Any(row => row.Contains(SuppressedCell.Instance)) ? Drawing.Lines : Drawing.StackedBars,
        _ => Drawing.None,
    };
}
