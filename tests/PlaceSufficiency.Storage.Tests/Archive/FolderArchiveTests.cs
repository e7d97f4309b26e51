using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Embedded;
using PlaceSufficiency.Storage.Archive.Tables;
using PlaceSufficiency.Storage.Runs;
using PlaceSufficiency.Storage.Tests.Runs;

namespace PlaceSufficiency.Storage.Tests.Archive;

/// <summary>The archive that is a folder.</summary>
public sealed class FolderArchiveTests : RunArchiveContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("place-sufficiency-archive-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_run_has_the_same_bytes()
    {
        string other = Directory.CreateTempSubdirectory("place-sufficiency-archive-").FullName;
        using IRunArchive first = Open();
        using IRunArchive second = FolderArchive.Open(other, create: true);
        first.Add(SmallRuns.Run(0));
        second.Add(SmallRuns.Run(1));
        second.Add(SmallRuns.Run(0));

        Assert.Equal(Files(Path.Combine(_folder, "runs", SmallRuns.Request(0).Identity.Id)), Files(Path.Combine(other, "runs", SmallRuns.Request(0).Identity.Id)));
        Directory.Delete(other, recursive: true);
    }

    [Fact]
    public void What_a_killed_process_left_is_no_run_and_can_be_removed()
    {
        using IRunArchive archive = Open();
        string left = Path.Combine(_folder, "staging", $"{int.MaxValue}-0-{SmallRuns.Request(0).Identity.Id}");
        Directory.CreateDirectory(left);
        File.WriteAllText(Path.Combine(left, "manifest.json"), SmallRuns.Run(0).Manifest.ToJson());

        Assert.Empty(archive.List());
        Assert.Equal(["left-behind"], archive.Leftovers(remove: true).Select(finding => finding.Code));
        Assert.Empty(archive.Leftovers(remove: false));
        Assert.True(archive.Add(SmallRuns.Run(0)));
    }

    [Theory]
    [InlineData("years.parquet", "unreadable-table")]
    [InlineData("money.parquet", "unreadable-table")]
    public void A_spoilt_table_is_found(string file, string code)
    {
        using IRunArchive archive = Open();
        archive.AddCase(SmallRuns.Case);
        archive.Add(SmallRuns.Run(0));
        string path = Path.Combine(_folder, "runs", SmallRuns.Request(0).Identity.Id, file);
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);

        Assert.Equal([code], ArchiveChecks.Of(archive, _ => { }, TestContext.Current.CancellationToken).Select(finding => finding.Code));
    }

    [Fact]
    public void A_table_of_another_run_is_found()
    {
        using IRunArchive archive = Open();
        archive.AddCase(SmallRuns.Case);
        archive.Add(SmallRuns.Run(0, unplaced: 3));
        archive.Add(SmallRuns.Run(1, unplaced: 4));
        string Years(int future) => Path.Combine(_folder, "runs", SmallRuns.Request(future).Identity.Id, "years.parquet");
        File.Copy(Years(1), Years(0), overwrite: true);

        Assert.Equal(["changed-table"], ArchiveChecks.Of(archive, _ => { }, TestContext.Current.CancellationToken).Select(finding => finding.Code));
    }

    /// <summary>A certificate as the program wrote it when prices were on places, the limit of INMSS and earlier tiers alone.</summary>
    [Fact]
    public void A_run_whose_tables_are_of_an_older_layout_says_which_and_what_to_do()
    {
        using IRunArchive archive = Open();
        FinishedRun run = TinyRun.Of("annexe.yaml");
        ArchivedRun kept = SmallRuns.Run(run);
        archive.AddCase(new CaseContent(run.Loaded.Fingerprint, run.Loaded.Inputs));
        archive.Add(kept);
        archive.Add(SmallRuns.Run(0));
        using (ParquetTables parquet = new())
        {
            string[] older = ["tier", "price_on", "provision_id", "academic_year", "held_tier", "price"];
            RunTable layout = PlacementTables.Certificate with { Columns = [.. PlacementTables.Certificate.Columns.Where(column => older.Contains(column.Name))] };
            string file = Path.Combine(_folder, "runs", kept.Manifest.Id, "certificate.parquet");
            File.Delete(file);
            parquet.Write(new TableRows(layout, [["cost", "held-tier", null, null, "unplaced", 7.0]]), file);
        }

        Finding read = Assert.Single(Assert.Throws<FindingsException>(() => ArchivedPlan.Read(archive, kept.Manifest)).Findings);
        Finding check = Assert.Single(ArchiveChecks.Of(archive, _ => { }, TestContext.Current.CancellationToken), finding => finding.Code != "missing-case");
        FindingsException many = Assert.Throws<FindingsException>(() => archive.ReadEach([SmallRuns.Request(0).Identity.Id, kept.Manifest.Id], PlacementTables.Certificate).Count());

        Assert.Equal(
            $"runs/{kept.Manifest.Id}/certificate.parquet limit_kind, financial_year, year_group, from_kind: The run's tables are of an older layout, which had no such columns. "
                + "Maybe read it with the version that made it, or run its batch again and remove it with 'archive prune --other-versions'.",
            $"{read}");
        Assert.Equal("older-layout", read.Code);
        Assert.Equal(read, check);
        Assert.Equal([read], many.Findings);
    }

    [Fact]
    public void A_manifest_that_says_another_scenario_is_found()
    {
        using IRunArchive archive = Open();
        archive.AddCase(SmallRuns.Case);
        archive.Add(SmallRuns.Run(0));
        string path = Path.Combine(_folder, "runs", SmallRuns.Request(0).Identity.Id, "manifest.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("annexe.yaml", "another.yaml", StringComparison.Ordinal));

        Assert.Equal(["changed-manifest"], ArchiveChecks.Of(archive, _ => { }, TestContext.Current.CancellationToken).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "unknown-format")]
    [InlineData("\"format\": 1", "\"format\": 1, \"date\": \"today\"", "bad-manifest")]
    [InlineData("\"seed\": 7,", "", "bad-manifest")]
    [InlineData("\"seed\": 7", "\"root\": 7", "bad-manifest")]
    [InlineData("\"placements\"", "\"everything\"", "bad-manifest")]
    [InlineData("\"tier\": \"cost\"", "\"tier\": null", "bad-manifest")]
    [InlineData("}\n", "", "bad-manifest")]
    public void A_manifest_that_this_program_does_not_write_is_refused(string words, string others, string code)
    {
        using IRunArchive archive = Open();
        archive.Add(SmallRuns.Run(0));
        string path = Path.Combine(_folder, "runs", SmallRuns.Request(0).Identity.Id, "manifest.json");
        string text = File.ReadAllText(path);
        Assert.Contains(words, text, StringComparison.Ordinal);
        int last = text.LastIndexOf(words, StringComparison.Ordinal);
        File.WriteAllText(path, text[..last] + others + text[(last + words.Length)..]);

        Assert.Equal(code, Assert.Throws<FindingsException>(() => archive.Find(SmallRuns.Request(0).Identity.Id)).Findings[0].Code);
    }

    [Fact]
    public void A_manifest_that_cannot_be_read_is_found_and_keeps_no_other_run_from_its_check()
    {
        using IRunArchive archive = Open();
        archive.AddCase(SmallRuns.Case);
        archive.Add(SmallRuns.Run(0));
        archive.Add(SmallRuns.Run(1));
        archive.Add(SmallRuns.Run(2));
        string Manifest(int future) => $"runs/{SmallRuns.Request(future).Identity.Id}/manifest.json";
        File.WriteAllText(Path.Combine(_folder, Manifest(0)), "{");
        File.Delete(Path.Combine(_folder, Manifest(1)));
        int read = 0;

        IReadOnlyList<Finding> findings = ArchiveChecks.Of(archive, count => read = count, TestContext.Current.CancellationToken);
        FindingsException refused = Assert.Throws<FindingsException>(() => archive.List());

        Assert.Equal([("not-a-run", Path.GetDirectoryName(Manifest(1))), ("bad-manifest", Manifest(0))], findings.Select(finding => (finding.Code, finding.File)));
        Assert.Equal([findings[1]], refused.Findings);
        Assert.Equal(1, read);
    }

    [Fact]
    public void Something_else_is_not_taken_for_an_archive()
    {
        File.WriteAllText(Path.Combine(_folder, "mine.txt"), "mine");

        Assert.Equal("not-an-archive", Assert.Throws<FindingsException>(() => FolderArchive.Open(_folder, create: true)).Findings[0].Code);
        Assert.Equal("no-archive", Assert.Throws<FindingsException>(() => FolderArchive.Open(Path.Combine(_folder, "none"), create: false)).Findings[0].Code);
    }

    protected override IRunArchive Open() => FolderArchive.Open(_folder, create: true);

    private static Dictionary<string, string> Files(string folder) =>
        Directory.EnumerateFiles(folder).ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file)));
}
