using System.CommandLine;
using PlaceSufficiency.Cli.Archives;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Tables;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>archive</c>: looks into an archive of runs and takes care of it.</summary>
internal static class ArchiveCommand
{
    /// <summary>The command and those below it.</summary>
    internal static Command Of(Screen screen) => new("archive", "List, show, compare, export, query, check, audit and prune archived runs.")
    {
        List(screen),
        Show(screen),
        Compare(screen),
        Export(screen),
        Query(screen),
        Verify(screen),
        ArchiveAudit.Of(screen),
        Prune(screen),
        Migrate(screen),
    };

    private static Command List(Screen screen)
    {
        (Option<string?> batch, Option<string?> scenario) = (Batch(), Scenario());
        return With("list", "List runs, one a line.", [batch, scenario], (archive, parsed, _) =>
            ArchiveView.List(screen, ArchiveSelection.Runs(archive, parsed.GetValue(batch), parsed.GetValue(scenario))));
    }

    private static Command Show(Screen screen)
    {
        Argument<string> run = Run("run");
        return With("show", "Show a run: how it came about, and its years.", [run], (archive, parsed, _) =>
        {
            RunManifest found = ArchiveSelection.Run(archive, parsed.GetRequiredValue(run));
            ArchiveView.Show(screen, found, archive.Read(found.Id, SummaryTables.Years));
        });
    }

    private static Command Compare(Screen screen)
    {
        (Argument<string> first, Argument<string> second) = (Run("first"), Run("second"));
        return With("compare", "Say how two runs came about differently and what figures differ.", [first, second], (archive, parsed, _) => ArchiveView.Compare(
            screen, archive, ArchiveSelection.Run(archive, parsed.GetRequiredValue(first)), ArchiveSelection.Run(archive, parsed.GetRequiredValue(second))));
    }

    private static Command Export(Screen screen)
    {
        Argument<string> table = new("table") { Description = $"One of {string.Join(", ", RunTables.All.Select(known => known.Name))}." };
        Option<string> to = new("--to") { Description = "File to write, ending in .csv or .parquet.", HelpName = "file", Required = true };
        Option<string?> run = new("--run") { Description = "Only this run.", HelpName = "run" };
        (Option<string?> batch, Option<string?> scenario) = (Batch(), Scenario());
        return With("export", "Write a table of one, some or all runs to CSV or Parquet.", [table, to, run, batch, scenario], (archive, parsed, _) =>
        {
            RunTable known = RunTables.Named(parsed.GetRequiredValue(table)) ?? throw Wrong("unknown-table", "An archive has no such table.", parsed.GetRequiredValue(table), NearMiss.Sentence(parsed.GetRequiredValue(table), RunTables.All.Select(each => each.Name)));
            string path = parsed.GetRequiredValue(to);
            if (Path.GetExtension(path).ToUpperInvariant() is not (".CSV" or ".PARQUET"))
            {
                throw Wrong("unknown-format", "Tables are exported to files that end in .csv or .parquet.", path, null);
            }

            IReadOnlyList<RunManifest> runs = parsed.GetValue(run) is { } only ? [ArchiveSelection.Run(archive, only)] : ArchiveSelection.Runs(archive, parsed.GetValue(batch), parsed.GetValue(scenario));
            long rows = TableExport.Write(archive, runs, known, path);
            screen.Unbroken($"{rows:#,##0} rows of {runs.Count:#,##0} runs written to {path}");
        });
    }

    private static Command Query(Screen screen)
    {
        Argument<string> sql = new("sql") { Description = "A query over runs and the tables of all runs, whose column run says which." };
        return With("query", "Answer a query in SQL over all runs.", [sql], (archive, parsed, _) => ArchiveView.Show(screen, archive.Query(parsed.GetRequiredValue(sql))));
    }

