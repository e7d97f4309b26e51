using System.Text.Json;
using Dapper;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive.Postgres;

namespace PlaceSufficiency.Storage.Queue;

/// <summary>What is known of a queued run.</summary>
/// <param name="Request">The run; null when its batch is gone.</param>
/// <param name="IsCancelled">Whether its batch was cancelled.</param>
/// <param name="IsDone">Whether it is in the archive or has failed.</param>
/// <param name="Attempts">How often it was begun.</param>
public sealed record QueuedState(RunRequest? Request, bool IsCancelled, bool IsDone, int Attempts);

/// <summary>A worker that gave a sign of life in the last half minute, by the database's clock.</summary>
/// <param name="Name">Machine and process.</param>
/// <param name="Version">Its version of the program.</param>
/// <param name="Words">What it says of itself.</param>
public sealed record LivingWorker(string Name, string Version, string Words);

/// <summary>How far a batch is.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version it needs.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="Done">How many of them are in the archive.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="IsCancelled">Whether it was cancelled.</param>
/// <param name="WidestGap">The widest gap of its runs so far, 0 to 1.</param>
public sealed record BatchState(string Id, string Name, string Version, int Runs, int Done, int Failed, bool IsCancelled, double WidestGap)
{
    /// <summary>Whether nothing more will be made of it: finished, or cancelled.</summary>
    public bool IsOver => IsCancelled || Done + Failed >= Runs;
}

/// <summary>The tables that workers keep beside the engine's: attempts, failures, cancelled batches, signs of life. All times are the database's.</summary>
public sealed class QueueTables(PostgresArchive archive)
{
    private const string Aged = "clock_timestamp() - interval '30 seconds'";

    /// <summary>What is known of a run.</summary>
    public QueuedState StateOf(string batch, string run) => archive.Do(connection =>
    {
        (string? request, bool cancelled, bool done, long attempts) = connection.QuerySingle<(string?, bool, bool, long)>(
            """
            SELECT (SELECT request FROM batch_run WHERE batch_id = @batch AND run_id = @run LIMIT 1),
                coalesce((SELECT cancelled FROM batch WHERE batch_id = @batch), true),
                EXISTS (SELECT FROM run WHERE run_id = @run) OR EXISTS (SELECT FROM failure WHERE run_id = @run),
                (SELECT count(*) FROM attempt WHERE run_id = @run)
            """,
            new { batch, run });
        return new QueuedState(request is null ? null : JsonSerializer.Deserialize<RunRequest>(request), cancelled, done, (int)attempts);
    });

    /// <summary>Writes down that a run is begun.</summary>
    /// <returns>The attempt, to be struck out where it turns out to say nothing of the run.</returns>
    public long Attempt(string run, string worker) => archive.Do(connection =>
        connection.ExecuteScalar<long>("INSERT INTO attempt (run_id, worker) VALUES (@run, @worker) RETURNING attempt_key", new { run, worker }));

    /// <summary>Strikes an attempt out.</summary>
    public void StrikeOut(long attempt) => archive.Do(connection => connection.Execute("DELETE FROM attempt WHERE attempt_key = @attempt", new { attempt }));

    /// <summary>Writes down that a run failed for good.</summary>
    public void Fail(string run, string words) => archive.Do(connection =>
        connection.Execute("INSERT INTO failure (run_id, words) VALUES (@run, @words) ON CONFLICT DO NOTHING", new { run, words }));

    /// <summary>Makes a batch wanted again: it is not cancelled, and what failed may be tried anew.</summary>
    public void Renew(string batch) => archive.Do(connection => connection.Execute(
        """
        UPDATE batch SET cancelled = false WHERE batch_id = @batch AND cancelled;
        DELETE FROM failure WHERE run_id IN (SELECT run_id FROM batch_run WHERE batch_id = @batch);
        DELETE FROM attempt WHERE run_id IN (SELECT run_id FROM batch_run WHERE batch_id = @batch);
        """,
        new { batch }));

