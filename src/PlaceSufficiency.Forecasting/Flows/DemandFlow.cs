using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Flows;

/// <summary>Pupils who are counted together in a year.</summary>
/// <param name="Area">Home area.</param>
/// <param name="Need">Primary need.</param>
/// <param name="Level">Level called for in the year.</param>
/// <param name="Sex">Sex.</param>
/// <param name="YearGroup">Year group in the year.</param>
public readonly record struct FlowCell(PlanningAreaId Area, PrimaryNeed Need, ProvisionLevel Level, Sex Sex, YearGroup YearGroup) : IComparable<FlowCell>
{
    /// <summary>The cell that the same pupils are in a year later when their level stands; null after the oldest year group.</summary>
    public FlowCell? AYearOlder => YearGroup.After(1) is { } older ? this with { YearGroup = older } : null;

    /// <inheritdoc/>
    public int CompareTo(FlowCell other) =>
        (YearGroup, Need, Level, Sex, Area).CompareTo((other.YearGroup, other.Need, other.Level, other.Sex, other.Area));

    /// <summary>"year group 7, ASD, Special, Male, E01017140".</summary>
    public override string ToString() => $"year group {YearGroup}, {Need}, {Level}, {Sex}, {Area}";
}

/// <summary>
/// Pupils of one cell in one year and how they came and went. What is here less <paramref name="Leavers"/> and
/// <paramref name="LevelOut"/>, plus next year's joiners and level gains of the cell a year older, is next year's stock of that cell.
/// </summary>
/// <param name="Year">Academic year.</param>
/// <param name="Cell">Who is counted.</param>
/// <param name="Stock">Pupils holding a plan in the year.</param>
/// <param name="Joiners">Those of the stock whose first year it is; 0 in the base year.</param>
/// <param name="LevelIn">Those of the stock who were called to another level the year before.</param>
/// <param name="LevelOut">Those of the stock who are called to another level the year after.</param>
/// <param name="Leavers">Those of the stock who hold no plan the year after; 0 in the last year of the horizon, whose next is unknown.</param>
public sealed record DemandFlow(AcademicYear Year, FlowCell Cell, int Stock, int Joiners, int LevelIn, int LevelOut, int Leavers);
