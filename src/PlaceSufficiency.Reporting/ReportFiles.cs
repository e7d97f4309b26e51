using PlaceSufficiency.Reporting.Csv;
using PlaceSufficiency.Reporting.Html;
using PlaceSufficiency.Reporting.Json;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting;

/// <summary>A file of a report.</summary>
/// <param name="Path">Where it belongs in the run's folder, parts separated by "/".</param>
/// <param name="Text">What it holds, to be written as UTF-8 without a byte order mark.</param>
public sealed record ReportFile(string Path, string Text);

/// <summary>The files that a run's folder holds for people and programs to read.</summary>
public static class ReportFiles
{
    /// <summary>The page, the summary and every table as CSV; the same bytes for the same report.</summary>
    public static IReadOnlyList<ReportFile> Of(ScenarioReport report) =>
    [
        new("report.html", ReportPage.Of(new ReportModel([report], ReportPurpose.WorkingCopy, Made: null))),
        new("summary.json", SummaryJson.Of(report)),
        .. ReportTables.Of(report).Select(table => new ReportFile($"tables/{table.Key}.csv", CsvText.Of(table))),
    ];
}
