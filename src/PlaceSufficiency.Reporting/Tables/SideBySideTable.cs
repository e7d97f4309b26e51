using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Runs side by side over the whole horizon, each figure with its difference from the baseline's.</summary>
public static class SideBySideTable
{
    private sealed record Measure(RunMeasure Of, string Key, string Heading, Unit Unit, int Decimals, decimal Divisor, bool? LessIsBetter);

    private static readonly Measure[] _measures =
    [
        new(RunMeasure.SpecialPlaces, "special_places", "Special school", Unit.Places, 0, 1, LessIsBetter: null),
        new(RunMeasure.Unplaced, "unplaced", "Unplaced", Unit.PupilYears, 0, 1, LessIsBetter: true),
        new(RunMeasure.InmssPupils, "inmss", "INMSS", Unit.PupilYears, 0, 1, LessIsBetter: null),
        new(RunMeasure.HighNeedsBlock, "high_needs", "High needs", Unit.PoundsMillion, 1, 1_000_000, LessIsBetter: null),
        new(RunMeasure.Transport, "transport", "Transport", Unit.PoundsMillion, 1, 1_000_000, LessIsBetter: null),
        new(RunMeasure.Capital, "capital", "Capital", Unit.PoundsMillion, 1, 1_000_000, LessIsBetter: null),
        new(RunMeasure.NinetiethPercentileTravel, "journey", "Journey", Unit.Minutes, 0, 1, LessIsBetter: true),
    ];

    /// <summary>The table; a line a run, the baseline first.</summary>
    public static ReportTable Of(RunComparison comparison)
    {
        TableOf<string> table = new TableOf<string>(
                "side-by-side", $"Runs compared over the whole horizon, and how far each is from {comparison.Runs[0]}",
                "Pupil-years are pupils added up over the planned years. Special school places are those of the last year. The journey is the one-way time that nine pupils in ten do not exceed. Better and worse are said for pupils, not for money.")
            .Words("run", "Run", run => run);
        foreach (Measure measure in _measures)
        {
            table.With(measure.Key, measure.Heading, measure.Unit, run => new NumberCell(Horizon(comparison, run, measure).Value / measure.Divisor, measure.Decimals))
                .With($"{measure.Key}_difference", $"{measure.Heading} change", Unit.AsStated, run => run == comparison.Runs[0] ? Cell.Nothing : Difference(Horizon(comparison, run, measure), measure));
        }

        return table.Of(comparison.Runs);
    }

    /// <summary>What is spent over the horizon beside the pupil-years without a place: the nearer to the corner, the better.</summary>
    public static ReportTable TradeOff(RunComparison comparison) => new TableOf<string>(
            "trade-off", "What money buys: spending, and pupils with no suitable place",
            "Spending is high needs block, transport and capital over the whole horizon. A scenario below and to the left of another places more pupils for less.")
        .Words("run", "Run", run => run)
        .With("spending", "Spending", Unit.PoundsMillion, run => new NumberCell(
            new[] { RunMeasure.HighNeedsBlock, RunMeasure.Transport, RunMeasure.Capital }.Sum(measure => comparison.Value(run, measure, ComparedPeriod.Horizon).Value) / 1_000_000, 1))
        .With("unplaced", "Unplaced", Unit.PupilYears, run => new CountCell((long)comparison.Value(run, RunMeasure.Unplaced, ComparedPeriod.Horizon).Value))
        .Of(comparison.Runs);

    private static ComparedValue Horizon(RunComparison comparison, string run, Measure measure) => comparison.Value(run, measure.Of, ComparedPeriod.Horizon);

    private static Cell Difference(ComparedValue value, Measure measure) => value.Difference is { } difference
        ? new DifferenceCell(difference / measure.Divisor, measure.Decimals, measure.LessIsBetter is { } less && decimal.Round(difference / measure.Divisor, measure.Decimals) != 0 ? difference < 0 == less : null)
        : Cell.Nothing;
}
