using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PlaceSufficiency.Testing.Postgres;

namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>Workers as processes of their own, on a real PostgreSQL server, and what may befall them.</summary>
public sealed class QueueTests : IDisposable
{
    private readonly BatchCase _batch = new();
    private readonly PostgresDatabase? _database;
    private readonly List<Process> _workers = [];

    public QueueTests()
    {
        if (PostgresDatabase.WhyNot is { } why)
        {
            Assert.Skip(why);
        }

        _database = new PostgresDatabase();
    }

    public void Dispose()
    {
        foreach (Process worker in _workers)
        {
            ProgramProcess.EndNow(worker);
            worker.Dispose();
        }

        _batch.Dispose();
    }

    /// <summary>The figures are those of a batch in an archive that is a folder, row by row.</summary>
    [Fact]
    public async Task A_killed_worker_costs_nothing_and_workers_make_what_one_process_makes()
    {
        await _batch.Run("folder");
        await Say("archive", "migrate");
        Said submitted = await Say("submit", _batch.BatchFile);
        Process killed = Worker("--threads", "1");
        await Until("1 run in the archive", () => Runs() >= 1);
        ProgramProcess.EndNow(killed);
        Said worker = await Say("worker", "--until-empty");
        Said status = await Say("status", "--watch");

        Assert.Contains($"{BatchCase.Runs} of {BatchCase.Runs} runs queued", submitted.Results, StringComparison.Ordinal);
        Assert.Equal(0, worker.ExitCode);
        Assert.Contains($": {BatchCase.Runs} of {BatchCase.Runs} runs made, finished, widest gap 0%\n", status.Results, StringComparison.Ordinal);
        Assert.Equal(await Exported("--archive", _batch.At("folder")), await Exported("--archive", "postgres:"));
        Assert.True(int.Parse(_database!.Say("SELECT count(*) FROM place_sufficiency.attempt")) <= BatchCase.Runs + 1, "more than the run in flight was made twice");
    }

    [Fact]
    public async Task A_full_queue_that_is_cancelled_is_not_made_and_can_be_gone_on_with()
    {
        await Say("archive", "migrate");
        await Say("submit", _batch.BatchFile);
        Said cancelled = await Say("cancel", "Tiny batch");
        Said idle = await Say("worker", "--until-empty");
        int made = Runs();
        Said again = await Say("submit", _batch.BatchFile);
        Said worker = await Say("worker", "--until-empty");

        Assert.Equal((0, 0, 0, 0), (cancelled.ExitCode, idle.ExitCode, again.ExitCode, worker.ExitCode));
        Assert.Equal(0, made);
        Assert.Equal(BatchCase.Runs, Runs());
    }

