using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Flows;

/// <summary>Stock, joiners, leavers and changes of level of a demand path, by year and cell.</summary>
/// <param name="Horizon">The years covered.</param>
/// <param name="Rows">Every cell that holds anybody in a year, by year and then cell.</param>
public sealed record DemandFlows(Horizon Horizon, IReadOnlyList<DemandFlow> Rows)
{
    /// <summary>Counts the stays of a path.</summary>
    public static DemandFlows Of(DemandPath path) => new(
        path.Horizon,
        [
            .. path.Stays
                .SelectMany(stay => path.Horizon.AllYears.Where(stay.Covers).Select(year => FlowOf(path.Horizon, stay, year)))
                .GroupBy(flow => (flow.Year, flow.Cell))
                .OrderBy(group => group.Key)
                .Select(group => Sum(group.Key.Year, group.Key.Cell, [.. group])),
        ]);

    /// <summary>The cells of a year.</summary>
    public IEnumerable<DemandFlow> In(AcademicYear year) => Rows.Where(row => row.Year == year);

    private static DemandFlow FlowOf(Horizon horizon, Stay stay, AcademicYear year)
    {
        FlowCell cell = new(stay.Area, stay.Need, stay.LevelIn(year), stay.Sex, stay.YearGroupIn(year));
        bool joins = year == stay.FirstYear && year != horizon.BaseYear;
        bool leaves = year == stay.LastYear && year != horizon.LastYear;
        bool levelIn = year > stay.FirstYear && stay.LevelIn(year.Previous) != cell.Level;
        bool levelOut = year < stay.LastYear && stay.LevelIn(year.Next) != cell.Level;
        return new DemandFlow(year, cell, stay.Pupils, Where(joins), Where(levelIn), Where(levelOut), Where(leaves));

        int Where(bool counted) => counted ? stay.Pupils : 0;
    }

    private static DemandFlow Sum(AcademicYear year, FlowCell cell, DemandFlow[] parts) => new(
        year,
        cell,
        parts.Sum(part => part.Stock),
        parts.Sum(part => part.Joiners),
        parts.Sum(part => part.LevelIn),
        parts.Sum(part => part.LevelOut),
        parts.Sum(part => part.Leavers));
}
