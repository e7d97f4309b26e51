using Hangfire.PostgreSql;
using Npgsql;

namespace PlaceSufficiency.Storage.Queue;

/// <summary>
/// The job engine's storage, in the schema <c>hangfire</c> of the archive's database, on a plain data source of its own. A job that a worker holds is kept by a sign of life every
/// fifth of <see cref="Invisible"/>, by the database's clock; when the signs end it may be taken by another.
/// </summary>
internal static class JobEngine
{
    /// <summary>The schema of the engine's own tables.</summary>
    public const string Schema = "hangfire";

    /// <summary>How long a job stays with a worker that gives no sign of life.</summary>
    public static readonly TimeSpan Invisible = TimeSpan.FromSeconds(15);

    /// <summary>How often a worker with nothing to do looks.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(0.5);

    /// <summary>Opens the storage.</summary>
    public static PostgreSqlStorage Open(NpgsqlDataSource source) => new(
        new PlainConnections(source),
        new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = false,
            InvisibilityTimeout = Invisible,
            UseSlidingInvisibilityTimeout = true,
            QueuePollInterval = Poll,
            JobExpirationCheckInterval = TimeSpan.FromMinutes(5),
            DistributedLockTimeout = TimeSpan.FromSeconds(30),
        });

    /// <summary>Its data source.</summary>
    public static NpgsqlDataSource SourceOf(string connectionString) => new NpgsqlDataSourceBuilder(connectionString).Build();

    /// <summary>Makes the engine's tables, as the database's owner.</summary>
    public static void Install(NpgsqlConnection connection) => PostgreSqlObjectsInstaller.Install(connection, Schema);

    /// <summary>The queue of a version: workers of another never see its runs.</summary>
    public static string QueueOf(string version) => $"runs-{string.Concat(version.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))}";

    private sealed class PlainConnections(NpgsqlDataSource source) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
    }
}
