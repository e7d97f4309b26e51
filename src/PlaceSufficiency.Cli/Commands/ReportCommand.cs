using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using PlaceSufficiency.Cli.Archives;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Reporting;
using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Html;
using PlaceSufficiency.Reporting.Xlsx;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>report</c>: makes what planners hand on from finished runs.</summary>
internal static class ReportCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string[]> runs = new("runs")
        {
            Description = "Folders of finished runs, folders that hold several, or scenario files whose results exist.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<bool> html = new("--html") { Description = "Write report.html: one page that opens anywhere, with charts, map and tables." };
        Option<bool> xlsx = new("--xlsx") { Description = "Write report.xlsx: a workbook with every table, all runs in one sheet each." };
        Option<bool> publish = new("--publish") { Description = "Withhold small counts of pupils, and what gives them away, so that it may be published." };
        Option<int> threshold = Threshold();
        Option<string> folder = new("--out") { Description = "Folder for the report.", DefaultValueFactory = _ => ".", HelpName = "folder" };
        Option<string> results = new("--results") { Description = "Folder that holds the results of scenario files.", DefaultValueFactory = _ => "results", HelpName = "folder" };
        Option<int?> paths = Paths();
        Option<long> seed = Arguments.Seed();
        Option<string?> batch = new("--batch") { Description = "A finished batch, by name or id, to show beside the runs: its trade-off, the chance of shortfall and what costs spread to.", HelpName = "name" };
        Option<string> archive = Arguments.Archive();
        Option<string?> baseline = new("--baseline") { Description = "Name of the run that others are compared with; left out, do-nothing or the first.", HelpName = "name" };
        Option<LocalDate?> made = Date();
        Command command = new("report", "Make one report of finished runs: a page to read, compare and print, a workbook to work in.")
        {
            runs, html, xlsx, publish, threshold, folder, results, baseline, made, paths, seed, batch, archive,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(html) && !result.GetValue(xlsx))
            {
                result.AddError("Say what to make: --html, --xlsx or both.");
            }

            if (result.GetValue(publish) && (result.GetValue(batch) is not null || result.GetValue(paths) is not null))
            {
                result.AddError("What many futures say is for working copies: --publish goes without --batch and --paths.");
            }
        });
        command.SetAction((parsed, cancellation) => Task.FromResult(Report(
            screen,
            StoredRuns.Read(parsed.GetRequiredValue(runs), parsed.GetValue(baseline), new ResultFolders(parsed.GetRequiredValue(results)), cancellation),
            parsed.GetRequiredValue(folder),
            parsed.GetValue(made) ?? Today(),
            new Wanted(parsed.GetValue(html), parsed.GetValue(xlsx), parsed.GetValue(publish) ? new DisclosureRule(parsed.GetValue(threshold)) : null)
            {
                Fan = parsed.GetValue(paths) is { } number ? planningCase => RunFan.Of(planningCase, number, parsed.GetRequiredValue(seed), cancellation) : null,
                Batch = parsed.GetValue(batch) is { } name ? BatchOf(name, parsed.GetRequiredValue(archive)) : null,
            })));
        return command;
    }

    private static int Report(Screen screen, IReadOnlyList<StoredRun> runs, string folder, LocalDate made, Wanted wanted)
    {
        screen.Findings([.. runs.SelectMany(run => run.Audit.Findings.Select(finding => (run.Name, finding)))], asResult: false);
        if (runs.Any(run => !run.Audit.Passed))
        {
            return ExitCode.AuditFailed;
        }

        ReportModel model = new([.. runs.Select(run => run.Report with { Fan = wanted.Fan?.Invoke(run.Report.Case) })], wanted.Rule is null ? ReportPurpose.WorkingCopy : ReportPurpose.Publication, made) { Batch = wanted.Batch };
        string of = $"{runs.Count} {(runs.Count == 1 ? "run" : "runs")}";
        Publication? publication = wanted.Rule is { } rule ? Publication.Of(model, rule) : null;
        if (wanted.Html)
        {
            Written(screen, WholeFile.Write(Path.Combine(folder, "report.html"), publication is null ? ReportPage.Of(model) : ReportPage.Of(model, publication)), of);
        }

        if (wanted.Xlsx)
        {
            Written(screen, WholeFile.Write(Path.Combine(folder, "report.xlsx"), stream => Write(stream, model, publication)), of);
        }

        if (publication is not null)
        {
            screen.Line($"Withheld: {publication.Small} figures below {publication.Rule.Threshold}, and {publication.ForTheirSake} more so that those cannot be worked out.");
            screen.Aside("Publish all runs that are to be public in one report: another report of the same runs, with others beside them, may show what this one withholds.");
        }

        return ExitCode.Answered;
    }

    private static void Write(Stream stream, ReportModel model, Publication? publication) => Workbook.Write(
        stream,
        publication is null ? ReportWorkbook.Of(model) : ReportWorkbook.Of(model, publication),
        publication?.Notice ?? ReportWorkbook.WorkingNotice);

    private static void Written(Screen screen, string path, string of) =>
        screen.Unbroken($"Written: {path.Replace('\\', '/')} ({new FileInfo(path).Length / 1e6:0.00} MB, {of})");

    private static Option<int> Threshold()
    {
        Option<int> option = new("--threshold")
        {
            Description = "With --publish: counts of pupils from 1 to below it are withheld.",
            DefaultValueFactory = _ => new DisclosureRule().Threshold,
            HelpName = "number",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } text }] && int.TryParse(text, out int number) && number < 2)
            {
                result.AddError("--threshold must be at least 2.");
            }
        });
        return option;
    }

    private static BatchReport BatchOf(string name, string location)
    {
        using IRunArchive archive = ArchiveLocation.Open(location, create: false);
        BatchRecord batch = ArchiveSelection.Batch(archive, name);
        BatchFutures futures = new(archive, batch);
        return new BatchReport(batch.Name, [.. futures.Needs()], [.. futures.Provisions()], [.. futures.Money()], [.. futures.Outcomes()]);
    }

    private static Option<int?> Paths()
    {
        Option<int?> option = new("--paths")
        {
            Description = "Draw so many futures of the demand of each run and show on the page how far they spread; left out, none.",
            HelpName = "number",
        };
        option.Validators.Add(Arguments.AtLeastOne);
        return option;
    }

    private static Option<LocalDate?> Date() => new("--date")
    {
        Description = "Date that the report bears, as 2026-03-31; left out, today.",
        HelpName = "date",
        CustomParser = result =>
        {
            ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(result.Tokens[0].Value);
            if (!parsed.Success)
            {
                result.AddError($"'{result.Tokens[0].Value}' is not a date such as 2026-03-31.");
            }

            return parsed.Success ? parsed.Value : null;
        },
    };

#pragma warning disable RS0030 // The command line is where the clock is read.
    private static LocalDate Today() => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;
#pragma warning restore RS0030

    /// <summary>What is to be made.</summary>
    /// <param name="Html">The page.</param>
    /// <param name="Xlsx">The workbook.</param>
    /// <param name="Rule">What may be published; null for a working copy.</param>
    private sealed record Wanted(bool Html, bool Xlsx, DisclosureRule? Rule)
    {
        /// <summary>Draws the futures of a case; null where none are wanted.</summary>
        internal Func<PlanningCase, DemandFan>? Fan { get; init; }

        /// <summary>What a batch says; null where none is named.</summary>
        internal BatchReport? Batch { get; init; }
    }
}
