using System.CommandLine;
using PlaceSufficiency.Cli.Archives;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Storage.Archive;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>chance</c>: how likely a shortfall is.</summary>
internal static class ChanceCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        (Argument<string> batch, Option<string> location, Option<string?> to) = (Arguments.Batch(), Arguments.Archive(), Arguments.TablesTo());
        Option<string?> year = new("--year") { Description = "Academic year to print, 2027/28 for example; left out, the last. Files hold all.", HelpName = "year" };
        Command command = new("chance", "Say how likely a shortfall is in each phase, need and provision, how many places keep it away, and what costs spread to.") { batch, location, year, to };
        command.SetAction((parsed, _) =>
        {
            using IRunArchive archive = ArchiveLocation.Open(parsed.GetRequiredValue(location), create: false);
            BatchFutures futures = new(archive, ArchiveSelection.Batch(archive, parsed.GetRequiredValue(batch)));
            ChanceRow[] needs = [.. futures.Needs()];
            ChanceRow[] provisions = [.. futures.Provisions()];
            ReportTable money = ChanceTables.OfMoney(futures.Money());
            string shown = parsed.GetValue(year) ?? needs.Max(row => row.Year) ?? string.Empty;
            TableView.Show(screen, ChanceTables.OfNeeds(needs.Where(row => row.Year == shown && row.Chance.Probability > 0)));
            TableView.Show(screen, ChanceTables.OfProvisions(provisions.Where(row => row.Year == shown && row.Chance.Probability > 0)));
            TableView.Show(screen, money);
            TableFiles.Write(screen, parsed.GetValue(to), [ChanceTables.OfNeeds(needs), ChanceTables.OfProvisions(provisions), money]);
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }
}
