using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Words;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>Runs side by side, made from published figures and nothing else, so that it can tell nothing they do not.</summary>
internal sealed class PublishedComparison
{
    private const string OverYears = "Over the planned years; c: withheld, because the figure of a year is.";

    private static readonly (RunMeasure Measure, string Key)[] _measures =
    [
        (RunMeasure.Placed, "placed"), (RunMeasure.Unplaced, "unplaced"), (RunMeasure.OverNumber, "over-number"), (RunMeasure.InmssPupils, "kind/Inmss"),
        (RunMeasure.Over45Minutes, "over-45"), (RunMeasure.Over75Minutes, "over-75"),
    ];

    private readonly IReadOnlyList<ScenarioReport> _runs;
    private readonly PublishedCounts _counts;
    private readonly PublishedMoney _money;

    private PublishedComparison(IReadOnlyList<ScenarioReport> runs, PublishedCounts counts, PublishedMoney money) => (_runs, _counts, _money) = (runs, counts, money);

    /// <summary>The tables; none for a run alone.</summary>
    internal static IReadOnlyList<ReportTable> Of(IReadOnlyList<ScenarioReport> runs, PublishedCounts counts, PublishedMoney money)
    {
        PublishedComparison comparison = new(runs, counts, money);
        return runs.Count < 2
            ? []
            : [comparison.OverHorizon(), comparison.ByYear(RunMeasure.Unplaced, "unplaced"), comparison.ByYear(RunMeasure.InmssPupils, "kind/Inmss"), comparison.Gains(), comparison.Tidy()];
    }

    private static Cell Cell(long? count) => count is { } known ? new CountCell(known) : SuppressedCell.Instance;

    private static Cell Million(decimal? pounds) => pounds is { } known ? new NumberCell(known / 1_000_000, 1) : SuppressedCell.Instance;

    private long? Horizon(ScenarioReport run, string key)
    {
        long?[] years = [.. run.Case.Horizon.PlannedYears.Select(year => _counts[run.Run, year, key])];
        return years.Any(year => year is null) ? null : years.Sum();
    }

    private static decimal Capital(ScenarioReport run) => run.Case.Schemes.Where(scheme => scheme.Opens is not null).Sum(scheme => scheme.TotalCapital.Value);

    private static int SpecialPlaces(ScenarioReport run) => run.Audit.Figures.Years.Single(year => year.Year == run.Case.Horizon.LastYear).SpecialPlaces;

    private ReportTable OverHorizon() => new TableOf<ScenarioReport>("comparison-horizon", "Runs compared, whole horizon", $"Special school places are those of the last year. {OverYears}")
        .Words("run", "Run", run => run.Run)
        .With("unplaced", "Unplaced", Unit.PupilYears, run => Cell(Horizon(run, "unplaced")))
        .With("over_number", "Over-number", Unit.PupilYears, run => Cell(Horizon(run, "over-number")))
        .With("inmss", "INMSS", Unit.PupilYears, run => Cell(Horizon(run, "kind/Inmss")))
        .With("special_places", "Special school", Unit.Places, run => new CountCell(SpecialPlaces(run)))
        .With("high_needs", "High needs", Unit.PoundsMillion, run => Million(_money.OverHorizon(run, BudgetLine.HighNeedsBlock)))
        .With("transport", "Transport", Unit.PoundsMillion, run => Million(_money.OverHorizon(run, BudgetLine.Transport)))
        .With("capital", "Capital", Unit.PoundsMillion, run => new NumberCell(Capital(run) / 1_000_000, 2))
        .Of(_runs);

