using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Reporting.Words;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Finished runs side by side.</summary>
public static class ComparisonTables
{
    private static readonly RunMeasure[] _byYear = [RunMeasure.Unplaced, RunMeasure.InmssPupils];

    /// <summary>The tables that people read: the whole horizon, unplaced and INMSS by year, and what an extra pupil placed costs.</summary>
    public static IReadOnlyList<ReportTable> Of(RunComparison comparison) =>
        [OverHorizon(comparison), .. _byYear.Select(measure => ByYear(comparison, measure)), .. Falls(comparison), Gains(comparison)];

    /// <summary>What two runs differ by in INMSS, where they do; with more runs the pupils by year say it already.</summary>
    private static IEnumerable<ReportTable> Falls(RunComparison comparison) =>
        comparison.Runs.Count == 2 && comparison.Values.Any(value => value.Measure is RunMeasure.InmssPupils or RunMeasure.InmssSpend && value.Difference is { } difference && difference != 0)
            ? [InmssFallTable.Of(comparison)]
            : [];

    /// <summary>Every figure of every run with its difference from the baseline, for programs.</summary>
    public static ReportTable Tidy(RunComparison comparison)
    {
        string[] runs = [.. comparison.Runs];
        return new TableOf<ComparedValue>("comparison", "Runs compared with the first")
            .Words("run", "Run", row => row.Run)
            .Words("measure", "Measure", row => FieldWords.Of(row.Measure))
            .Words("unit", "Unit", row => UnitWords(row))
            .Words("period", "Period", row => row.Period.ToString())
            .With("value", "Value", Unit.AsStated, row => new NumberCell(row.Value, 2))
            .With("difference", "Difference", Unit.AsStated, row => row.Difference is { } difference ? new NumberCell(difference, 2) : Cell.Nothing)
            .Of(comparison.Values.OrderBy(value => value.Measure).ThenBy(value => Array.IndexOf(runs, value.Run)));
    }

    private static ReportTable OverHorizon(RunComparison comparison)
    {
        decimal Horizon(string run, RunMeasure measure) => comparison.Value(run, measure, ComparedPeriod.Horizon).Value;
        return new TableOf<string>(
                "comparison-horizon", "Runs compared, whole horizon",
                "Pupil-years are pupils added up over the planned years. Special school places are those of the last year. The journey is the one-way time that nine pupils in ten do not exceed.")
            .Words("run", "Run", run => run)
            .With("unplaced", "Unplaced", Unit.PupilYears, run => new CountCell((long)Horizon(run, RunMeasure.Unplaced)))
            .With("over_number", "Over-number", Unit.PupilYears, run => new CountCell((long)Horizon(run, RunMeasure.OverNumber)))
            .With("inmss", "INMSS", Unit.PupilYears, run => new CountCell((long)Horizon(run, RunMeasure.InmssPupils)))
            .With("special_places", "Special school", Unit.Places, run => new CountCell((long)Horizon(run, RunMeasure.SpecialPlaces)))
            .With("high_needs", "High needs", Unit.PoundsMillion, run => Million(Horizon(run, RunMeasure.HighNeedsBlock)))
            .With("transport", "Transport", Unit.PoundsMillion, run => Million(Horizon(run, RunMeasure.Transport)))
            .With("capital", "Capital", Unit.PoundsMillion, run => Million(Horizon(run, RunMeasure.Capital)))
            .With("journey", "Journey", Unit.Minutes, run => new NumberCell(Horizon(run, RunMeasure.NinetiethPercentileTravel), 0))
            .Of(comparison.Runs);
    }

    private static ReportTable ByYear(RunComparison comparison, RunMeasure measure)
    {
        string[] runs = [.. comparison.Runs];
        ComparedValue[] values = [.. comparison.Values.Where(value => value.Measure == measure && value.Period.Academic is not null)];
        string[] years = [.. values.Select(value => value.Period.ToString()).Distinct().Order(StringComparer.Ordinal)];
        string title = $"{FieldWords.AtStart(FieldWords.Of(measure))} by run and year";
        return new TableOf<ComparedValue>($"comparison-{Spelling.Of(measure)}", title)
            .Words("year", "Year", row => row.Period.ToString())
            .Ranked("run", "Run", row => new TextCell(row.Run, Array.IndexOf(runs, row.Run)))
            .Pupils("pupils", "Pupils", row => (long)row.Value)
            .Of(values, new Spread(title, "year", years, ["run"], ["pupils"], KeepsZeros: true));
    }

    private static ReportTable Gains(RunComparison comparison) => new TableOf<PlacementGain>(
            "comparison-gains", $"What an extra pupil placed costs, against {comparison.Runs[0]}",
            "Over the whole horizon. Revenue is high needs block and transport; a cost below 0 is a saving. Where demand differs, part of the extra is demand.")
        .Words("run", "Run", row => row.Run)
        .With("extra_placed", "Extra placed", Unit.PupilYears, row => new CountCell(row.ExtraPlaced))
        .With("extra_revenue", "Extra revenue", Unit.PoundsMillion, row => Million(row.ExtraRevenue.Value))
        .With("extra_capital", "Extra capital", Unit.PoundsMillion, row => Million(row.ExtraCapital.Value))
        .With("revenue_per_extra", "Revenue each", Unit.Pounds, row => Money(row.RevenuePerExtra))
        .With("capital_per_extra", "Capital each", Unit.Pounds, row => Money(row.CapitalPerExtra))
        .Words("same_demand", "Same demand", row => row.SameDemand ? "yes" : "no")
        .Of(comparison.Gains);

    private static Cell Money(Pounds? amount) => amount is { } known ? new MoneyCell(known) : Cell.Nothing;

    private static NumberCell Million(decimal pounds) => new(pounds / 1_000_000, 2);

    private static string UnitWords(ComparedValue value) => RunComparison.UnitOf(value.Measure) switch
    {
        MeasureUnit.Pupils => value.Period == ComparedPeriod.Horizon ? "pupil-years" : "pupils",
        MeasureUnit.Places => "places",
        MeasureUnit.Pounds => "pounds",
        _ => "minutes",
    };
}
