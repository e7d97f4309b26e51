using System.CommandLine;
using PlaceSufficiency.Cli.Archives;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Time;
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
        Option<string?> year = new("--year") { Description = "Academic year to print, 2027/28 or 2027 for example; left out, the last. Files hold all.", HelpName = "year" };
        Command command = new("chance", "Say how likely a shortfall is in each phase, need and provision, how many places keep it away, and what costs spread to.") { batch, location, year, to };
        command.SetAction((parsed, _) =>
        {
            using IRunArchive archive = ArchiveLocation.Open(parsed.GetRequiredValue(location), create: false);
            BatchFutures futures = new(archive, ArchiveSelection.Batch(archive, parsed.GetRequiredValue(batch)));
            ChanceRow[] needs = [.. futures.Needs()];
            ChanceRow[] provisions = [.. futures.Provisions()];
            ReportTable money = ChanceTables.OfMoney(futures.Money());
            string shown = Shown(parsed.GetValue(year), [.. needs.Concat(provisions).Select(row => row.Year).Distinct().Order(StringComparer.Ordinal)]);
            TableView.Show(screen, ChanceTables.OfNeeds(needs.Where(row => row.Year == shown && row.Chance.Probability > 0)));
            TableView.Show(screen, ChanceTables.OfProvisions(provisions.Where(row => row.Year == shown && row.Chance.Probability > 0)));
            TableView.Show(screen, money);
            TableFiles.Write(screen, parsed.GetValue(to), [ChanceTables.OfNeeds(needs), ChanceTables.OfProvisions(provisions), money]);
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    /// <summary>The year to print. A year that is not planned is refused: a table without rows would read as no shortfall.</summary>
    private static string Shown(string? said, string[] planned)
    {
        if (said is null)
        {
            return planned.LastOrDefault(string.Empty);
        }

        return AcademicYear.TryParseOrStart(said, out AcademicYear year) && planned.Contains($"{year}") ? $"{year}" : throw new FindingsException(
            [Finding.Error("year-outside-horizon", "The batch does not plan this year.", key: "--year", value: said, maybe: $"one of {string.Join(", ", planned)} was meant.")]);
    }
}