    private ReportTable ByYear(RunMeasure measure, string key)
    {
        string[] names = [.. _runs.Select(run => run.Run)];
        string title = $"{FieldWords.AtStart(FieldWords.Of(measure))} by run and year";
        (ScenarioReport Run, AcademicYear Year)[] rows = [.. _runs.SelectMany(run => run.Case.Horizon.PlannedYears.Select(year => (run, year)))];
        return new TableOf<(ScenarioReport Run, AcademicYear Year)>($"comparison-{Spelling.Of(measure)}", title, PublishedTables.Note)
            .YearWords(row => row.Year)
            .Ranked("run", "Run", row => new TextCell(row.Run.Run, Array.IndexOf(names, row.Run.Run)))
            .With("pupils", "Pupils", Unit.Pupils, row => Cell(_counts[row.Run.Run, row.Year, key]))
            .Of(rows, new Spread(title, "year", [.. rows.Select(row => row.Year).Distinct().Order().Select(year => year.ToString())], ["run"], ["pupils"], KeepsZeros: true));
    }

    private ReportTable Gains() => new TableOf<ScenarioReport>(
            "comparison-gains", $"What an extra pupil placed costs, against {_runs[0].Run}",
            $"From the rounded amounts above; revenue is high needs block and transport. {OverYears}")
        .Words("run", "Run", run => run.Run)
        .With("extra_placed", "Extra placed", Unit.PupilYears, run => Cell(Extra(run)))
        .With("extra_revenue", "Extra revenue", Unit.PoundsMillion, run => Million(ExtraRevenue(run)))
        .With("extra_capital", "Extra capital", Unit.PoundsMillion, run => new NumberCell((Capital(run) - Capital(_runs[0])) / 1_000_000, 2))
        .With("revenue_per_extra", "Revenue each", Unit.Pounds, run => Each(run, ExtraRevenue(run)))
        .With("capital_per_extra", "Capital each", Unit.Pounds, run => Each(run, Capital(run) - Capital(_runs[0])))
        .Of(_runs.Skip(1).Where(run => run.Case.Horizon.AllYears.SequenceEqual(_runs[0].Case.Horizon.AllYears)));

    private long? Extra(ScenarioReport run) => Horizon(run, "placed") - Horizon(_runs[0], "placed");

    private decimal? ExtraRevenue(ScenarioReport run) => Revenue(run) - Revenue(_runs[0]);

    private decimal? Revenue(ScenarioReport run) => _money.OverHorizon(run, BudgetLine.HighNeedsBlock) + _money.OverHorizon(run, BudgetLine.Transport);

    /// <summary>To the nearest thousand pounds, and only over enough pupils.</summary>
    private Cell Each(ScenarioReport run, decimal? amount) => (Extra(run), amount) switch
    {
        (null, _) or (_, null) => SuppressedCell.Instance,
        ( < PublishedMoney.FewestForRates, _) => Tables.Cell.Nothing,
        var (extra, pounds) => new MoneyCell(new Pounds(decimal.Round(pounds.Value / extra.Value / 1_000, 0, MidpointRounding.AwayFromZero) * 1_000)),
    };

    private ReportTable Tidy()
    {
        IEnumerable<(ScenarioReport Run, RunMeasure Measure, string Period, long? Value, long? Reference)> rows =
            from measure in _measures
            from run in _runs
            from row in run.Case.Horizon.PlannedYears
                .Select(year => (Period: year.ToString(), Value: _counts[run.Run, year, measure.Key], Reference: Baseline(year, measure.Key)))
                .Append((Period: "horizon", Value: Horizon(run, measure.Key), Reference: Horizon(_runs[0], measure.Key)))
            select (run, measure.Measure, row.Period, row.Value, row.Reference);
        return new TableOf<(ScenarioReport Run, RunMeasure Measure, string Period, long? Value, long? Reference)>("comparison", "Runs compared with the first", PublishedTables.Note)
            .Words("run", "Run", row => row.Run.Run)
            .Words("measure", "Measure", row => FieldWords.Of(row.Measure))
            .Words("unit", "Unit", row => row.Period == "horizon" ? "pupil-years" : "pupils")
            .Words("period", "Period", row => row.Period)
            .With("value", "Value", Unit.AsStated, row => Cell(row.Value))
            .With("difference", "Difference", Unit.AsStated, row => Cell(row.Value - row.Reference))
            .Of(rows);
    }

    private long? Baseline(AcademicYear year, string key) => _runs[0].Case.Horizon.IsPlanned(year) ? _counts[_runs[0].Run, year, key] : null;
}
