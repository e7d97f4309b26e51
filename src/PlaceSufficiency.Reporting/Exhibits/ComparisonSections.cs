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
        IReadOnlyList<ReportTable> tables = ComparisonTables.Of(comparison);
        return
        [
            new("side-by-side", "Side by side", tables[0].Note,
            [
                new Exhibit(tables[0]),
                .. tables.Skip(1).Take(2).Select(table => new Exhibit(table.Spreads[0].Of(table), byYear) { Unit = Unit.Pupils }),
            ]),
            new("gains", "What an extra pupil placed costs", tables[3].Note, [new Exhibit(tables[3])]),
        ];
    }
}
