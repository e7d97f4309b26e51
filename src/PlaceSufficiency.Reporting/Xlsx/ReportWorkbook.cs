using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Xlsx;

/// <summary>
/// A report as a workbook: an index, the runs, their comparison, each table with all runs in one sheet (a column says which), what the runs
/// state differently, and every assumption.
/// </summary>
public static class ReportWorkbook
{
    /// <summary>What a working workbook says on every page.</summary>
    public const string WorkingNotice = "Working copy: not for publication. Small numbers are not suppressed.";

    /// <summary>The sheets of a report for those who plan.</summary>
    public static IReadOnlyList<WorkbookSheet> Of(ReportModel model)
    {
        IReadOnlyList<ReportTable> comparison = model.Comparison is { } compared ? [.. ComparisonTables.Of(compared), ComparisonTables.Tidy(compared)] : [];
        return Sheets(model, WorkingNotice, comparison, [.. model.Runs.Select(run => (run.Run, run.Answer, ReportTables.Of(run)))], _ => true);
    }

    /// <summary>The sheets of a report for everybody.</summary>
    /// <param name="model">The report; of it, only what is no count of pupils is shown.</param>
    /// <param name="publication">Its figures, as far as they may be published.</param>
    public static IReadOnlyList<WorkbookSheet> Of(ReportModel model, Publication publication) => Sheets(
        model, publication.Notice, publication.Comparison, [.. publication.Runs.Select(run => (run.Run, run.Answer, run.Tables))], AssumptionSheets.IsPublic);

    private static List<WorkbookSheet> Sheets(
        ReportModel model, string notice, IReadOnlyList<ReportTable> comparison, (string Run, string Answer, IReadOnlyList<ReportTable> Tables)[] runs,
        Func<CaseStatement, bool> shows)
    {
        List<WorkbookSheet> sheets =
        [
            new("Runs", RunSheet(model, [.. runs.Select(run => run.Answer)])),
            .. comparison.Select(table => new WorkbookSheet(NameOf(table), table)),
            .. runs[0].Tables.Select(table => table.Key).Select(key => Together(key, runs)),
        ];
        if (model.Runs.Count > 1)
        {
            sheets.Add(new WorkbookSheet("Differences", AssumptionSheets.Differences(model.Runs, shows)));
        }

        sheets.Add(new WorkbookSheet("Assumptions", AssumptionSheets.All(model.Runs[0], shows)));
        return [new WorkbookSheet("Index", Index(notice, sheets)), .. sheets];
    }

    private static string NameOf(ReportTable table) =>
        Words.FieldWords.AtStart(table.Key.Replace('-', ' ')).Replace("Inmss", "INMSS", StringComparison.Ordinal).Replace("inmss", "INMSS", StringComparison.Ordinal);

    /// <summary>The table of that key of every run, one below the other.</summary>
    private static WorkbookSheet Together(string key, (string Run, string Answer, IReadOnlyList<ReportTable> Tables)[] runs)
    {
        (string Run, ReportTable Table)[] tables = [.. runs.Select(run => (run.Run, run.Tables.Single(table => table.Key == key)))];
        ReportTable first = tables[0].Table;
        return new WorkbookSheet(NameOf(first), first with
        {
            Columns = [new Column("run", "Run", Unit.None), .. first.Columns],
            Rows = [.. tables.SelectMany(pair => pair.Table.Rows.Select(row => (IReadOnlyList<Cell>)[new TextCell(pair.Run), .. row]))],
        });
    }

    private static ReportTable RunSheet(ReportModel model, string[] answers) => new TableOf<(int Index, ScenarioReport Run)>("runs", "The runs, the baseline first", "The fingerprint names the exact input.")
        .Words("run", "Run", row => row.Run.Run)
        .Words("scenario", "Scenario", row => row.Run.Case.Name)
        .Words("authority", "Authority", row => row.Run.Case.Authority)
        .Words("question", "Question", row => row.Run.Case.Question)
        .Words("answer", "Answer", row => answers[row.Index])
        .Words("base_year", "Base year", row => row.Run.Case.Horizon.BaseYear.ToString())
        .Words("last_year", "Last year", row => row.Run.Case.Horizon.LastYear.ToString())
        .Words("audit", "Audit", row => row.Run.Audit.Passed ? "passed" : "failed: do not use the figures")
        .With("gap", "Largest gap", Unit.Percent, row => new NumberCell(model.Purpose == ReportPurpose.Publication ? PublishedGap.AtMost(row.Run.Audit.Tiers) : (decimal)row.Run.Audit.Tiers.Select(Gap).DefaultIfEmpty(0).Max(), 4))
        .Words("version", "Version of the program", row => row.Run.Trail.ToolVersion)
        .Words("fingerprint", "Fingerprint of the input", row => row.Run.Fingerprint)
        .With("made", "Made on", Unit.None, _ => model.Made is { } day ? new DateCell(day) : Cell.Nothing)
        .Of(model.Runs.Index());

    private static double Gap(TierResult tier) => double.Round(tier.Gap * 100, 4, MidpointRounding.AwayFromZero);

    private static ReportTable Index(string notice, IReadOnlyList<WorkbookSheet> sheets) => new TableOf<(string Sheet, string Holds, int? Rows, string Note)>("index", "Index")
        .Words("sheet", "Sheet", row => row.Sheet)
        .Words("holds", "What it holds", row => row.Holds)
        .With("rows", "Rows", Unit.AsStated, row => row.Rows is { } rows ? new CountCell(rows) : Cell.Nothing)
        .Words("note", "What to know", row => row.Note)
        .Of([(string.Empty, notice, null, string.Empty), .. sheets.Select(sheet => (sheet.Name, sheet.Table.Title, (int?)sheet.Table.Rows.Count, sheet.Table.Note))]);
}
