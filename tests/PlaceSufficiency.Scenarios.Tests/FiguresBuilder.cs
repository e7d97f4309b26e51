using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Scenarios.Tests;

/// <summary>Writes plan figures by hand.</summary>
internal static class FiguresBuilder
{
    internal static readonly PlanFigures None = new([], [], [], [], []);

    /// <summary>One line of a year; journeys take no time.</summary>
    internal static YearFigures Line(AcademicYear year, int placed = 0, int unplaced = 0, int inmss = 0, int overNumber = 0) => new(
        year, placed + unplaced, 0, 0, placed, unplaced, overNumber, inmss, 0, Pounds.Zero, 0, 0, Duration.Zero, Duration.Zero, 0, 0);

    /// <summary>Pupils in one year; unplaced without a journey.</summary>
    internal static PlacementFact Fact(AcademicYear year, int pupils, int yearGroup = 5, PrimaryNeed need = PrimaryNeed.ASD, int? minutes = null) => new(
        year, 0, TinyWorld.North, YearGroup.Of(yearGroup), need, Sex.Male, ProvisionLevel.Special,
        minutes is null ? null : TinyWorld.SpecialSchool, false, minutes is { } time ? Duration.FromMinutes(time) : null, pupils, null);
}
