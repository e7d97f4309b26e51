using System.CommandLine;
using System.Globalization;
using System.Text;
using PlaceSufficiency.Cli.Archives;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Reporting.Csv;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Chance;
using PlaceSufficiency.Storage.Archive;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>chance</c> and <c>robust</c>: what the runs of a batch say together.</summary>
internal static class ChanceCommands
{
    /// <summary>How likely a shortfall is.</summary>
    internal static Command Chance(Screen screen)
    {
        (Argument<string> batch, Option<string> location, Option<string?> to) = (Batch(), Arguments.Archive(), To());
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
            Write(screen, parsed.GetValue(to), [ChanceTables.OfNeeds(needs), ChanceTables.OfProvisions(provisions), money]);
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    /// <summary>Which plan is robust.</summary>
    internal static Command Robust(Screen screen)
    {
        (Argument<string> batch, Option<string> location, Option<string?> to) = (Batch(), Arguments.Archive(), To());
        Option<int> fresh = new("--fresh") { Description = "Futures, the last of the batch, on which nothing is chosen and the choice is checked.", HelpName = "number" };
        Command command = new("robust", "Choose among the plans of a batch before demand is known: best in the mean, least worst regret, checked on fresh futures.") { batch, location, fresh, to };
        command.SetAction((parsed, _) =>
        {
            using IRunArchive archive = ArchiveLocation.Open(parsed.GetRequiredValue(location), create: false);
            PlanOutcome[] outcomes = [.. new BatchFutures(archive, ArchiveSelection.Batch(archive, parsed.GetRequiredValue(batch))).Outcomes()];
            int futures = outcomes.Select(outcome => outcome.Future).Distinct().Count();
            if (parsed.GetValue(fresh) is var held && (held < 0 || held >= futures))
            {
                throw new FindingsException([Finding.Error("too-many-fresh", $"The batch has {futures} futures, and at least one must be left to choose on.", key: "--fresh", value: $"{held}")]);
            }

            RobustChoice choice = RobustChoice.Of(outcomes, held);
            ReportTable sample = ChanceTables.OfPlans("plans-sample", $"Plans over {choice.Sample[0].Futures} futures", choice.Sample);
            ReportTable check = ChanceTables.OfPlans("plans-fresh", $"The same over {held} fresh futures", choice.Fresh);
            TableView.Show(screen, sample);
            TableView.Show(screen, check);
            Say(screen, choice);
            Write(screen, parsed.GetValue(to), [sample, check]);
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    private static void Say(Screen screen, RobustChoice choice)
    {
        PlanRobustness best = choice.Sample[0];
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"Best in the mean: {best.Plan}. Least worst regret: {choice.Minimax}."));
        if (choice.Lead is var (mean, within))
        {
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{choice.Sample[1].Plan} leaves {mean:0.0} more pupil-years unplaced in the mean (95% interval {mean - within:0.0} to {mean + within:0.0})."));
        }

        screen.Line(string.Create(CultureInfo.InvariantCulture, $"Knowing demand beforehand would leave {choice.PerfectInformation:0.0} pupil-years unplaced, {best.ExpectedUnplaced - choice.PerfectInformation:0.0} fewer."));
        if (choice.Fresh.Count > 0)
        {
            PlanRobustness better = choice.Fresh.OrderBy(plan => plan.ExpectedUnplaced).ThenBy(plan => plan.ExpectedPounds).First();
            screen.Line(better.Plan == best.Plan ? "On fresh futures it is the best again." : $"On fresh futures {better.Plan} does better: the choice is within chance; use more futures.");
        }
    }

    private static void Write(Screen screen, string? folder, IEnumerable<ReportTable> tables)
    {
        if (folder is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (ReportTable table in tables.Where(table => table.Rows.Count > 0))
        {
            string path = Path.Combine(folder, $"{table.Key}.csv");
            File.WriteAllText($"{path}.partial", CsvText.Of(table), new UTF8Encoding(false));
            File.Move($"{path}.partial", path, overwrite: true);
            screen.Unbroken($"Written: {path.Replace('\\', '/')}");
        }
    }

    private static Argument<string> Batch() => new("batch") { Description = "A finished batch: its name or id." };

    private static Option<string?> To() => new("--to") { Description = "Folder for the tables as CSV.", HelpName = "folder" };
}