    /// <summary>Cancels a batch: runs that are not begun never are.</summary>
    public void Cancel(string batch) => archive.Do(connection => connection.Execute("UPDATE batch SET cancelled = true WHERE batch_id = @batch", new { batch }));

    /// <summary>How far every batch is, by name.</summary>
    public IReadOnlyList<BatchState> States() => archive.Do(connection => connection.Query<(string Id, string Name, string? Request, bool Cancelled, long Runs, long Done, long Failed, double? Gap)>(
        """
        SELECT b.batch_id, b.name, (SELECT request FROM batch_run r WHERE r.batch_id = b.batch_id ORDER BY position LIMIT 1), b.cancelled, count(r.run_id), count(run.run_id), count(f.run_id), max(run.widest_gap)
        FROM batch b LEFT JOIN batch_run r USING (batch_id) LEFT JOIN run USING (run_id) LEFT JOIN failure f ON f.run_id = r.run_id AND run.run_id IS NULL
        GROUP BY b.batch_id, b.name, b.cancelled ORDER BY b.name, b.batch_id
        """)
        .Select(row => new BatchState(
            row.Id, row.Name, row.Request is null ? string.Empty : JsonSerializer.Deserialize<RunRequest>(row.Request)!.Identity.Version, (int)row.Runs, (int)row.Done, (int)row.Failed, row.Cancelled, row.Gap ?? 0))
        .ToArray());

    /// <summary>The failures of a batch: run and words.</summary>
    public IReadOnlyList<(string Run, string Words)> Failures(string batch) => archive.Do(connection => connection.Query<(string, string)>(
        "SELECT f.run_id, f.words FROM failure f JOIN batch_run r USING (run_id) WHERE r.batch_id = @batch AND NOT EXISTS (SELECT FROM run WHERE run.run_id = f.run_id) ORDER BY r.position", new { batch }).AsList());

    /// <summary>Gives a sign of life, and frees jobs whose workers give none: they go to the front of their queue, where the engine by itself would put them at its back.</summary>
    public void SignOfLife(LivingWorker worker) => archive.Do(connection =>
    {
        connection.Execute(
            """
            INSERT INTO worker (worker, version, words) VALUES (@Name, @Version, @Words)
            ON CONFLICT (worker) DO UPDATE SET version = @Version, words = @Words, seen = clock_timestamp()
            """,
            worker);
        return connection.Execute(
            $"UPDATE {JobEngine.Schema}.jobqueue SET fetchedat = NULL WHERE fetchedat < clock_timestamp() - make_interval(secs => @Seconds)", new { Seconds = JobEngine.Invisible.TotalSeconds });
    });

    /// <summary>Workers that are there.</summary>
    public IReadOnlyList<LivingWorker> Workers() => archive.Do(connection =>
        connection.Query<(string Name, string Version, string Words)>($"SELECT worker, version, words FROM worker WHERE seen > {Aged} ORDER BY worker").Select(row => new LivingWorker(row.Name, row.Version, row.Words)).ToArray());

    /// <summary>Says that a worker has gone.</summary>
    public void Gone(string worker) => archive.Do(connection => connection.Execute("UPDATE worker SET seen = '-infinity' WHERE worker = @worker", new { worker }));

    /// <summary>Whether the engine has a job left to give to workers of a version, now or later.</summary>
    public bool HasJobs(string version) => archive.Do(connection => connection.ExecuteScalar<bool>(
        $"""
        SELECT EXISTS (SELECT FROM {JobEngine.Schema}.jobqueue WHERE queue = @queue) OR EXISTS (SELECT FROM {JobEngine.Schema}.set WHERE key = 'schedule')
        """,
        new { queue = JobEngine.QueueOf(version) }));

    /// <summary>Versions for which runs wait in the engine's queues, and how many.</summary>
    public IReadOnlyList<(string Queue, int Jobs)> Waiting() => archive.Do(connection =>
        connection.Query<(string, long)>($"SELECT queue, count(*) FROM {JobEngine.Schema}.jobqueue WHERE fetchedat IS NULL GROUP BY queue ORDER BY queue").Select(row => (row.Item1, (int)row.Item2)).ToArray());
}
