using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Runs;

namespace PlaceSufficiency.Storage.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly DirectoryInfo _outer = Directory.CreateTempSubdirectory("place-sufficiency-");

    private string Run => Path.Combine(_outer.FullName, "run");

    public void Dispose() => _outer.Delete(recursive: true);

    [Fact]
    public void A_run_is_read_back_as_it_was_written()
    {
        FinishedRun written = TinyRun.Of("annexe.yaml");
        RunFolder.Write(Run, written, [TinyRun.Report("summary.json", "{}\n"), TinyRun.Report("tables/balance.csv", "a,b\n")]);

        FinishedRun read = RunFolder.Read(Run);

        Assert.Equal("1.2.3", read.ToolVersion);
        Assert.Equal(written.Loaded.Fingerprint, read.Loaded.Fingerprint);
        Assert.Equal(written.Loaded.Case.Name, read.Loaded.Case.Name);
        Assert.Equal(written.Loaded.ChangeLog, read.Loaded.ChangeLog);
        Assert.Empty(read.Loaded.Findings);
        Assert.Equal(written.Demand.Stays.Select(Flat), read.Demand.Stays.Select(Flat));
        Assert.Equal(written.Plan.Paths.Select(Flat), read.Plan.Paths.Select(Flat));
        Assert.Equal(written.Plan.Tiers.Select(tier => (tier.Tier, tier.Value, tier.Bound)), read.Plan.Tiers.Select(tier => (tier.Tier, tier.Value, tier.Bound)));
        foreach ((TierResult expected, TierResult actual) in written.Plan.Tiers.Zip(read.Plan.Tiers))
        {
            Assert.Equal(expected.Prices.Places.OrderBy(price => price.Key), actual.Prices.Places.OrderBy(price => price.Key));
            Assert.Equal(expected.Prices.InmssLimit, actual.Prices.InmssLimit);
            Assert.Equal(expected.Prices.HeldTiers.OrderBy(price => price.Key), actual.Prices.HeldTiers.OrderBy(price => price.Key));
        }
    }

    [Fact]
    public void Unplaced_pupils_and_split_stays_are_read_back()
    {
        FinishedRun run = TinyRun.Of();
        PupilPath[] paths = [new(0, 1, [new("oak-special"), null]), new(0, 1, [null, null]), .. run.Plan.Paths.Skip(1)];
        RunFolder.Write(Run, run with { Plan = run.Plan with { Paths = paths } }, []);

        Assert.Equal(paths.Select(Flat), RunFolder.Read(Run).Plan.Paths.Select(Flat));
    }

    [Fact]
    public void Openings_and_every_set_of_prices_are_read_back()
    {
        FinishedRun run = TinyRun.Of();
        TierResult[] tiers = [.. run.Plan.Tiers.Select(tier => tier with { Proof = [tier.Prices, run.Plan.Tiers[1].Prices with { HeldTiers = new Dictionary<ObjectiveTier, double> { [ObjectiveTier.Unplaced] = 7 } }] })];
        ImmutableSortedDictionary<SchemeId, AcademicYear> openings = ImmutableSortedDictionary<SchemeId, AcademicYear>.Empty.Add(new("oak-annexe"), AcademicYear.StartingIn(2026));
        RunFolder.Write(Run, run with { Plan = run.Plan with { Tiers = tiers, Openings = openings } }, []);

        PlacementPlan read = RunFolder.Read(Run).Plan;
        Assert.Equal(openings, read.Openings);
        Assert.All(read.Tiers, tier => Assert.Equal(7, tier.Proof[1].HeldTiers[ObjectiveTier.Unplaced]));
        Assert.Equal(["scheme_id,opens", "oak-annexe,2026/27"], Lines("openings.csv"));
    }

    [Fact]
    public void Cases_of_openings_are_read_back_each_to_its_tier()
    {
        FinishedRun run = TinyRun.ByCases();
        RunFolder.Write(Run, run, []);

        PlacementPlan read = RunFolder.Read(Run).Plan;

        Assert.Equal(run.Plan.Tiers.Select(tier => tier.Cases), read.Tiers.Select(tier => tier.Cases));
        Assert.Equal([1, 2, 3], read.Tiers.Select(tier => tier.Proof.Count));
        Assert.Equal(
        [
            "row,tier,split,opens_by,price_set",
            "0,over-number,oak-annexe,2026/27,",
            "1,over-number,,,0",
            "2,over-number,,,1",
            "3,cost,oak-annexe,2026/27,",
            "4,cost,oak-annexe,2025/26,",
            "5,cost,,,2",
            "6,cost,,,1",
            "7,cost,,,0",
        ], Lines("cases.csv"));
    }

    [Fact]
    public void A_plan_without_cases_has_no_file_of_them()
    {
        RunFolder.Write(Run, TinyRun.Of(), []);

        Assert.DoesNotContain("cases.csv", Files());
        Assert.All(RunFolder.Read(Run).Plan.Tiers, tier => Assert.Null(tier.Cases));
    }

    [Fact]
    public void The_tables_say_what_they_should()
    {
        RunFolder.Write(Run, TinyRun.Of(), []);

        Assert.Equal(
        [
            "stay,area_id,need,sex,first_year,last_year,year_group_at_first,levels,provision_id,pupils",
            "0,north,ASD,male,2024/25,2026/27,5,special;special;special,oak-special,2",
            "1,south,SLD,female,2024/25,2025/26,10,special;special,oak-special,1",
            "2,south,SLCN,female,2024/25,2026/27,5,resourced;resourced;special,elm-base,1",
            "3,north,ASD,male,2025/26,2026/27,7,special;special,,1",
            "4,north,ASD,male,2026/27,2026/27,7,special,,1",
        ], Lines("demand.csv"));
        Assert.Equal(
            ["stay,pupils,2025/26,2026/27", "0,2,oak-special,oak-special", "1,1,oak-special,", "2,1,elm-base,yew-inmss", "3,1,oak-special,oak-special", "4,1,,oak-special"],
            Lines("placements.csv"));
        Assert.Equal(
        [
            "tier,price_set,price_on,provision_id,academic_year,held_tier,limit,financial_year,year_group,from_kind,price",
            "over-number,0,held-tier,,,unplaced,,,,,0.3333333333333333",
            "cost,0,place,oak-special,2025/26,,,,,,0",
            "cost,0,place,oak-special,2026/27,,,,,,5964000.000000001",
            "cost,0,inmss-limit,,2026/27,,,,,,1E-17",
            "cost,0,held-tier,,,unplaced,,,,,1000000000",
            "cost,0,held-tier,,,over-number,,,,,0.30000000000000004",
        ], Lines("certificate.csv"));
        Assert.Contains("      \"bound\": 11171999.999999998,", Lines("manifest.json"));
    }

    [Fact]
    public void Inputs_are_copied_byte_for_byte()
    {
        FinishedRun run = TinyRun.Of("annexe.yaml");
        RunFolder.Write(Run, run, []);

        Assert.Equal(
            run.Loaded.Inputs.Select(input => (input.Path, Convert.ToHexString(input.Bytes.Span))),
            Files().Where(file => file.StartsWith("inputs/", StringComparison.Ordinal)).Select(file => (file["inputs/".Length..], Convert.ToHexString(Bytes(file)))));
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes_whatever_the_order_of_its_paths()
    {
        FinishedRun run = TinyRun.Of();
        string other = Path.Combine(_outer.FullName, "other");
        RunFolder.Write(Run, run, [TinyRun.Report("a.txt", "a"), TinyRun.Report("b.txt", "b")]);
        PupilPath[] shuffled = [.. run.Plan.Paths.Reverse().SkipLast(1), new(0, 1, run.Plan.Paths[0].Provisions), new(0, 1, run.Plan.Paths[0].Provisions)];
        RunFolder.Write(other, run with { Plan = run.Plan with { Paths = shuffled } }, [TinyRun.Report("b.txt", "b"), TinyRun.Report("a.txt", "a")]);

        Assert.All(Files(), file => Assert.Equal(Bytes(file), File.ReadAllBytes(Path.Combine(other, file))));
        Assert.DoesNotContain(_outer.FullName, File.ReadAllText(Path.Combine(Run, "manifest.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_run_takes_the_place_of_the_old_one_and_nothing_is_left_beside_it()
    {
        RunFolder.Write(Run, TinyRun.Of(), [TinyRun.Report("old.txt", "old")]);
        RunFolder.Write(Run, TinyRun.Of("annexe.yaml"), [TinyRun.Report("new.txt", "new")]);

        Assert.Equal("Tiny, with the annexe", RunFolder.Read(Run).Loaded.Case.Name);
        Assert.False(File.Exists(Path.Combine(Run, "old.txt")));
        Assert.Equal(["run"], Directory.EnumerateFileSystemEntries(_outer.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_run_and_nothing_beside_it()
    {
        RunFolder.Write(Run, TinyRun.Of(), [TinyRun.Report("old.txt", "old")]);

        Assert.Throws<InvalidDataException>(() => RunFolder.Write(Run, TinyRun.Of("annexe.yaml"), [new("new.txt", _ => throw new InvalidDataException())]));

        Assert.Equal("Tiny, places as they stand", RunFolder.Read(Run).Loaded.Case.Name);
        Assert.Equal(["run"], Directory.EnumerateFileSystemEntries(_outer.FullName).Select(Path.GetFileName));
    }

    [Fact]
    public void What_ended_processes_left_behind_is_put_right()
    {
        RunFolder.Write(Run, TinyRun.Of("annexe.yaml"), []);
        int ended = NoProcess();
        Directory.Move(Run, Path.Combine(_outer.FullName, $".run.aside-{ended}"));
        Directory.CreateDirectory(Path.Combine(_outer.FullName, $".run.partial-{ended}"));
        Directory.CreateDirectory(Path.Combine(_outer.FullName, ".run.partial-1"));
        Directory.CreateDirectory(Path.Combine(_outer.FullName, $".other.partial-{ended}"));

        Assert.Throws<InvalidDataException>(() => RunFolder.Write(Run, TinyRun.Of(), [new("x", _ => throw new InvalidDataException())]));

        Assert.Equal("Tiny, with the annexe", RunFolder.Read(Run).Loaded.Case.Name);
        Assert.Equal([$".other.partial-{ended}", ".run.partial-1", "run"], Directory.EnumerateFileSystemEntries(_outer.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Something_else_than_a_run_is_not_overwritten()
    {
        Directory.CreateDirectory(Run);
        File.WriteAllText(Path.Combine(Run, "thesis.txt"), "years of work");

        FindingsException refused = Assert.Throws<FindingsException>(() => RunFolder.Write(Run, TinyRun.Of(), []));

        Assert.Equal("not-a-run", Assert.Single(refused.Findings).Code);
        Assert.Equal("years of work", File.ReadAllText(Path.Combine(Run, "thesis.txt")));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/tmp/outside.txt")]
    [InlineData("inputs/base.yaml")]
    [InlineData("manifest.json")]
    [InlineData("cases.csv")]
    [InlineData("a//b")]
    public void A_report_cannot_leave_the_folder_or_take_what_the_run_owns(string path) =>
        Assert.Throws<ArgumentException>(() => RunFolder.Write(Run, TinyRun.Of(), [TinyRun.Report(path, "x")]));

    /// <summary>An id that no process has: the largest that Linux allows is 4,194,304.</summary>
    private static int NoProcess() => 2_000_000_000;

    private static string Flat(Stay stay) => $"{stay with { Levels = [] }} {string.Join(';', stay.Levels)}";

    private static string Flat(PupilPath path) => $"{path.Stay} {path.Pupils} {string.Join(';', path.Provisions)}";

    private byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Run, file));

    private string[] Lines(string file) => File.ReadAllLines(Path.Combine(Run, file));

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Run, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Run, file)).Order(StringComparer.Ordinal);
}
