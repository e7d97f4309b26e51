using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Testing;

/// <summary>Writes demand paths by hand, so that allocation can be tested without a forecast. Years count from <see cref="TinyWorld.BaseYear"/>.</summary>
public static class StayBuilder
{
    /// <summary>A stay from one year to another at one level; its number is set by <see cref="Path"/>.</summary>
    /// <param name="pupils">Pupils.</param>
    /// <param name="yearGroup">Year group in the first year.</param>
    /// <param name="from">First year, 0 being the base year.</param>
    /// <param name="to">Last year.</param>
    /// <param name="at">Placed there in the base year; null for nowhere.</param>
    /// <param name="area">Home area, <see cref="TinyWorld.North"/> by default.</param>
    /// <param name="need">Primary need.</param>
    /// <param name="level">Level called for throughout.</param>
    /// <param name="sex">Sex.</param>
    public static Stay Stay(
        int pupils,
        int yearGroup,
        int from,
        int to,
        ProvisionId? at = null,
        PlanningAreaId? area = null,
        PrimaryNeed need = PrimaryNeed.ASD,
        ProvisionLevel level = ProvisionLevel.Resourced,
        Sex sex = Sex.Male) => new(
            0,
            area ?? TinyWorld.North,
            need,
            sex,
            TinyWorld.BaseYear.PlusYears(from),
            TinyWorld.BaseYear.PlusYears(to),
            YearGroup.Of(yearGroup),
            [.. Enumerable.Repeat(level, to - from + 1)],
            at,
            pupils);

    /// <summary>The case with the stock that a demand begins with.</summary>
    public static PlanningCase WithStockOf(this PlanningCase planningCase, DemandPath demand) => planningCase with
    {
        Stock =
        [
            .. demand.Stays.Where(stay => stay.FirstYear == planningCase.Horizon.BaseYear)
                .Select(stay => new StockCell(stay.Area, stay.Need, stay.Levels[0], stay.Sex, stay.YearGroupAtFirst, stay.Current, stay.Pupils)),
        ],
    };

    /// <summary>The stays as a path, numbered in order.</summary>
    public static DemandPath Path(Horizon horizon, params IEnumerable<Stay> stays) => new(horizon, [.. stays.Select((stay, number) => stay with { Number = number })]);
}