    private static Command Verify(Screen screen)
    {
        Option<string> location = Arguments.Archive();
        Command command = new("verify", "Read everything and say what is not as it was written.") { location };
        command.SetAction((parsed, cancellation) =>
        {
            using IRunArchive archive = ArchiveLocation.Open(parsed.GetRequiredValue(location), create: false);
            int runs = 0;
            IReadOnlyList<Finding> findings = ArchiveChecks.Of(archive, count => runs = count, cancellation);
            screen.Findings([.. findings.Select(finding => (string.Empty, finding))], asResult: true);
            Finding[] errors = [.. findings.Where(finding => finding.Severity == Severity.Error)];
            screen.Line($"{runs:#,##0} runs read: " + (
                errors.Length == 0 ? "all are as they were written."
                : errors.All(finding => finding.Code == ArchiveChecks.OlderLayout) ? "those of an older layout could not be."
                : "the archive is damaged."));
            return Task.FromResult(errors.Length > 0 ? ExitCode.BadInput : ExitCode.Answered);
        });
        return command;
    }

    private static Command Prune(Screen screen)
    {
        Option<string?> batch = Batch();
        Option<bool> versions = new("--other-versions") { Description = "Remove runs that another version of the program made." };
        Option<bool> dry = new("--dry-run") { Description = "Say what would be removed, and remove nothing." };
        return With("prune", "Remove runs, and what killed processes left. Runs that another batch needs stay.", [batch, versions, dry], (archive, parsed, _) =>
        {
            BatchRecord? removed = parsed.GetValue(batch) is { } name ? ArchiveSelection.Batch(archive, name) : null;
            bool others = parsed.GetValue(versions);
            BatchRecord[] staying = [.. archive.Batches().Where(record => record.Id != removed?.Id && !(others && record.Runs.All(run => run.Identity.Version != BuildIdentity.Text)))];
            string[] batches = removed is null && !others ? [] : [.. archive.Batches().Select(record => record.Id).Except(staying.Select(record => record.Id))];
            HashSet<string> needed = [.. staying.SelectMany(record => record.Runs).Select(run => run.Identity.Id)];
            HashSet<string> ofBatch = [.. removed?.Runs.Select(run => run.Identity.Id) ?? []];
            string[] runs = [.. archive.List().Where(run => !needed.Contains(run.Id) && (ofBatch.Contains(run.Id) || (others && run.Version != BuildIdentity.Text))).Select(run => run.Id)];
            bool isDry = parsed.GetValue(dry);
            int leftovers = archive.Leftovers(remove: !isDry).Count(finding => finding.Code == "left-behind");
            if (!isDry)
            {
                archive.Remove(runs, batches);
            }

            screen.Line($"{(isDry ? "Would be removed" : "Removed")}: {runs.Length:#,##0} runs, {batches.Length:#,##0} batches, {leftovers:#,##0} leftovers of ended processes.");
        });
    }

    private static Command Migrate(Screen screen)
    {
        Option<string> location = Arguments.Archive();
        Command command = new("migrate", "Make an archive, or bring its database forward to this program; as the database's owner.") { location };
        command.SetAction((parsed, _) =>
        {
            ArchiveLocation.Migrate(parsed.GetRequiredValue(location));
            screen.Line("The archive is as this program needs it.");
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    private static Command With(string name, string description, IReadOnlyList<Symbol> symbols, Action<IRunArchive, ParseResult, CancellationToken> action)
    {
        Option<string> location = Arguments.Archive();
        Command command = new(name, description) { location };
        foreach (Symbol symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.SetAction((parsed, cancellation) =>
        {
            using IRunArchive archive = ArchiveLocation.Open(parsed.GetRequiredValue(location), create: false);
            action(archive, parsed, cancellation);
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    private static Argument<string> Run(string name) => new(name) { Description = "A run: its id, at least the first four digits, or its name, 'strategy-338, future 7/3' for example." };

    private static Option<string?> Batch() => new("--batch") { Description = "Only runs of this batch: its name or id.", HelpName = "batch" };

    private static Option<string?> Scenario() => new("--scenario") { Description = "Only runs of this scenario.", HelpName = "scenario" };

    private static FindingsException Wrong(string code, string message, string value, string? maybe) => new([Finding.Error(code, message, value: value, maybe: maybe)]);
}
