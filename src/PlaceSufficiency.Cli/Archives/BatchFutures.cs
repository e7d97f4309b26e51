using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Scenarios.Chance;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Tables;

namespace PlaceSufficiency.Cli.Archives;

/// <summary>The finished runs of a batch, plan by plan: a plan is a scenario with its settings, seen in many futures. One run is read at a time.</summary>
internal sealed class BatchFutures
{
    private const string AllLines = "all spending";

    private readonly IRunArchive _archive;
    private readonly (string Plan, RunManifest[] Runs)[] _plans;

    /// <summary>Finds the runs.</summary>
    /// <exception cref="FindingsException">Runs are missing, or the batch has no futures.</exception>
    internal BatchFutures(IRunArchive archive, BatchRecord batch)
    {
        _archive = archive;
        HashSet<string> ids = [.. batch.Runs.Select(run => run.Identity.Id)];
        RunManifest[] runs = [.. archive.List().Where(run => ids.Contains(run.Id))];
        if (runs.Length < ids.Count)
        {
            throw new FindingsException([Finding.Error("batch-not-finished", $"{ids.Count - runs.Length:#,##0} of {ids.Count:#,##0} runs of the batch are not in the archive.", value: batch.Name, maybe: "run the batch again: what is there is not made twice.")]);
        }

        bool severalCases = runs.Select(run => run.Case).Distinct().Count() > 1;
        _plans = [.. runs.GroupBy(run => $"{(severalCases ? $"{run.Case}/" : string.Empty)}{(run with { Future = null }).Label}").Select(plan => (plan.Key, plan.ToArray()))];
    }

    /// <summary>Chance of shortfall by year, phase and need, of every plan.</summary>
    internal IEnumerable<ChanceRow> Needs() => Chances(SummaryTables.Needs, row => ((string)row[0]!, (string)row[1]!, (string)row[2]!), row => (int)row[4]!);

    /// <summary>Chance of shortfall by year and provision: pupils above its places, and pupils it was the nearest to turn away.</summary>
    internal IEnumerable<ChanceRow> Provisions() => Chances(SummaryTables.Provisions, row => ((string)row[0]!, (string)row[1]!, string.Empty), row => (int)row[5]! + (int)row[7]!);

    /// <summary>Cost fans by financial year and line, and of all spending.</summary>
    internal IEnumerable<FanRow> Money()
    {
        foreach ((string plan, RunManifest[] runs) in _plans)
        {
            Dictionary<(string Year, string Line), List<decimal>> amounts = [];
            foreach (RunManifest run in runs)
            {
                object?[][] rows = [.. _archive.Read(run.Id, SummaryTables.Money).Rows];
                IEnumerable<(string, string, decimal)> spent = rows.Where(row => (string)row[1]! != "priced").Select(row => ((string)row[0]!, (string)row[1]!, (decimal)row[2]!));
                foreach ((string year, string line, decimal amount) in spent.Concat(spent.GroupBy(row => row.Item1).Select(year => (year.Key, AllLines, year.Sum(row => row.Item3)))))
                {
                    (amounts.TryGetValue((year, line), out List<decimal>? known) ? known : amounts[(year, line)] = []).Add(amount);
                }
            }

            foreach (((string year, string line), List<decimal> each) in amounts.OrderBy(pair => pair.Key.Year, StringComparer.Ordinal))
            {
                yield return new FanRow(plan, year, line, CostFan.Of(each.Concat(Enumerable.Repeat(0m, runs.Length - each.Count))));
            }
        }
    }

    /// <summary>What each plan comes to in each future.</summary>
    /// <exception cref="FindingsException">A plan decides its openings anew in each future, so it is none that could be decided before.</exception>
    internal IEnumerable<PlanOutcome> Outcomes()
    {
        string[] undecided = [.. _plans.Where(plan => plan.Runs.Any(run => run.Tables.Any(table => table.Name == SummaryTables.Openings.Name && table.Rows > 0))).Select(plan => plan.Plan)];
        return undecided.Length == 0
            ? OutcomesOfPlans()
            : throw new FindingsException([Finding.Error("openings-not-decided", "This plan has candidate schemes and opens them in each future as suits it, which nobody can do before demand is known.", value: undecided[0], maybe: "state the openings in scenarios, or sweep scheme.opens.<scheme>.")]);
    }

    private IEnumerable<PlanOutcome> OutcomesOfPlans() =>
        from plan in _plans
        from run in plan.Runs
        select new PlanOutcome(plan.Plan, run.Future?.Number ?? 0, run.Headline.UnplacedPupilYears, run.Headline.RevenuePounds + run.Headline.CapitalPounds);

    private IEnumerable<ChanceRow> Chances(RunTable table, Func<object?[], (string Year, string First, string Second)> group, Func<object?[], int> shortfall)
    {
        foreach ((string plan, RunManifest[] runs) in _plans)
        {
            ShortfallTally<(string Year, string First, string Second)> tally = new();
            foreach (RunManifest run in runs)
            {
                tally.Add(_archive.Read(run.Id, table).Rows.Select(row => (group(row), shortfall(row))));
            }

            foreach (((string year, string first, string second), ShortfallChance chance) in tally.Chances().OrderBy(pair => pair.Key))
            {
                yield return new ChanceRow(plan, year, first, second, chance);
            }
        }
    }
}
