using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Scenarios.Chance;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Tables;

namespace PlaceSufficiency.Cli.Archives;

/// <summary>The finished runs of a batch, plan by plan: a plan is a scenario with its settings, seen in many futures. Some hundred runs are read at a time.</summary>
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
        HashSet<string> ids = [.. Finished(archive, batch).Runs.Select(run => run.Identity.Id)];
        RunManifest[] runs = [.. archive.List().Where(run => ids.Contains(run.Id))];
        bool severalCases = runs.Select(run => run.Case).Distinct().Count() > 1;
        _plans = [.. runs.GroupBy(run => $"{(severalCases ? $"{run.Case}/" : string.Empty)}{PlanName.Of(run)}").Select(plan => (plan.Key, plan.ToArray()))];
    }

    /// <summary>The batch, of which the archive has every run.</summary>
    /// <exception cref="FindingsException">It has not.</exception>
    internal static BatchRecord Finished(IRunArchive archive, BatchRecord batch)
    {
        HashSet<string> missing = [.. batch.Runs.Select(run => run.Identity.Id)];
        int all = missing.Count;
        missing.ExceptWith(archive.Existing(missing));
        return missing.Count == 0
            ? batch
            : throw new FindingsException([Finding.Error("batch-not-finished", $"{missing.Count:#,##0} of {all:#,##0} runs of the batch are not in the archive.", value: batch.Name, maybe: "run the batch again: what is there is not made twice.")]);
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
            foreach ((_, TableRows rows) in _archive.ReadEach(runs.Select(run => run.Id), SummaryTables.Money))
            {
                IEnumerable<(string, string, decimal)> spent = rows.Rows.Where(row => (string)row[1]! != "priced").Select(row => ((string)row[0]!, (string)row[1]!, (decimal)row[2]!));
                foreach ((string year, string line, decimal amount) in spent.Concat(spent.GroupBy(row => row.Item1).Select(year => (year.Key, AllLines, year.Sum(row => row.Item3)))))
                {
                    (amounts.TryGetValue((year, line), out List<decimal>? known) ? known : amounts[(year, line)] = []).Add(amount);
                }
            }

            foreach (((string year, string line), List<decimal> each) in amounts.OrderBy(pair => pair.Key.Year, StringComparer.Ordinal).ThenBy(pair => pair.Key.Line == AllLines))
            {
                yield return new FanRow(plan, year, line, CostFan.Of(each.Concat(Enumerable.Repeat(0m, runs.Length - each.Count))));
            }
        }
    }

    /// <summary>What each plan comes to in each future.</summary>
    internal IEnumerable<PlanOutcome> Outcomes() =>
        from plan in _plans
        from run in plan.Runs
        select new PlanOutcome(plan.Plan, run.Future?.Number ?? 0, run.Headline.UnplacedPupilYears, run.Headline.RevenuePounds + run.Headline.CapitalPounds);

    private IEnumerable<ChanceRow> Chances(RunTable table, Func<object?[], (string Year, string First, string Second)> group, Func<object?[], int> shortfall)
    {
        foreach ((string plan, RunManifest[] runs) in _plans)
        {
            ShortfallTally<(string Year, string First, string Second)> tally = new();
            foreach ((_, TableRows rows) in _archive.ReadEach(runs.Select(run => run.Id), table))
            {
                tally.Add(rows.Rows.Select(row => (group(row), shortfall(row))));
            }

            foreach (((string year, string first, string second), ShortfallChance chance) in tally.Chances().OrderBy(pair => pair.Key))
            {
                yield return new ChanceRow(plan, year, first, second, chance);
            }
        }
    }
}
