using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Exhibits;

/// <summary>Scenarios side by side, in the order in which they are read.</summary>
public static class ComparisonSections
{
    /// <summary>Most scenarios whose lines can be told apart in one chart; more are read from shaded tables.</summary>
    public const int MostLines = 10;

    /// <summary>The sections.</summary>
    public static IReadOnlyList<ReportSection> Of(RunComparison comparison)
    {
        Drawing byYear = comparison.Runs.Count > MostLines ? Drawing.ShadedShortfall : Drawing.Lines;
        Dictionary<string, ReportTable> tables = ComparisonTables.Of(comparison).ToDictionary(table => table.Key);
        ReportTable gains = tables["comparison-gains"];
        return
        [
            new("side-by-side", "Places, pupils, money and journeys", string.Empty,
            [
                new Exhibit(SideBySideTable.Of(comparison)),
                ByYear(tables["comparison-unplaced"], byYear),
                ByYear(tables["comparison-inmss-pupils"], byYear),
            ]),
            new("gains", "What money buys", string.Empty,
            [
                new Exhibit(SideBySideTable.TradeOff(comparison), Drawing.Points),
                new Exhibit(Each(gains), Drawing.Bars) { Unit = Unit.Pounds },
                new Exhibit(gains),
            ]),
        ];
    }

    private static Exhibit ByYear(ReportTable table, Drawing drawing) => new(table.Spreads[0].Of(table), drawing) { Unit = Unit.Pupils };

    /// <summary>The runs that place anybody more, and what each of these costs.</summary>
    private static ReportTable Each(ReportTable gains)
    {
        int[] columns = [gains.IndexOf("run"), gains.IndexOf("revenue_per_extra"), gains.IndexOf("capital_per_extra")];
        return gains with
        {
            Key = "gains-each",
            Title = "Cost of each extra pupil-year placed (£)",
            Columns = [.. columns.Select(i => gains.Columns[i])],
            Rows = [.. gains.Rows.Where(row => row[columns[1]] is not EmptyCell).Select(row => (IReadOnlyList<Cell>)[.. columns.Select(i => row[i])])],
        };
    }
}
