using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Learning;
using PlaceSufficiency.Storage.Records;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>learn</c>: learns how demand moves on from records of children, says how well that would have foretold them, and writes the tables of a case.</summary>
internal static class LearnCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string?> transitions = new("transitions") { Description = "CSV of transitions: one row a child a year, NONSEND where it has no plan.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> sen2 = new("--sen2") { Description = "Folder of a SEN2 person-level extract instead: person, requests, assessment, namedplan, activeplans, placementdetail and senneed, each .csv.", HelpName = "folder" };
        Option<int?> first = new("--first-census") { Description = "January from which on the extract holds every plan, ceased ones too; needed with --sen2.", HelpName = "year" };
        Option<int?> last = new("--last-census") { Description = "Last January of the extract; needed with --sen2.", HelpName = "year" };
        Option<string?> population = File("--population", "CSV of residents by calendar-year and academic-year; left out, joiners follow their own numbers.");
        Option<string?> valid = File("--valid-states", "CSV of settings with the year groups and needs each takes, as it goes with transitions; a setting or need that it does not have is refused.");
        Option<string?> codes = File("--codes", "CSV of what the records' codes mean: kind (need or setting), code, meaning.");
        Option<string?> folder = new("--case") { Description = "Case folder; joiners, leavers and levels in its tables/ are written, and replaced where they exist.", HelpName = "folder" };
        Option<bool> backtest = new("--backtest") { Description = "Forecast every January of the records from every one before it, beside what happened." };
        Option<int> paths = Arguments.Paths();
        Option<long> seed = Arguments.Seed();
        Option<int> threads = Arguments.Threads();
        PublishedOptions published = new();
        Option<string?> authority = new("--authority") { Description = "Code or name of the records' authority in --caseload: thin cells borrow from its published tables, its region and England instead of England alone.", HelpName = "authority" };
        Command command = new("learn", "Learn rates of joining, leaving and levels from records of children.") { transitions, sen2, first, last, population, valid, codes, folder, backtest, authority, paths, seed, threads };
        published.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Learn(
            screen,
            Read(parsed.GetValue(transitions), parsed.GetValue(sen2), parsed.GetValue(first), parsed.GetValue(last), parsed.GetValue(population), parsed.GetValue(valid), CodesOf(parsed.GetValue(codes))),
            CodesOf(parsed.GetValue(codes)),
            Borrowed(parsed, published, authority),
            parsed.GetValue(folder),
            parsed.GetValue(backtest) ? new PathsAsked(parsed.GetRequiredValue(seed), parsed.GetRequiredValue(paths), parsed.GetRequiredValue(threads)) : null,
            cancellation)));
        return command;
    }

    private sealed record PathsAsked(long Seed, int Paths, int Threads);

    private static RecordCodes? CodesOf(string? file) => file is null ? null : CodesFile.Read(file);

    private static RecordReading Read(string? transitions, string? sen2, int? first, int? last, string? population, string? valid, RecordCodes? codes)
    {
        if (transitions is not null && sen2 is null)
        {
            return ValidStatesFile.Checked(TransitionsFile.Read(transitions, population), valid);
        }

        if (transitions is not null || sen2 is null || first is not (> 1990 and < 2150) || last is not (> 1990 and < 2150))
        {
            throw new FindingsException([Finding.Error(
                "records-not-named", "Records are either a file of transitions, or --sen2 with --first-census and --last-census as years.", maybe: "'learn --sen2 extract --first-census 2023 --last-census 2025' was meant.")]);
        }

        return Sen2Folder.Read(sen2, AcademicYear.OfCensus(first.Value), AcademicYear.OfCensus(last.Value), codes ?? CodesFile.Own, RandomNumberGenerator.GetBytes(32));
    }

    private static BorrowedRates? Borrowed(ParseResult parsed, PublishedOptions published, Option<string?> authority)
    {
        if (parsed.GetValue(published.Caseload) is null != parsed.GetValue(authority) is null)
        {
            throw new FindingsException([Finding.Error("borrowed-not-named", "Published tables to borrow from are named by --caseload and --authority together.")]);
        }

        if (parsed.GetValue(authority) is not { } word)
        {
            return null;
        }

        PublishedSeries series = published.Read(parsed).Series;
        return BorrowedRates.Of(series, AuthorityChoice.Of(series, series.Authorities.Select(place => place.Code), [word]).Codes.Order(StringComparer.Ordinal).First());
    }

    private static int Learn(Screen screen, RecordReading reading, RecordCodes? codes, BorrowedRates? borrowed, string? folder, PathsAsked? backtest, CancellationToken cancellation)
    {
        PlanRecords records = reading.Records;
        foreach (RowReconciliation rows in records.Reconciliations)
        {
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{rows.File}: {rows.RowsRead:#,0} rows read = {rows.RowsUsed:#,0} used{string.Concat(rows.SetAside.Select(aside => $" + {aside.Rows:#,0} set aside ({aside.Reason})"))}."));
        }

        RecordCodes meanings = codes ?? (folder is null ? RecordCodes.Pooled(records) : CodesFile.Own);
        screen.Findings([.. reading.Findings.Concat(RecordChecks.Of(records, meanings)).Select(finding => (string.Empty, finding))], asResult: false);
        DemandAssumptions demand = LearnedDemand.Of(records, meanings, borrowed);
        Years(screen, records);
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"As of {records.LastStock}: {demand.Joiners.Values.Sum():#,0.0} joiners a year."));
        if (backtest is not null)
        {
            Folds(screen, RecordBacktest.Of(records, backtest.Seed, backtest.Paths, backtest.Threads, cancellation));
        }

        if (folder is not null)
        {
            LearnedTableWriter.Write(Path.Combine(folder, "tables"), records, demand);
            screen.Unbroken($"Written: {string.Join(", ", LearnedTableWriter.Files)} in {Path.Combine(folder, "tables").Replace('\\', '/')}/. In base.yaml:");
            screen.Raw(LearnedTableWriter.Settings(demand));
        }

        return ExitCode.Answered;
    }

    private static void Years(Screen screen, PlanRecords records)
    {
        screen.Line("Year     Start  Joined  Left    End  Unexplained");
        foreach (AcademicYear year in records.Years)
        {
            PlanYear[] rows = [.. records.Rows.Where(row => row.Year == year)];
            screen.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{year}  {rows.Count(row => row.Before is not null),5}  {rows.Count(row => row.Before is null),6}  {rows.Count(row => row.After is null),4}  {rows.Count(row => row.After is not null),5}  {records.Residuals.GetValueOrDefault(year),11}"));
        }
    }

    private static void Folds(Screen screen, IReadOnlyList<RecordFold> folds)
    {
        screen.Line("From     To       Ahead  Actual  Mean   95% interval   Error  Naive error");
        foreach (RecordFold fold in folds)
        {
            screen.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{fold.Origin}  {fold.Year}  {fold.Ahead,5}  {fold.Actual,6}  {fold.Mean,5:0}  {fold.Low,5:0} to {fold.High,5:0}  {fold.Error,6:0.0%}  {(fold.Naive - fold.Actual) / fold.Actual,11:0.0%}{(fold.Covers ? string.Empty : "  outside")}"));
        }

        screen.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"Mean absolute error {folds.Average(fold => Math.Abs(fold.Error)):0.00%}, naive growth {folds.Average(fold => Math.Abs(fold.Naive - fold.Actual) / fold.Actual):0.00%}; {folds.Count(fold => fold.Covers)} of {folds.Count} inside, mean width {folds.Average(fold => fold.High - fold.Low):0}."));
    }

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "file" };
}
