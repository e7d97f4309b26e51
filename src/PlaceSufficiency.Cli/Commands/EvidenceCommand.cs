using System.CommandLine;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Reporting;
using PlaceSufficiency.Reporting.Csv;
using PlaceSufficiency.Reporting.Evidence;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Xlsx;
using PlaceSufficiency.Scenarios.Counterfactual;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>evidence</c>: what specialist bases could not meet, were they offered instead of the special places that a scenario wants.</summary>
internal static class EvidenceCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string> run = new("run") { Description = "Folder of a finished run that opens special places, or a scenario file whose results exist." };
        Option<int> size = Arguments.BaseSize();
        Option<int?> limit = Arguments.TimeLimit();
        Option<string> folder = new("--out") { Description = "Folder for the evidence.", DefaultValueFactory = _ => ".", HelpName = "folder" };
        Option<string> results = new("--results") { Description = "Folder that holds the results of scenario files.", DefaultValueFactory = _ => "results", HelpName = "folder" };
        Command command = new("evidence", "Offer specialist bases instead of a run's special places, solve that too, and say what bases cannot meet.") { run, size, limit, folder, results };
        command.SetAction((parsed, cancellation) => Task.FromResult(Make(
            screen,
            StoredRun.Read(parsed.GetRequiredValue(run), new ResultFolders(parsed.GetRequiredValue(results))),
            parsed.GetValue(size),
            parsed.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            parsed.GetRequiredValue(folder),
            cancellation)));
        return command;
    }

    private static int Make(Screen screen, StoredRun special, int size, TimeSpan? limit, string folder, CancellationToken cancellation)
    {
        screen.Findings([.. special.Audit.Findings.Select(finding => (special.Name, finding))], asResult: false);
        if (!special.Audit.Passed)
        {
            return ExitCode.AuditFailed;
        }

        OfferedBases offered = OfferedBases.Of(special.Run.Loaded.Case, size);
        ReadCase read = new(new ScenarioPath($"{special.Name}-bases-instead.yaml"), special.Run.Loaded with { Case = offered.Case }, special.Run.Demand);
        switch (RunBatch.Of([read], new RunAsk(limit), 1, screen, cancellation)[0])
        {
            case AuditedRun bases:
                Write(screen, special.Report, bases.Report, offered, folder);
                return ExitCode.Answered;
            case FailedAudit failed:
                screen.Findings([.. failed.Findings.Select(finding => (read.Path.Name, finding))], asResult: false);
                return ExitCode.AuditFailed;
            case var unsolved:
                screen.Aside($"{read.Path.Name}: no solution. {(unsolved as Unsolved)?.Reason}");
                return ExitCode.NoSolution;
        }
    }

    private static void Write(Screen screen, ScenarioReport special, ScenarioReport bases, OfferedBases offered, string folder)
    {
        IReadOnlyList<UnmetNeed> needs = UnmetNeed.Between(special.Case, special.Audit.Figures, offered, bases.Audit.Figures);
        ReportTable table = EvidenceTables.Of(special, needs);
        ReportTable offeredTable = EvidenceTables.OfBases(offered);
        WholeFile.Write(Path.Combine(folder, "evidence.html"), EvidencePage.Of(special, bases, offered, needs));
        WholeFile.Write(Path.Combine(folder, "evidence.csv"), CsvText.Of(table));
        WholeFile.Write(
            Path.Combine(folder, "evidence.xlsx"),
            stream => Workbook.Write(stream, [new WorkbookSheet("Cannot meet", table), new WorkbookSheet("Offered bases", offeredTable)], ReportWorkbook.WorkingNotice));
        TableView.Show(screen, table);
        foreach (string sentence in EvidencePage.Words(special, bases, offered, needs))
        {
            screen.Line(sentence);
            screen.Line();
        }

        screen.Unbroken($"Written: evidence.html, evidence.csv and evidence.xlsx in {folder.Replace('\\', '/')}/");
    }
}
