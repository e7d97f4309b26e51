using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Tables;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Cli.Archives;

/// <summary>
/// Candidate plans for deciding openings before demand is known. A scenario that leaves openings to the plan opens in each future what suits that future; each such choice, taken
/// as decided for all futures, is a candidate. Plans whose openings are decided already are candidates as they are.
/// </summary>
/// <param name="Batch">Every candidate in every future of the batch.</param>
/// <param name="Chosen">How many candidates come from choices of single futures.</param>
/// <param name="KnowingDemand">Mean unplaced pupil-years over the sampled futures where openings are chosen anew in each: no decision taken before can leave fewer. Null where no scenario chooses.</param>
internal sealed record DecidedPlans(BatchRecord Batch, int Chosen, double? KnowingDemand)
{
    /// <summary>The candidates of a finished batch.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="batch">The batch; every run of it is in the archive.</param>
    /// <param name="sampled">Numbers of the futures that candidates are taken from.</param>
    /// <param name="most">How many choices of single futures are taken of each scenario: those that suit most futures.</param>
    internal static DecidedPlans Of(IRunArchive archive, BatchRecord batch, IReadOnlySet<int> sampled, int most)
    {
        List<RunRequest> decided = [];
        int chosen = 0;
        Dictionary<int, int> least = [];
        foreach (IGrouping<string, RunRequest> plan in batch.Runs.GroupBy(run => $"{run.Identity.CaseFingerprint} {run.Identity.File} {string.Join(' ', run.Identity.Settings)}"))
        {
            RunRequest first = plan.First();
            SchemeId[] schemes = [.. CaseOf(archive, first.Identity).Schemes.Where(scheme => scheme.Candidate is not null).Select(scheme => scheme.Id).Order()];
            if (schemes.Length == 0)
            {
                decided.AddRange(plan);
                continue;
            }

            RunManifest[] sample = [.. plan.Where(run => sampled.Contains(NumberOf(run))).Select(run => archive.Find(run.Identity.Id)!)];
            foreach (RunManifest run in sample)
            {
                int number = run.Future?.Number ?? 0;
                least[number] = Math.Min(least.GetValueOrDefault(number, int.MaxValue), run.Headline.UnplacedPupilYears);
            }

            SweepSetting[][] choices = [.. Choices(archive, sample, schemes).Take(most)];
            chosen += choices.Length;
            decided.AddRange(from choice in choices from run in plan select run with { Identity = Decided(run.Identity, choice) });
        }

        return new DecidedPlans(new BatchRecord($"{batch.Name}, openings decided", [.. decided.DistinctBy(run => run.Identity.Id)]), chosen, least.Count == 0 ? null : least.Values.Average());
    }

    private static int NumberOf(RunRequest run) => run.Identity.Future?.Number ?? 0;

    private static RunIdentity Decided(RunIdentity identity, SweepSetting[] choice) =>
        new(BuildIdentity.Text, identity.CaseFingerprint, identity.File, [.. identity.Settings, .. choice], identity.Future, KeptResults.Summary);

    /// <summary>What single futures open, each once, the choice of most futures first.</summary>
    private static IEnumerable<SweepSetting[]> Choices(IRunArchive archive, RunManifest[] runs, SchemeId[] schemes)
    {
        Dictionary<string, Dictionary<string, int>> opened = archive.ReadEach(runs.Where(run => run.Tables.Any(table => table.Name == SummaryTables.Openings.Name)).Select(run => run.Id), SummaryTables.Openings)
            .ToDictionary(run => run.Id, run => run.Rows.Rows.ToDictionary(row => (string)row[0]!, row => Domain.Time.AcademicYear.Parse((string)row[1]!).StartYear));
        SweepSetting[] Of(RunManifest run) => [.. schemes.Select(scheme => new SweepSetting($"{SweepTarget.Opens}{scheme.Value}", opened.GetValueOrDefault(run.Id)?.GetValueOrDefault(scheme.Value, SweepTarget.NotOpened) ?? SweepTarget.NotOpened))];
        return runs.Select(Of).GroupBy(choice => string.Join(' ', choice.Select(setting => setting.ToString())))
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.First());
    }

    private static PlanningCase CaseOf(IRunArchive archive, RunIdentity identity)
    {
        LoadedCase loaded = CaseReader.Read(archive.FindCase(identity.CaseFingerprint)!.Files, identity.File);
        return identity.Settings.IsEmpty ? loaded.Case : SweepTarget.Apply(loaded.BaseCase, loaded.Scenario, identity.Settings);
    }
}
