using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;

namespace PlaceSufficiency.Cli.Archives;

/// <summary>Finds runs and batches by what people type.</summary>
internal static class ArchiveSelection
{
    private const int LeastDigits = 4;

    /// <summary>The run of that id, of the first digits of it, or of that label ("strategy-338, future 7/3").</summary>
    /// <exception cref="FindingsException">There is none, or more than one.</exception>
    internal static RunManifest Run(IRunArchive archive, string text)
    {
        if (text.Length == RunIdentity.IdLength && archive.Find(text) is { } exact)
        {
            return exact;
        }

        IReadOnlyList<RunManifest> all = archive.List();
        RunManifest[] found = [.. all.Where(run => run.Label == text || (text.Length >= LeastDigits && run.Id.StartsWith(text, StringComparison.Ordinal)))];
        return found switch
        {
            [var only] => only,
            [] => throw Wrong("unknown-run", "The archive has no run of this id or name.", text, NearMiss.Sentence(text, all.Select(run => run.Label).Distinct())),
            _ => throw Wrong("several-runs", $"{found.Length} runs have this name; their ids are {string.Join(", ", found.Take(5).Select(run => run.Id[..12]))}{(found.Length > 5 ? ", ..." : string.Empty)}.", text, "name one by its id."),
        };
    }

    /// <summary>The batch of that name, id or first digits of the id; of several of a name the one that has runs of this version, if it is one.</summary>
    /// <exception cref="FindingsException">There is none, or more than one.</exception>
    internal static BatchRecord Batch(IRunArchive archive, string text)
    {
        IReadOnlyList<BatchRecord> all = archive.Batches();
        BatchRecord[] found = [.. all.Where(batch => batch.Name == text || (text.Length >= LeastDigits && batch.Id.StartsWith(text, StringComparison.Ordinal)))];
        BatchRecord[] current = [.. found.Where(batch => batch.Runs.Any(run => run.Identity.Version == BuildIdentity.Text))];
        return (found, current) switch
        {
            ([var only], _) => only,
            (_, [var only]) => only,
            ([], _) => throw Wrong("unknown-batch", "The archive has no batch of this name.", text, NearMiss.Sentence(text, all.Select(batch => batch.Name))),
            _ => throw Wrong("several-batches", $"{found.Length} batches have this name; their ids are {string.Join(", ", found.Take(5).Select(batch => batch.Id[..12]))}.", text, "name one by its id."),
        };
    }

    /// <summary>The runs that options ask for.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="batch">Runs of this batch; null for all.</param>
    /// <param name="scenario">Runs of this scenario; null for all.</param>
    internal static IReadOnlyList<RunManifest> Runs(IRunArchive archive, string? batch, string? scenario)
    {
        HashSet<string>? ids = batch is null ? null : [.. Batch(archive, batch).Runs.Select(run => run.Identity.Id)];
        return [.. archive.List().Where(run => ids?.Contains(run.Id) != false && (scenario is null || run.Scenario == scenario))];
    }

    private static FindingsException Wrong(string code, string message, string value, string? maybe) => new([Finding.Error(code, message, value: value, maybe: maybe)]);
}
