using System.Globalization;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>The table behind fans: a line for what was known, for each edge of a band, the median and what happened; Januaries across.</summary>
internal static class FanExhibit
{
    private static readonly (string Line, Func<CountFan, int> Value)[] _edges =
    [
        ("2.5th percentile", fan => fan.Q025), ("10th percentile", fan => fan.Q10), ("25th percentile", fan => fan.Q25), ("median", fan => fan.Q50),
        ("75th percentile", fan => fan.Q75), ("90th percentile", fan => fan.Q90), ("97.5th percentile", fan => fan.Q975),
    ];

    /// <summary>The exhibit of fans of which its reader chooses one.</summary>
    internal static Exhibit Of(string key, string title, string choice, IReadOnlyList<FanChart> charts)
    {
        AcademicYear[] years = [.. charts.SelectMany(chart => chart.Known.Keys.Concat(chart.Fans.Keys)).Distinct().Order()];
        Column[] columns =
        [
            new("choice", choice, Unit.None),
            new("line", "Paths", Unit.None),
            .. years.Select(year => year.CensusYear.ToString(CultureInfo.InvariantCulture)).Select(year => new Column(year, year, Unit.AsStated)),
        ];
        return new Exhibit(new ReportTable(key, title, string.Empty, columns, [.. charts.SelectMany(chart => Lines(chart, years))], []), Drawing.Fan) { Unit = Unit.Pupils, Choices = 1 };
    }

    private static IEnumerable<IReadOnlyList<Cell>> Lines(FanChart chart, AcademicYear[] years)
    {
        AcademicYear? origin = chart.Known.IsEmpty ? null : chart.Known.Keys.Last();
        yield return Line(chart, "known", years, year => chart.Known.TryGetValue(year, out int plans) ? plans : null);
        foreach ((string line, Func<CountFan, int> value) in _edges)
        {
            yield return Line(chart, line, years, year => chart.Fans.TryGetValue(year, out CountFan? fan) ? value(fan) : year == origin ? chart.Known[year] : null);
        }

        if (!chart.Happened.IsEmpty)
        {
            yield return Line(chart, "what happened", years, year => chart.Happened.TryGetValue(year, out int plans) ? plans : null);
        }
    }

    private static IReadOnlyList<Cell> Line(FanChart chart, string line, AcademicYear[] years, Func<AcademicYear, int?> value) =>
        [new TextCell(chart.Name), new TextCell(line), .. years.Select(year => value(year) is { } plans ? new CountCell(plans) : Cell.Nothing)];
}
