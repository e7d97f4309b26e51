using System.CommandLine;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Reporting.Csv;
using PlaceSufficiency.Reporting.Returns;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Xlsx;
using PlaceSufficiency.Scenarios.Returns;
using PlaceSufficiency.Storage.Returns;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>returns</c>: makes the tables that a department asks for, from a finished run.</summary>
internal static class ReturnsCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string?> run = new("run") { Description = "Folder of a finished run, or a scenario file whose results exist.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> kind = new("--kind") { Description = $"The return: {string.Join(" or ", ReturnLayouts.Known)}.", HelpName = "name", DefaultValueFactory = _ => "scap" };
        Option<string?> layout = new("--layout") { Description = "A layout of your own, next year's for example; --print-layout shows the form.", HelpName = "file" };
        Option<bool> print = new("--print-layout") { Description = "Print the layout that comes with the program, and do nothing else." };
        Option<string?> areas = new("--planning-areas") { Description = "A table of which planning area each home area is in: area_id, primary, secondary. Left out, the whole authority is one.", HelpName = "file" };
        Option<string[]> nonMaintained = new("--non-maintained") { Description = "Id of a provision that is a non-maintained special school: counted with special schools. Once for each.", HelpName = "provision" };
        Option<string> folder = new("--out") { Description = "Folder for the return.", DefaultValueFactory = _ => ".", HelpName = "folder" };
        Option<string> results = new("--results") { Description = "Folder that holds the results of scenario files.", DefaultValueFactory = _ => "results", HelpName = "folder" };
        Command command = new("returns", "Make the tables that a department asks for each year, whole pupils that add up.") { run, kind, layout, print, areas, nonMaintained, folder, results };
        command.Validators.Add(result =>
        {
            if (result.GetValue(run) is null && !result.GetValue(print))
            {
                result.AddError("Name a run, or ask for --print-layout.");
            }
        });
        command.SetAction((parsed, _) => Task.FromResult(parsed.GetValue(print)
            ? Print(screen, parsed.GetRequiredValue(kind))
            : Make(
                screen,
                StoredRun.Read(parsed.GetValue(run)!, new ResultFolders(parsed.GetRequiredValue(results))),
                parsed.GetValue(layout) is { } file ? ReturnLayouts.Read(file) : ReturnLayouts.Of(parsed.GetRequiredValue(kind)),
                Context(parsed.GetValue(areas), parsed.GetValue(nonMaintained) ?? []),
                Path.Combine(parsed.GetRequiredValue(folder), parsed.GetValue(layout) is { } named ? Path.GetFileNameWithoutExtension(named) : parsed.GetRequiredValue(kind)))));
        return command;
    }

    private static int Print(Screen screen, string kind)
    {
        screen.Raw(ReturnLayouts.Text(kind));
        return ExitCode.Answered;
    }

    private static ReturnContext Context(string? areas, string[] nonMaintained) => new(
        [.. nonMaintained.Select(id => new ProvisionId(id))],
        areas is null ? ReturnContext.Nothing.PlanningAreas : PlanningAreasFile.Read(areas));

    private static int Make(Screen screen, StoredRun run, ReturnLayout layout, ReturnContext context, string path)
    {
        screen.Findings([.. run.Audit.Findings.Select(finding => (run.Name, finding))], asResult: false);
        if (!run.Audit.Passed)
        {
            return ExitCode.AuditFailed;
        }

        ReturnCounts counts = ReturnCounts.Of(layout, run.Run.Loaded.Case, run.Audit.Figures, context);
        ReportTable asked = ReturnTables.AsAsked(layout, counts);
        ReportTable tidy = ReturnTables.Tidy(layout, counts);
        WholeFile.Write($"{path}.csv", CsvText.Of(asked));
        WholeFile.Write($"{path}.xlsx", stream => Workbook.Write(stream, [new WorkbookSheet("As asked", asked), new WorkbookSheet("Tidy", tidy)], ReturnTables.Notice));
        TableView.Show(screen, asked);
        screen.Unbroken($"Written: {path.Replace('\\', '/')}.csv and .xlsx. {ReturnTables.Notice}");
        bool hasIndependent = run.Run.Loaded.Case.Provisions.Any(provision => provision.Kind == ProvisionKind.Inmss);
        if (hasIndependent && context.NonMaintained.IsEmpty)
        {
            screen.Aside("No school was named as non-maintained, so all of the kind INMSS are counted as independent: see --non-maintained.");
        }

        return ExitCode.Answered;
    }
}
