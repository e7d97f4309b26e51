using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Tables;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Runs;
using PlaceSufficiency.Storage.Tests.Runs;

namespace PlaceSufficiency.Storage.Tests.Archive;

/// <summary>What every kind of archive promises.</summary>
public abstract class RunArchiveContract
{
    /// <summary>Opens the archive of the test; called more than once it is the same archive, as another process would open it.</summary>
    protected abstract IRunArchive Open();

    [Fact]
    public void A_run_comes_back_as_it_went_in()
    {
        using IRunArchive archive = Open();
        ArchivedRun run = SmallRuns.Run(0);

        Assert.True(archive.Add(run));

        using IRunArchive other = Open();
        Assert.Equal(run.Manifest.ToJson(), other.Find(run.Manifest.Id)!.ToJson());
        Assert.All(run.Tables, table =>
        {
            TableRows read = other.Read(run.Manifest.Id, table.Table);
            Assert.Equal(table.Rows, read.Rows);
            Assert.Equal(TableContent.Sha256(table), TableContent.Sha256(read));
        });
    }

    [Fact]
    public void A_plan_proven_by_cases_comes_back_with_every_case_and_the_prices_it_names()
    {
        using IRunArchive archive = Open();
        FinishedRun run = TinyRun.ByCases();
        ArchivedRun kept = SmallRuns.Run(run);
        archive.AddCase(new CaseContent(run.Loaded.Fingerprint, run.Loaded.Inputs));
        archive.Add(kept);

        ArchivedPlan read = ArchivedPlan.Read(archive, archive.Find(kept.Manifest.Id)!);

        Assert.Equal(run.Plan.Tiers.Select(tier => tier.Cases), read.Plan.Tiers.Select(tier => tier.Cases));
        Assert.Equal([1, 2, 3], read.Plan.Tiers.Select(tier => tier.Proof.Count));
        Assert.All(run.Plan.Tiers.Zip(read.Plan.Tiers), tier => Assert.Equal(tier.First.Proof.Select(Flat), tier.Second.Proof.Select(Flat)));
        Assert.Equal(
            ["over-number 3", "cost 5"],
            archive.Query("SELECT tier, count(*) FROM cases GROUP BY tier ORDER BY min(step)").Rows.Select(row => string.Join(' ', row)));
        Assert.Empty(ArchiveChecks.Of(archive, _ => { }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_plan_without_cases_has_no_table_of_them()
    {
        using IRunArchive archive = Open();
        FinishedRun run = TinyRun.Of("annexe.yaml");
        ArchivedRun kept = SmallRuns.Run(run);
        archive.AddCase(new CaseContent(run.Loaded.Fingerprint, run.Loaded.Inputs));
        archive.Add(kept);

        Assert.Equal(["stays", "placements", "certificate"], kept.Manifest.Tables.Select(table => table.Name));
        Assert.All(ArchivedPlan.Read(archive, kept.Manifest).Plan.Tiers, tier => Assert.Null(tier.Cases));
        Assert.Equal(["0"], archive.Query("SELECT count(*) FROM cases").Rows.Select(row => $"{row[0]}"));
    }

    [Fact]
    public void A_run_is_there_once_and_never_changes()
    {
        using IRunArchive archive = Open();
        ArchivedRun run = SmallRuns.Run(0, unplaced: 3);
        ArchivedRun impostor = SmallRuns.Run(0, unplaced: 4);
        Assert.Equal(run.Manifest.Id, impostor.Manifest.Id);

        Assert.True(archive.Add(run));
        Assert.False(archive.Add(impostor));

        Assert.Equal([run.Manifest.ToJson()], archive.List().Select(each => each.ToJson()));
        Assert.Equal(3, archive.Read(run.Manifest.Id, SummaryTables.Years).Rows[1][5]);
    }

    [Fact]
    public void Of_many_who_add_the_same_run_at_once_one_adds_it()
    {
        Open().Dispose();
        int added = 0;
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            using IRunArchive archive = Open();
            Interlocked.Add(ref added, archive.Add(SmallRuns.Run(0)) ? 1 : 0);
        });

        using IRunArchive after = Open();
        Assert.Equal(1, added);
        Assert.Single(after.List());
        Assert.Empty(ArchiveChecks.Of(WithCase(after), _ => { }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_list_is_by_scenario_and_future_as_numbers()
    {
        using IRunArchive archive = Open();
        foreach ((int future, string scenario) in (ReadOnlySpan<(int, string)>)[(10, "annexe"), (2, "annexe"), (0, "zoo"), (1, "annexe")])
        {
            archive.Add(SmallRuns.Run(future, scenario: scenario));
        }

        Assert.Equal(
            ["annexe inmss.cap.2025+=1.5, future 7/1", "annexe inmss.cap.2025+=1.5, future 7/2", "annexe inmss.cap.2025+=1.5, future 7/10", "zoo inmss.cap.2025+=1.5, future 7/0"],
            archive.List().Select(run => run.Label));
    }

    [Fact]
    public void A_table_of_many_runs_comes_run_by_run_as_they_were_asked_for()
    {
        using IRunArchive archive = Open();
        archive.Add(SmallRuns.Run(0, unplaced: 3));
        archive.Add(SmallRuns.Run(1, unplaced: 5));
        archive.Add(SmallRuns.Run(2, unplaced: 7));

        (string Id, TableRows Rows)[] read = [.. archive.ReadEach(new[] { 2, 0 }.Select(future => SmallRuns.Request(future).Identity.Id), SummaryTables.Years)];

        Assert.Equal([SmallRuns.Request(2).Identity.Id, SmallRuns.Request(0).Identity.Id], read.Select(run => run.Id));
        Assert.Equal(["2024/25 0", "2025/26 7", "2024/25 0", "2025/26 3"], read.SelectMany(run => run.Rows.Rows).Select(row => $"{row[0]} {row[5]}"));
    }

    [Fact]
    public void It_says_which_of_many_runs_it_has()
    {
        using IRunArchive archive = Open();
        archive.Add(SmallRuns.Run(1));

        Assert.Equal([SmallRuns.Request(1).Identity.Id], archive.Existing(Enumerable.Range(0, 5000).Select(future => SmallRuns.Request(future).Identity.Id)));
        Assert.Null(archive.Find(SmallRuns.Request(0).Identity.Id));
    }

    [Fact]
    public void A_case_comes_back_byte_for_byte_and_can_be_read_from_memory()
    {
        using IRunArchive archive = Open();
        archive.AddCase(SmallRuns.Case);
        archive.AddCase(SmallRuns.Case);

        CaseContent found = archive.FindCase(SmallRuns.Case.Fingerprint)!;

        Assert.Equal(
            SmallRuns.Case.Files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (file.Path, Convert.ToHexString(file.Bytes.Span))),
            found.Files.Select(file => (file.Path, Convert.ToHexString(file.Bytes.Span))));
        Assert.Equal(SmallRuns.Case.Fingerprint, CaseReader.Read(found.Files, "annexe.yaml").Fingerprint);
        Assert.Null(archive.FindCase(new string('0', 64)));
    }

    [Fact]
    public void A_batch_is_recorded_with_its_runs_in_their_order()
    {
        using IRunArchive archive = Open();
        BatchRecord batch = new("Which plan?", [.. Enumerable.Range(0, 300).Select(future => SmallRuns.Request(299 - future))]);
        archive.AddBatch(batch);
        archive.AddBatch(batch);

        BatchRecord found = Assert.Single(archive.Batches());

        Assert.Equal(batch.Id, found.Id);
        Assert.Equal(batch.Runs.Select(run => run.Label), found.Runs.Select(run => run.Label));
    }

    [Fact]
    public void One_query_sees_every_run()
    {
        using IRunArchive archive = Open();
        archive.Add(SmallRuns.Run(0, unplaced: 3));
        archive.Add(SmallRuns.Run(1, unplaced: 5));

        QueryResult result = archive.Query(
            "SELECT runs.path, runs.scenario, runs.settings, sum(years.unplaced_pupils) AS unplaced FROM runs JOIN years ON years.run = runs.run GROUP BY 1, 2, 3 ORDER BY 1");

        Assert.Equal(["path", "scenario", "settings", "unplaced"], result.Columns);
        Assert.Equal(["0 annexe inmss.cap.2025+=1.5 3", "1 annexe inmss.cap.2025+=1.5 5"], result.Rows.Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void An_empty_archive_can_be_asked_anything()
    {
        using IRunArchive archive = Open();

        Assert.Empty(archive.List());
        Assert.Empty(archive.Batches());
        Assert.Equal(["0"], archive.Query("SELECT count(*) FROM years").Rows.Select(row => $"{row[0]}"));
        Assert.Empty(ArchiveChecks.Of(archive, _ => { }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_query_that_cannot_be_answered_says_why()
    {
        using IRunArchive archive = Open();

        FindingsException exception = Assert.Throws<FindingsException>(() => archive.Query("SELECT nonsense FROM years"));

        Assert.Equal("bad-query", Assert.Single(exception.Findings).Code);
        Assert.Contains("nonsense", exception.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Removed_runs_and_batches_are_gone_and_can_be_added_again()
    {
        using IRunArchive archive = Open();
        BatchRecord batch = new("b", [SmallRuns.Request(0), SmallRuns.Request(1)]);
        archive.AddBatch(batch);
        archive.Add(SmallRuns.Run(0));
        archive.Add(SmallRuns.Run(1));

        archive.Remove([SmallRuns.Request(0).Identity.Id], [batch.Id]);

        Assert.Equal([SmallRuns.Request(1).Identity.Id], archive.List().Select(run => run.Id));
        Assert.Empty(archive.Batches());
        Assert.True(archive.Add(SmallRuns.Run(0)));
        Assert.Equal(2, archive.Read(SmallRuns.Request(0).Identity.Id, SummaryTables.Years).Rows.Count);
    }

    [Fact]
    public void Every_run_read_back_is_as_it_was_written()
    {
        using IRunArchive archive = Open();
        archive.AddCase(SmallRuns.Case);
        archive.Add(SmallRuns.Run(0));
        int read = 0;

        Assert.Empty(ArchiveChecks.Of(archive, count => read = count, TestContext.Current.CancellationToken));

        Assert.Equal(1, read);
    }

    [Fact]
    public void A_run_whose_case_is_not_there_is_found()
    {
        using IRunArchive archive = Open();
        archive.Add(SmallRuns.Run(0));

        Assert.Equal(["missing-case"], ArchiveChecks.Of(archive, _ => { }, TestContext.Current.CancellationToken).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public void A_table_of_all_runs_is_exported(string ending)
    {
        using IRunArchive archive = Open();
        archive.Add(SmallRuns.Run(0));
        archive.Add(SmallRuns.Run(1));
        string path = Path.Combine(Directory.CreateTempSubdirectory("place-sufficiency-export-").FullName, $"out/money.{ending}");

        long rows = TableExport.Write(archive, archive.List(), SummaryTables.Money, path);

        Assert.Equal(4, rows);
        Assert.Equal(ending == "csv" ? 5 : 4, ending == "csv" ? File.ReadAllLines(path).Length : RowsOf(path));
        if (ending == "csv")
        {
            Assert.Equal(["run,financial_year,line,amount_pounds", $"{SmallRuns.Request(0).Identity.Id},2025/26,high-needs-block,1234567.89"], File.ReadLines(path).Take(2));
        }

        Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(path))!, recursive: true);
    }

    private static string Flat(TierPrices prices) => string.Join(
        ' ', prices.Places.OrderBy(price => price.Key).Select(price => $"{price}").Concat(prices.InmssLimit.OrderBy(price => price.Key).Select(price => $"{price}"))
            .Concat(prices.HeldTiers.OrderBy(price => price.Key).Select(price => $"{price}")));

    private static int RowsOf(string path)
    {
        using PlaceSufficiency.Storage.Archive.Embedded.ParquetTables parquet = new();
        return parquet.Query($"SELECT * FROM read_parquet('{path}')").Rows.Count;
    }

    private static IRunArchive WithCase(IRunArchive archive)
    {
        archive.AddCase(SmallRuns.Case);
        return archive;
    }
}
