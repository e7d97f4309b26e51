using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive.Embedded;
using PlaceSufficiency.Storage.Archive.Tables;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>Reads everything an archive holds and says what is not as it was written; the same for every kind of archive.</summary>
public static class ArchiveChecks
{
    /// <summary>Code of the finding that a run is not damaged, but that an older version of the program wrote it with fewer columns.</summary>
    public const string OlderLayout = ParquetTables.OlderLayout;

    /// <summary>Every finding: leftovers first, then run by run. Empty for a sound archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="done">Is told how many runs have been read.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<Finding> Of(IRunArchive archive, Action<int> done, CancellationToken cancellation)
    {
        List<Finding> findings = [.. archive.Leftovers(remove: false)];
        HashSet<string> cases = [];
        int read = 0;
        foreach (RunManifest run in archive.List(findings))
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(OfIdentity(run));
            findings.AddRange(run.Tables.SelectMany(table => OfTable(archive, run, table)));
            if (cases.Add(run.CaseFingerprint))
            {
                findings.AddRange(OfCase(archive, run.CaseFingerprint));
            }

            done(++read);
        }

        return findings;
    }

    private static IEnumerable<Finding> OfIdentity(RunManifest run)
    {
        RunIdentity identity = new(run.Version, run.CaseFingerprint, run.File, [.. run.Settings], run.Future, run.Keep);
        if (identity.Id != run.Id)
        {
            yield return Finding.Error("changed-manifest", "What the manifest says of the run does not have its fingerprint.", run.Id, value: run.Label);
        }
    }

    private static IEnumerable<Finding> OfTable(IRunArchive archive, RunManifest run, ArchivedTable table)
    {
        string place = $"{run.Id}/{table.Name}";
        if (RunTables.Named(table.Name) is not { } known)
        {
            return [Finding.Error("unknown-table", "This program keeps no such table.", place)];
        }

        try
        {
            TableRows rows = archive.Read(run.Id, known);
            return rows.Rows.Count == table.Rows && TableContent.IsAsWritten(rows, table.Sha256)
                ? []
                : [Finding.Error("changed-table", $"The table is not what the run wrote: {rows.Rows.Count} rows where {table.Rows} were written, or other content.", place)];
        }
        catch (FindingsException exception) when (exception.Findings is [{ Code: OlderLayout }, ..])
        {
            return exception.Findings;
        }
        catch (FindingsException exception)
        {
            return [Finding.Error("unreadable-table", exception.Findings[0].Message, place)];
        }
    }

    private static IEnumerable<Finding> OfCase(IRunArchive archive, string fingerprint)
    {
        if (archive.FindCase(fingerprint) is not { } content)
        {
            yield return Finding.Error("missing-case", "The files that runs were made from are not there.", $"cases/{fingerprint}");
        }
        else if (InputFile.FingerprintOf(content.Files) != fingerprint)
        {
            yield return Finding.Error("changed-case", "The files that runs were made from are not as they were.", $"cases/{fingerprint}");
        }
    }
}
