using System.Security.Cryptography;
using System.Text;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>
/// A finished run on disk: <c>inputs/</c> (every file it was read from, byte for byte), <c>demand.csv</c>, <c>openings.csv</c>, <c>placements.csv</c>,
/// <c>certificate.csv</c>, <c>cases.csv</c> and <c>sites.csv</c> where there are such proofs, the caller's reports, and <c>manifest.json</c>, which names them all with
/// their SHA-256. The folder can be audited from itself alone, and the same run always gives the same bytes.
/// </summary>
public static class RunFolder
{
    internal const string Inputs = "inputs/";

    /// <summary>What every run has.</summary>
    internal static readonly string[] Wanted = ["demand.csv", "openings.csv", "placements.csv", "certificate.csv"];

    /// <summary>Proofs that few plans have.</summary>
    internal static readonly string[] Occasional = [CasesTable.Table.Path, SitesTable.Table.Path];

    private static readonly string[] _owned = [.. Wanted, .. Occasional, Manifest.FileName];

    /// <summary>Writes a run whole or not at all, in place of an earlier run at the same path.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="run">The run.</param>
    /// <param name="reports">What the caller adds: tables, pages, summaries.</param>
    /// <exception cref="FindingsException">Something else than a run is at the path.</exception>
    /// <exception cref="ArgumentException">A report's path leaves the folder, is taken or stands twice; or the plan is not one for the demand.</exception>
    public static void Write(string path, FinishedRun run, IEnumerable<RunFile> reports)
    {
        RunFile[] added = [.. reports];
        CheckPaths(added);
        RefuseToReplaceOtherThings(path);
        List<ManifestFile> written = [];
        RunFile[] files =
        [
            .. run.Loaded.Inputs.Select(input => new RunFile(Inputs + input.Path, stream => stream.Write(input.Bytes.Span))),
            Text("demand.csv", DemandTable.Lines(run.Demand)),
            Text("openings.csv", OpeningsTable.Lines(run.Plan)),
            Text("placements.csv", PlacementsTable.Lines(run)),
            Text("certificate.csv", CertificateTable.Lines(run.Plan)),
            .. CasesTable.RowsOf(run.Plan).ToArray() is { Length: > 0 } cases ? [Text(CasesTable.Table.Path, CasesTable.Lines(cases))] : Array.Empty<RunFile>(),
            .. SitesTable.ProofIn(run.Plan) is { } sites ? [Text(SitesTable.Table.Path, SitesTable.Lines(sites))] : Array.Empty<RunFile>(),
            .. added,
        ];
        new WholeFolder(path).Write([
            .. files.Select(file => Recorded(file, written)),
            new RunFile(Manifest.FileName, stream => ManifestOf(run, written).WriteTo(stream)),
        ]);
    }

    /// <summary>Reads a run back from its folder alone.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="shared">Tables of other runs that are read together with this one; null where it is read alone.</param>
    /// <exception cref="FindingsException">The folder is not a whole run, or was changed since it was written; holds everything that was found.</exception>
    public static FinishedRun Read(string path, SharedTables? shared = null) => RunReading.Read(path, shared);

    /// <summary>Whether the folder says that it is a run: it has a manifest.</summary>
    public static bool IsRun(string path) => File.Exists(Path.Combine(path, Manifest.FileName));

    private static Manifest ManifestOf(FinishedRun run, List<ManifestFile> written) => new(
        Manifest.CurrentFormat, run.ToolVersion, run.Loaded.File, run.Loaded.Fingerprint, [.. run.Plan.Tiers.Select(ManifestTier.Of)],
        [.. written.OrderBy(file => file.Path, StringComparer.Ordinal)]);

    private static RunFile Recorded(RunFile file, List<ManifestFile> written) => new(file.Path, stream =>
    {
        using MemoryStream content = new();
        file.Write(content);
        ReadOnlySpan<byte> bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        stream.Write(bytes);
        written.Add(new ManifestFile(file.Path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    });

    private static RunFile Text(string path, IEnumerable<string> lines) => new(path, stream =>
    {
        foreach (string line in lines)
        {
            stream.Write(Encoding.UTF8.GetBytes(line));
        }
    });

    private static void CheckPaths(RunFile[] added)
    {
        HashSet<string> taken = [.. _owned];
        foreach (string path in added.Select(file => file.Path))
        {
            bool leaves = Path.IsPathRooted(path) || path.Split('/', '\\').Any(part => part is "" or "." or "..");
            if (leaves || path.StartsWith(Inputs, StringComparison.Ordinal) || !taken.Add(path))
            {
                throw new ArgumentException($"'{path}' leaves the run folder, is taken by the run itself or stands twice.", nameof(added));
            }
        }
    }

    private static void RefuseToReplaceOtherThings(string path)
    {
        bool isOther = File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !IsRun(path));
        if (isOther)
        {
            throw new FindingsException([Finding.Error(
                "not-a-run", "Something else than a finished run is there and is not overwritten.", value: path, maybe: "another output folder was meant.")]);
        }
    }
}
