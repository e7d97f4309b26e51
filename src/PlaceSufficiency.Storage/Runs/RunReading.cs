using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>Reads a run folder: first that every file is there and as it was written, then what the files say.</summary>
internal static class RunReading
{
    private const long LargestFile = 1_000_000_000;

    /// <summary>The run.</summary>
    /// <exception cref="FindingsException">Something is wrong with the folder.</exception>
    public static FinishedRun Read(string path, SharedTables? shared)
    {
        FindingList findings = new();
        CaseFolder folder = CaseFolder.At(path, shared);
        Manifest manifest = ReadManifest(path, folder, findings);
        CheckFiles(folder, manifest, findings);
        findings.ThrowIfErrors();

        LoadedCase loaded = ReadCase(path, manifest, shared, findings);
        DemandPath demand = new(loaded.Case.Horizon, ReadDemand(folder, loaded, findings));
        findings.ThrowIfErrors();

        IReadOnlyList<PupilPath> paths = PlanReading.Paths(Read(PlacementsTable.TableOf(loaded.Case.Horizon), folder, findings), loaded, demand, findings);
        IReadOnlyList<TierResult> tiers = PlanReading.Tiers(
            Read(CertificateTable.Table, folder, findings), Read(CasesTable.Table, folder, findings), manifest, loaded, findings);
        TableContents<OpeningRow> openings = Read(OpeningsTable.Table, folder, findings);
        findings.ThrowIfErrors();
        SitesProof? sites = SitesTable.ProofOf(Read(SitesTable.Table, folder, findings).Rows);
        findings.ThrowIfErrors();
        PlacementPlan plan = new(paths, [.. tiers.Select(tier => tier.Tier == ObjectiveTier.Cost ? tier with { Sites = sites } : tier)]) { Openings = openings.Rows.ToImmutableSortedDictionary(row => row.Scheme, row => row.Opens) };
        return new FinishedRun(loaded with { Findings = [.. loaded.Findings, .. findings.Ordered()] }, demand, plan, manifest.ToolVersion);
    }

    private static Manifest ReadManifest(string path, CaseFolder folder, FindingList findings)
    {
        if (!folder.Has(Manifest.FileName))
        {
            throw new FindingsException([Finding.Error("not-a-run", "The folder is not a finished run: it has no manifest.", Manifest.FileName, value: path)]);
        }

        InputFile? file = folder.Read(Manifest.FileName, LargestFile, findings);
        findings.ThrowIfErrors();
        return Manifest.Read(file!.Bytes.Span);
    }

    private static void CheckFiles(CaseFolder folder, Manifest manifest, FindingList findings)
    {
        foreach (ManifestFile file in manifest.Files)
        {
            bool isReport = !file.Path.StartsWith(RunFolder.Inputs, StringComparison.Ordinal) && !RunFolder.Wanted.Contains(file.Path) && !RunFolder.Occasional.Contains(file.Path);
            Severity severity = isReport ? Severity.Warning : Severity.Error;
            if (folder.Resolve(Manifest.FileName, file.Path) is null)
            {
                findings.Add(Finding.Error("outside-run-folder", "The manifest names a file outside the folder.", Manifest.FileName, key: "files", value: file.Path));
            }
            else if (!folder.Has(file.Path))
            {
                findings.Add(new Finding(severity, "missing-file", file.Path, null, null, null, "The manifest names the file, but it is not there."));
            }
            else if (folder.Read(file.Path, LargestFile, findings) is { } input && (input.Sha256 != file.Sha256 || input.Bytes.Length != file.Bytes))
            {
                findings.Add(new Finding(severity, "changed-file", file.Path, null, null, null, "The file is not what the run wrote: its SHA-256 differs."));
            }
        }

        foreach (string stranger in RunFolder.Occasional.Where(folder.Has).Except(manifest.Files.Select(file => file.Path)))
        {
            findings.Add(Finding.Error("added-file", "The file was not there when the run was written.", stranger));
        }

        string[] wanted = [.. RunFolder.Wanted, RunFolder.Inputs + manifest.Case];
        foreach (string missing in wanted.Except(manifest.Files.Select(file => file.Path)))
        {
            findings.Add(Finding.Error("missing-file", "A run has this file, but the manifest does not name it.", Manifest.FileName, key: "files", value: missing));
        }
    }