    [Fact]
    public async Task A_run_that_crashes_the_solver_is_given_up_and_the_others_are_made()
    {
        await Say("archive", "migrate");
        await Say("submit", _batch.BatchFile);
        Said worker = await Say([new("PLACE_SUFFICIENCY_FAULT_ON", "annexe inmss.cap.2025+=1, future 7/0")], "worker", "--until-empty");
        Said status = await Say("status");

        Assert.Equal(0, worker.ExitCode);
        Assert.Contains($"{BatchCase.Runs - 1} of {BatchCase.Runs} runs made, finished with 1 failed", status.Results, StringComparison.Ordinal);
        Assert.Contains("Given up after 3 attempts", status.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_that_nothing_is_queued_for_are_said_and_not_waited_for()
    {
        await Say("archive", "migrate");
        await Say("submit", _batch.BatchFile);
        _database!.Say("DELETE FROM hangfire.jobqueue");

        Said worker = await Say("worker", "--until-empty");

        Assert.Contains($"Tiny batch: {BatchCase.Runs} runs are not made and nothing is queued for them; submit the batch again.", worker.Trouble, StringComparison.Ordinal);

        Said status = await Say("status", "--watch");

        Assert.Equal(0, status.ExitCode);
        Assert.Contains($": 0 of {BatchCase.Runs} runs made, nothing is queued for the others\n", status.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_may_not_write_says_so_and_ends()
    {
        await Say("archive", "migrate");
        string reader = $"{_database!.Name}_reader";
        _database.Say($"CREATE ROLE {reader} LOGIN IN ROLE place_sufficiency_reader");

        Said worker = await Say([new("PGUSER", reader)], "worker");

        Assert.Equal(2, worker.ExitCode);
        Assert.Contains("permission denied for table worker", worker.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_of_another_version_are_left_alone_and_that_is_said()
    {
        await Say("archive", "migrate");
        await Say("submit", _batch.BatchFile);
        _database!.Say("UPDATE hangfire.jobqueue SET queue = 'runs-9-9-9-other'");
        Process worker = Worker();

        string? line;
        do
        {
            line = await worker.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        }
        while (line?.Contains("wait for another version", StringComparison.Ordinal) == false);

        Assert.StartsWith($"{BatchCase.Runs} runs wait for another version (runs-9-9-9-other); this worker is ", line, StringComparison.Ordinal);
        Assert.Equal(0, Runs());
    }

    [Fact]
    public async Task The_dashboard_wants_the_password()
    {
        await Say("archive", "migrate");
        Process worker = Worker([new("PLACE_SUFFICIENCY_DASHBOARD_PASSWORD", "open sesame")], "--dashboard", "0");
        string said = await worker.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? string.Empty;
        string address = said["Dashboard: ".Length..said.IndexOf(',', StringComparison.Ordinal)];
        using HttpClient client = new();

        Assert.StartsWith("http://127.0.0.1:", address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri(address), TestContext.Current.CancellationToken)).StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("place-sufficiency:wrong")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri(address), TestContext.Current.CancellationToken)).StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("place-sufficiency:open sesame")));
        Assert.Contains("Hangfire", await client.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduler_that_counts_makes_runs_one_by_one()
    {
        await Say("archive", "migrate");
        await Say("submit", _batch.BatchFile);

        Said[] said = await Task.WhenAll(Enumerable.Range(0, 3).Select(index => Say("run-one", "--batch", "Tiny batch", "--key", $"{index}")));
        Said beyond = await Say("run-one", "--batch", "Tiny batch", "--key", $"{BatchCase.Runs}");

        Assert.All(said, each => Assert.EndsWith(": made.\n", each.Results, StringComparison.Ordinal));
        Assert.Equal(3, Runs());
        Assert.Equal(2, beyond.ExitCode);
    }

    /// <summary>A cluster of its own, because it goes down in the middle of a batch.</summary>
    [Fact]
    public async Task A_server_that_is_away_for_ten_seconds_costs_ten_seconds()
    {
        using PostgresCluster cluster = new();
        PostgresDatabase database = new(cluster);
        await ProgramProcess.Run(database.Variables, TestContext.Current.CancellationToken, "archive", "migrate", "--archive", "postgres:");
        Task<Said> run = ProgramProcess.Run(database.Variables, TestContext.Current.CancellationToken, "run", _batch.BatchFile, "--archive", "postgres:");
        await Until("2 runs in the archive", () => int.Parse(database.Say("SELECT count(*) FROM place_sufficiency.run")) >= 2);
        cluster.Stop();
        await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        cluster.Start();

        Said said = await run;

        Assert.True(said.ExitCode == 0, said.Trouble);
        Assert.Equal($"{BatchCase.Runs}", database.Say("SELECT count(*) FROM place_sufficiency.run"));
    }

    private int Runs() => int.Parse(_database!.Say("SELECT count(*) FROM place_sufficiency.run"));

    private async Task<string> Exported(params string[] archive)
    {
        string file = _batch.At($"{archive[1].GetHashCode(StringComparison.Ordinal)}.csv");
        Said said = await ProgramProcess.Run(_database!.Variables, TestContext.Current.CancellationToken, ["archive", "export", "placements", "--to", file, .. archive]);
        Assert.Equal(0, said.ExitCode);
        return await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
    }

    private Task<Said> Say(params string[] arguments) => Say([], arguments);

    private Task<Said> Say(KeyValuePair<string, string>[] environment, params string[] arguments) =>
        ProgramProcess.Run([.. _database!.Variables, .. environment], TestContext.Current.CancellationToken, [.. arguments, "--archive", "postgres:"]);

    private Process Worker(params string[] more) => Worker([], more);

    private Process Worker(KeyValuePair<string, string>[] environment, params string[] more)
    {
        Process worker = ProgramProcess.Start([.. _database!.Variables, .. environment], ["worker", "--archive", "postgres:", .. more]);
        _workers.Add(worker);
        return worker;
    }

    private static async Task Until(string what, Func<bool> isSo)
    {
        Stopwatch elapsed = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(elapsed.Elapsed < TimeSpan.FromMinutes(3), $"Waited in vain for {what}.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
