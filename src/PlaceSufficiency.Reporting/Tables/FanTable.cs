using System.Globalization;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Pupils with a plan: how far many futures spread, beside the one that was planned for.</summary>
public static class FanTable
{
    /// <summary>The lines of one choice, in this order; the page draws them by these names.</summary>
    private static readonly (string Name, Func<FanYear, int> Value)[] _percentiles =
    [
        ("95th percentile", year => year.P95), ("75th percentile", year => year.P75), ("median", year => year.P50),
        ("25th percentile", year => year.P25), ("5th percentile", year => year.P5),
    ];

    /// <summary>The table as people read it: years across, six lines a choice.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures, DemandFan fan)
    {
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.AllYears;
        ILookup<AcademicYear, PlacementFact> byYear = figures.Placements.ToLookup(fact => fact.Year);
        IEnumerable<IReadOnlyList<Cell>> rows = fan.Lines.SelectMany(line => _percentiles
            .Select(percentile => Row(line, percentile.Name, line.Years.Select(percentile.Value)))
            .Append(Row(line, "as planned", years.Select(year => byYear[year]
                .Where(fact => (line.Phase ?? fact.YearGroup.Phase) == fact.YearGroup.Phase && (line.Need ?? fact.Need) == fact.Need).Sum(fact => fact.Pupils)))));
        return new ReportTable(
            "demand-fan", "Pupils with a plan: how far futures spread",
            string.Create(CultureInfo.InvariantCulture, $"{fan.Futures:#,##0} futures of this case, drawn from seed {fan.Seed}. A percentile of all pupils is no sum of percentiles of groups.{(planningCase.Demand.StatedTotals.Count == 0 ? string.Empty : " The case states how many plans there are in each year, so futures differ in who holds them: choose a phase or need.")}"),
            [new Column("pupils", "Pupils", Unit.None), new Column("line", "Line", Unit.None), .. years.Select(year => new Column(year.ToString(), year.ToString(), Unit.AsStated))],
            [.. rows],
            []);
    }

    private static IReadOnlyList<Cell> Row(FanLine line, string name, IEnumerable<int> values) =>
        [new TextCell(line.Phase is { } phase ? FieldWords.Of(phase) : line.Need?.ToString() ?? "all"), new TextCell(name), .. values.Select(value => new CountCell(value))];
}
