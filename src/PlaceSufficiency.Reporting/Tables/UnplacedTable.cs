using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Unplaced pupils by phase, need and year, with the cause.</summary>
public static class UnplacedTable
{
    /// <summary>The table; a row a year, phase, need and cause that leaves anyone unplaced.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures)
    {
        string[] years = [.. planningCase.Horizon.AllYears.Select(year => year.ToString())];
        IEnumerable<Row> rows = figures.Placements.Where(fact => fact.Provision is null)
            .GroupBy(fact => (fact.Year, fact.YearGroup.Phase, fact.Need, fact.Reason?.Cause))
            .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Phase).ThenBy(group => group.Key.Need).ThenBy(group => group.Key.Cause)
            .Select(group => new Row(
                group.Key.Year, group.Key.Phase, group.Key.Need, group.Key.Cause, group.Sum(fact => fact.Pupils),
                [.. group.SelectMany(fact => fact.Reason?.Provisions ?? []).Distinct().Order()]));
        return new TableOf<Row>(
                "unplaced",
                "Pupils with no suitable place, by phase, need and cause",
                "Base-year figures are observed. The cause is the first that applies, from no designated provision to a place held for later years.")
            .YearWords(row => row.Year)
            .PhaseWords(row => row.Phase)
            .NeedWords(row => row.Need)
            .Ranked("cause", "Cause", row => row.Cause is { } cause ? new TextCell(FieldWords.Of(cause), (int)cause) : new TextCell("observed in the base year", -1))
            .Pupils("pupils", "Pupils", row => row.Pupils)
            .Words("nearest_provisions", "Nearest provisions", row => string.Join(';', row.Nearest))
            .Of(
                rows,
                new Spread("Pupils with no suitable place, by phase and need", "year", years, ["phase", "need"], ["pupils"], HasTotal: true),
                new Spread("Why pupils have no suitable place", "year", years, ["cause"], ["pupils"]));
    }

    private sealed record Row(
        AcademicYear Year, Phase Phase, PrimaryNeed Need, UnplacedCause? Cause, int Pupils, IReadOnlyList<ProvisionId> Nearest);
}
