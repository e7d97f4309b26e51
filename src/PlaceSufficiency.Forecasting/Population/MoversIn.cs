using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Forecasting.Population;

/// <summary>Pupils who move in alike.</summary>
/// <param name="Area">Place of the home area among the case's areas.</param>
/// <param name="YearGroup">Year group in the first year.</param>
/// <param name="Need">Primary need.</param>
/// <param name="Sex">Sex.</param>
internal readonly record struct MoverCell(int Area, YearGroup YearGroup, PrimaryNeed Need, Sex Sex);

/// <summary>
/// Pupils who come to live in new homes with a plan already: of the children of each age who come, as many as of the residents of
/// the age hold one in the base year, with the needs and sexes of the stock.
/// </summary>
internal sealed class MoversIn
{
    private readonly double[][] _expected;

    internal MoversIn(PlanningCase planningCase)
    {
        ResidentsOfNewHomes homes = new(planningCase);
        double[] residents = [.. YearGroup.All.Select(yearGroup => (double)planningCase.Areas.Sum(area => area.Population[yearGroup.Age]))];
        int[] areas = [.. planningCase.Demand.Population.Homes.Select(each => each.Area).Distinct()
            .Select(id => planningCase.Areas.Index().First(area => area.Item.Id == id).Index).Order()];
        var stock = planningCase.Stock.GroupBy(cell => (cell.YearGroup, cell.Need, cell.Sex)).Where(group => residents[group.Key.YearGroup.Age] > 0)
            .OrderBy(group => group.Key).Select(group => (group.Key, Held: group.Sum(cell => cell.Pupils) / residents[group.Key.YearGroup.Age])).ToArray();
        Cells = [.. areas.SelectMany(area => stock.Select(each => new MoverCell(area, each.Key.YearGroup, each.Key.Need, each.Key.Sex)))];
        double[] held = [.. areas.SelectMany(_ => stock.Select(each => each.Held))];
        _expected = [.. Enumerable.Range(0, planningCase.Horizon.AllYears.Count)
            .Select(year => Cells.Select((cell, i) => held[i] * homes.Arriving(year, cell.YearGroup.Age, cell.Area)).ToArray())];
    }

    /// <summary>Cells that somebody may move into; none without new homes.</summary>
    internal MoverCell[] Cells { get; }

    /// <summary>Expected movers of each cell in a year of the horizon, 0 being the base year.</summary>
    internal double[] Expected(int year) => _expected[year];
}
