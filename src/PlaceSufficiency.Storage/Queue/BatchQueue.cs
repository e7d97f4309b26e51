using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.States;
using Npgsql;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Postgres;

namespace PlaceSufficiency.Storage.Queue;

/// <summary>Batches that workers on any number of machines share, in the archive's database.</summary>
public sealed class BatchQueue : IDisposable
{
    private readonly NpgsqlDataSource _source;

    private BatchQueue(PostgresArchive archive, NpgsqlDataSource source)
    {
        Archive = archive;
        _source = source;
        Engine = JobEngine.Open(source);
        Tables = new QueueTables(archive);
    }

    /// <summary>The archive that results go to.</summary>
    public IRunArchive Archive { get; }

    /// <summary>What is kept beside the engine's tables.</summary>
    public QueueTables Tables { get; }

    /// <summary>The engine's storage.</summary>
    internal PostgreSqlStorage Engine { get; }

    /// <summary>Opens the queue of an archive.</summary>
    /// <param name="location">A PostgreSQL archive.</param>
    /// <exception cref="FindingsException">It is none, or cannot be opened.</exception>
    public static BatchQueue Open(string location)
    {
        if (!PostgresLocation.IsOne(location))
        {
            throw new FindingsException([Finding.Error("no-queue", "Only an archive in PostgreSQL has a queue.", key: "--archive", value: location, maybe: "postgres: or postgres://user@host/database was meant.")]);
        }

        string connectionString = PostgresLocation.ConnectionString(location, Environment.GetEnvironmentVariable);
        return new BatchQueue(PostgresArchive.Open(connectionString), JobEngine.SourceOf(connectionString));
    }

    /// <summary>Queues every run of a recorded batch that the archive does not have. Queued twice it is made once.</summary>
    /// <param name="batch">The batch; its cases are in the archive.</param>
    /// <param name="done">Is told how many were queued.</param>
    /// <param name="cancellation">Stops queueing; what is queued stays.</param>
    /// <returns>How many were queued.</returns>
    public int Submit(BatchRecord batch, Action<int> done, CancellationToken cancellation)
    {
        Tables.Renew(batch.Id);
        IReadOnlySet<string> existing = Archive.Existing(batch.Runs.Select(run => run.Identity.Id));
        BackgroundJobClient client = new(Engine);
        int queued = 0;
        foreach (RunIdentity run in batch.Runs.Select(run => run.Identity).Where(run => !existing.Contains(run.Id)).DistinctBy(run => run.Id))
        {
            cancellation.ThrowIfCancellationRequested();
            // The queue belongs to the job: said of its first state alone, the engine would try it again in a queue where nobody works.
            client.Create(Job.FromExpression<QueuedRun>(job => job.Make(batch.Id, run.Id, CancellationToken.None), JobEngine.QueueOf(run.Version)), new EnqueuedState());
            done(++queued);
        }

        return queued;
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose()
    {
        Archive.Dispose();
        _source.Dispose();
    }
}
