using System.CommandLine;
using System.Globalization;
using PlaceSufficiency.Cli.Archives;
using PlaceSufficiency.Cli.Batches;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Scenarios.Chance;
using PlaceSufficiency.Storage.Archive;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>robust</c>: which plan to open before demand is known.</summary>
internal static class RobustCommand
{
    private const int UsualCandidates = 6;

    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        (Argument<string> batch, Option<string> location, Option<string?> to, Option<int> threads) = (Arguments.Batch(), Arguments.Archive(), Arguments.TablesTo(), Arguments.Threads());
        Option<int> fresh = new("--fresh") { Description = "Futures, the last of the batch, on which nothing is chosen and the choice is checked.", HelpName = "number" };
        Option<int> candidates = new("--candidates")
        {
            Description = "Of a scenario that leaves openings to the plan: how many of the choices that suit single futures become candidates.",
            DefaultValueFactory = _ => UsualCandidates,
            HelpName = "number",
        };
        candidates.Validators.Add(Arguments.AtLeastOne);
        Command command = new("robust", "Choose among plans before demand is known: best in the mean, least worst regret, checked on fresh futures. Runs that this needs and the archive lacks are made.")
        {
            batch, location, fresh, candidates, threads, to,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using IRunArchive archive = ArchiveLocation.Open(parsed.GetRequiredValue(location), create: false);
            BatchRecord record = ArchiveSelection.Batch(archive, parsed.GetRequiredValue(batch));
            int held = parsed.GetValue(fresh);
            DecidedPlans plans = DecidedPlans.Of(archive, BatchFutures.Finished(archive, record), Sampled(record, held), parsed.GetValue(candidates));
            if (plans.Chosen > 0)
            {
                screen.Line($"{plans.Chosen:#,##0} candidates are what single futures would open; each is now tried in every future.");
                int code = await BatchRun.Complete(screen, archive, parsed.GetRequiredValue(location), plans.Batch, new BatchWork(parsed.GetValue(threads), null), cancellation).ConfigureAwait(false);
                if (code != ExitCode.Answered)
                {
                    return code;
                }
            }

            RobustChoice choice = RobustChoice.Of(new BatchFutures(archive, plans.Batch).Outcomes(), held);
            ReportTable sample = ChanceTables.OfPlans("plans-sample", $"Plans over {choice.Sample[0].Futures} futures", choice.Sample);
            ReportTable check = ChanceTables.OfPlans("plans-fresh", $"The same over {held} fresh futures", choice.Fresh);
            TableView.Show(screen, sample);
            TableView.Show(screen, check);
            Say(screen, choice, plans.KnowingDemand);
            TableFiles.Write(screen, parsed.GetValue(to), [sample, check]);
            return ExitCode.Answered;
        });
        return command;
    }

    private static HashSet<int> Sampled(BatchRecord record, int held)
    {
        int[] futures = [.. record.Runs.Select(run => run.Identity.Future?.Number ?? 0).Distinct().Order()];
        return held < 0 || held >= futures.Length
            ? throw new FindingsException([Finding.Error("too-many-fresh", $"The batch has {futures.Length} futures, and at least one must be left to choose on.", key: "--fresh", value: $"{held}")])
            : [.. futures[..^held]];
    }

    private static void Say(Screen screen, RobustChoice choice, double? knowingDemand)
    {
        PlanRobustness best = choice.Sample[0];
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"Best in the mean: {best.Plan}."));
        screen.Line(choice.Minimax == best.Plan ? "It has the least worst regret too." : $"Least worst regret: {choice.Minimax}.");
        if (choice.Lead is var (mean, within))
        {
            PlanRobustness second = choice.Sample[1];
            screen.Line(mean == 0 && within == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{second.Plan} leaves as many unplaced in every future and costs £{second.ExpectedPounds - best.ExpectedPounds:#,##0} more in the mean.")
                : string.Create(CultureInfo.InvariantCulture, $"{second.Plan} leaves {mean:0.0} more pupil-years unplaced in the mean{(best.Futures > 1 ? $" (95% interval {mean - within:0.0} to {mean + within:0.0})" : string.Empty)}."));
        }

        double least = Math.Min(choice.PerfectInformation, knowingDemand ?? double.PositiveInfinity);
        string how = knowingDemand is null ? "Taking the best of these plans in each future, which nobody can," : "Choosing openings anew in each future, which nobody can,";
        screen.Line(string.Create(CultureInfo.InvariantCulture, $"{how} would leave {least:0.0} pupil-years unplaced, {best.ExpectedUnplaced - least:0.0} fewer."));
        if (choice.Fresh.Count == 0)
        {
            screen.Line("Not checked out of sample: no future was held back. Say with --fresh how many are.");
        }
        else
        {
            PlanRobustness better = choice.Fresh.OrderBy(plan => plan.ExpectedUnplaced).ThenBy(plan => plan.ExpectedPounds).First();
            screen.Line(better.Plan == best.Plan ? "On fresh futures it is the best again." : $"On fresh futures {better.Plan} does better: the choice is within chance; use more futures.");
        }
    }
}