    private static LoadedCase ReadCase(string path, Manifest manifest, SharedTables? shared, FindingList findings)
    {
        LoadedCase loaded;
        try
        {
            loaded = CaseReader.Read(Path.Combine(path, "inputs", manifest.Case), shared);
        }
        catch (FindingsException exception)
        {
            throw new FindingsException([.. exception.Findings.Select(finding => finding with { File = RunFolder.Inputs + finding.File })]);
        }

        foreach (string stranger in loaded.Inputs.Select(input => RunFolder.Inputs + input.Path).Except(manifest.Files.Select(file => file.Path)))
        {
            findings.Add(Finding.Error("added-file", "The file was not there when the run was written.", stranger));
        }

        if (!findings.HasErrors && loaded.Fingerprint != manifest.Fingerprint)
        {
            findings.Add(Finding.Error("changed-file", "The inputs do not have this fingerprint.", Manifest.FileName, key: "fingerprint", value: manifest.Fingerprint));
        }

        return loaded;
    }

    private static TableContents<TRow> Read<TRow>(Table<TRow> table, CaseFolder folder, FindingList findings, SharedTables? shared = null) =>
        table.MayBeAbsent && !folder.Has(table.Path) ? new TableContents<TRow>(table, [], new HashSet<string>())
        : folder.Read(table.Path, LargestFile, findings) is { } file
            ? TableReader.Read(table, file, shared, findings)
            : TableContents<TRow>.Unreadable(table);

    private static Stay[] ReadDemand(CaseFolder folder, LoadedCase loaded, FindingList findings)
    {
        // Of what a run adds to its case, runs side by side have the demand alone in common.
        TableContents<StayRow> contents = Read(DemandTable.Table, folder, findings, folder.Shared);
        HashSet<string> areas = [.. loaded.Case.Areas.Select(area => area.Id.Value)];
        for (int i = 0; i < contents.Rows.Count; i++)
        {
            (int line, Stay stay) = contents.Rows[i];
            void Wrong(string code, string message, string key, string value) => findings.Add(Finding.Error(code, message, contents.File, line, key, value));
            if (stay.Number != i && contents.IsComplete)
            {
                Wrong("stay-out-of-order", "Stays are numbered from 0 in the order of rows.", "stay", $"{stay.Number}");
            }

            if (!areas.Contains(stay.Area.Value))
            {
                Wrong("unknown-area", "The case has no such area.", "area_id", stay.Area.Value);
            }

            if (stay.Current is { } current && !loaded.Case.HasProvision(current))
            {
                Wrong("unknown-provision", "The case has no such provision.", "provision_id", current.Value);
            }

            if (stay.FirstYear < loaded.Case.Horizon.BaseYear || stay.LastYear > loaded.Case.Horizon.LastYear || stay.LastYear < stay.FirstYear)
            {
                Wrong("year-outside-horizon", "The stay must lie within the horizon and end after it starts.", "first_year last_year", $"{stay.FirstYear} {stay.LastYear}");
            }
            else if (stay.Levels.Count != stay.LastYear.YearsSince(stay.FirstYear) + 1)
            {
                Wrong("levels-count", "A level is wanted for each year of the stay.", "levels", $"{stay.Levels.Count}");
            }
            else if (stay.YearGroupAtFirst.After(stay.Levels.Count - 1) is null)
            {
                Wrong("too-old", "The pupils would be older than year group 20 in the last year.", "year_group_at_first", $"{stay.YearGroupAtFirst}");
            }
        }

        return [.. contents.Rows.Select(row => row.Stay)];
    }
}
