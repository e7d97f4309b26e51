using PlaceSufficiency.Reporting.Csv;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.TradeOffs;

/// <summary>Every file of a curve, the same bytes for the same curve.</summary>
public static class TradeOffFiles
{
    /// <summary>Names and texts.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(TradeOffReport report)
    {
        ReportTable openings = TradeOffTables.Openings(report.Curve);
        return
        [
            ("trade-off.html", TradeOffPage.Of(report)),
            ("trade-off.csv", CsvText.Of(TradeOffTables.Of(report.Curve))),
            .. openings.Rows.Count > 0 ? [("openings.csv", CsvText.Of(openings))] : Array.Empty<(string, string)>(),
        ];
    }
}
