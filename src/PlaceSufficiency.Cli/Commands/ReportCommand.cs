using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Reporting;
using PlaceSufficiency.Reporting.Html;

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
        Option<string> folder = new("--out") { Description = "Folder for the report.", DefaultValueFactory = _ => ".", HelpName = "folder" };
        Option<string> results = new("--results") { Description = "Folder that holds the results of scenario files.", DefaultValueFactory = _ => "results", HelpName = "folder" };
        Option<string?> baseline = new("--baseline") { Description = "Name of the run that others are compared with; left out, do-nothing or the first.", HelpName = "name" };
        Option<LocalDate?> made = Date();
        Command command = new("report", "Make one report of finished runs: a page to read, compare and print.") { runs, html, folder, results, baseline, made };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(html))
            {
                result.AddError("Say what to make: --html.");
            }
        });
        command.SetAction((parsed, cancellation) => Task.FromResult(Report(
            screen,
            StoredRuns.Read(parsed.GetRequiredValue(runs), parsed.GetValue(baseline), new ResultFolders(parsed.GetRequiredValue(results)), cancellation),
            parsed.GetRequiredValue(folder),
            parsed.GetValue(made) ?? Today())));
        return command;
    }

    private static int Report(Screen screen, IReadOnlyList<StoredRun> runs, string folder, LocalDate made)
    {
        screen.Findings([.. runs.SelectMany(run => run.Audit.Findings.Select(finding => (run.Name, finding)))], asResult: false);
        if (runs.Any(run => !run.Audit.Passed))
        {
            return ExitCode.AuditFailed;
        }

        ReportModel model = new([.. runs.Select(run => run.Report)], ReportPurpose.WorkingCopy, made);
        string path = WholeFile.Write(Path.Combine(folder, "report.html"), ReportPage.Of(model));
        screen.Unbroken($"Written: {path.Replace('\\', '/')} ({new FileInfo(path).Length / 1e6:0.0} MB, {runs.Count} {(runs.Count == 1 ? "run" : "runs")})");
        return ExitCode.Answered;
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
}
