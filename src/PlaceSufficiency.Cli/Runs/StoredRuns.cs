using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Runs;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>Several finished runs, read back and audited again.</summary>
internal static class StoredRuns
{
    private const string Baseline = "do-nothing";

    /// <summary>
    /// The runs that the arguments name, the baseline first and the others in the order of the arguments. A folder that is no run stands
    /// for every run directly in it, by name.
    /// </summary>
    /// <param name="arguments">Folders of runs, folders that hold them, and scenario files whose results stand in <paramref name="folders"/>.</param>
    /// <param name="baseline">Name of the run that others are compared with; null for do-nothing, or the first where there is none of that name.</param>
    /// <param name="folders">Where results stand.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="FindingsException">A run is not whole, or none has the name of the baseline; holds everything that was found.</exception>
    internal static IReadOnlyList<StoredRun> Read(IEnumerable<string> arguments, string? baseline, ResultFolders folders, CancellationToken cancellation)
    {
        string[] runs = [.. arguments.SelectMany(RunsAt).DistinctBy(Path.GetFullPath)];
        SharedTables shared = new();
        (StoredRun? Run, IReadOnlyList<Finding> Findings)[] read =
            [.. runs.AsParallel().AsOrdered().WithCancellation(cancellation).Select(run => Read(run, folders, shared))];
        Finding[] findings = [.. read.SelectMany(one => one.Findings)];
        StoredRun[] stored = WithNamesOfTheirOwn([.. read.Select(one => one.Run).OfType<StoredRun>()]);
        string? first = baseline ?? stored.FirstOrDefault(run => run.FileName == Baseline)?.Name;
        if (baseline is not null && findings.Length == 0 && stored.All(run => run.Name != baseline))
        {
            findings = [Finding.Error("unknown-baseline", "No run has this name.", key: "--baseline", value: baseline, maybe: NearMiss.Sentence(baseline, stored.Select(run => run.Name)))];
        }

        return findings.Length > 0 ? throw new FindingsException(findings) : [.. stored.OrderBy(run => run.Name != first)];
    }

    private static IEnumerable<string> RunsAt(string argument) => Directory.Exists(argument) && !RunFolder.IsRun(argument)
        ? Directory.EnumerateDirectories(argument).Where(RunFolder.IsRun).Order(StringComparer.Ordinal).DefaultIfEmpty(argument)
        : [argument];

    private static (StoredRun? Run, IReadOnlyList<Finding> Findings) Read(string argument, ResultFolders folders, SharedTables shared)
    {
        try
        {
            return (StoredRun.Read(argument, folders, shared), []);
        }
        catch (FindingsException exception)
        {
            return (null, [.. exception.Findings.Select(finding => finding with { File = finding.File is { } file && file != argument ? $"{argument}/{file}" : argument })]);
        }
    }

    /// <summary>Runs of several cases may have the same name; they are told apart by the name of the case, then by number.</summary>
    private static StoredRun[] WithNamesOfTheirOwn(StoredRun[] runs)
    {
        HashSet<string> shared = [.. runs.CountBy(run => run.Name).Where(count => count.Value > 1).Select(count => count.Key)];
        StoredRun[] named = [.. runs.Select(run => shared.Contains(run.Name) ? run with { Name = $"{run.Name} ({run.Run.Loaded.Case.Authority})" } : run)];
        return [.. named.Index().Select(run => named.Take(run.Index).Count(earlier => earlier.Name == run.Item.Name) is var before and > 0
            ? run.Item with { Name = $"{run.Item.Name} {before + 1}" }
            : run.Item)];
    }
}
