using System.Globalization;

namespace PlaceSufficiency.Testing.Postgres;

/// <summary>A database of one test, in a cluster that the test process starts when it is first wanted.</summary>
public sealed class PostgresDatabase
{
    private static readonly Lazy<PostgresCluster> _shared = new(() =>
    {
        PostgresCluster cluster = new();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Leave();
        return cluster;
    });

    private static int _number;

    /// <summary>Makes an empty database in the shared cluster.</summary>
    public PostgresDatabase()
        : this(_shared.Value)
    {
    }

    /// <summary>Makes an empty database.</summary>
    public PostgresDatabase(PostgresCluster cluster)
    {
        Cluster = cluster;
        Name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _number)}");
        cluster.Say("postgres", $"CREATE DATABASE {Name}");
    }

    /// <summary>Why the test cannot be run here; null when it can. Where CI is set it must run, and this is a failure.</summary>
    public static string? WhyNot => PostgresBinaries.Folder is not null ? null
        : Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? throw new InvalidOperationException(PostgresBinaries.Why)
        : PostgresBinaries.Why;

    /// <summary>Its cluster.</summary>
    public PostgresCluster Cluster { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How libpq and this program are told of it.</summary>
    public KeyValuePair<string, string>[] Variables => [new("PGHOST", Cluster.Socket), new("PGDATABASE", Name), new("PGUSER", "postgres")];

    /// <summary>What its connection string is.</summary>
    public string ConnectionString(string user = "postgres") => $"Host={Cluster.Socket};Database={Name};Username={user};Timeout=15;Maximum Pool Size=20";

    /// <summary>Says something to it in SQL.</summary>
    public string Say(string sql) => Cluster.Say(Name, sql);
}
