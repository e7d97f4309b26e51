using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DbUp;
using DbUp.Engine;
using Npgsql;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Queue;

namespace PlaceSufficiency.Storage.Archive.Postgres;

/// <summary>
/// The tables of the archive, in the schema <c>place_sufficiency</c>. Migrations only go forward. Each is recorded with the SHA-256 of its text; a database whose record
/// differs from this program is refused, whether it is older, newer or was changed.
/// </summary>
public static class PostgresSchema
{
    /// <summary>The schema of everything the archive has.</summary>
    public const string Name = "place_sufficiency";

    private const string Folder = "PlaceSufficiency.Storage.Archive.Postgres.Migrations.";

    private static readonly Migration[] _migrations =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && char.IsAsciiDigit(name[Folder.Length])).Order(StringComparer.Ordinal)
            .Select(name => new Migration(name[Folder.Length..], Text(name))),
    ];

    /// <summary>Brings a database up to this program, as its owner; does nothing when it is. Two at once take turns.</summary>
    /// <exception cref="FindingsException">The database is not one that this program can bring forward.</exception>
    public static void Migrate(NpgsqlDataSource source, string connectionString)
    {
        using NpgsqlConnection turn = source.OpenConnection();
        turn.Execute("SELECT pg_advisory_lock(7305811)");
        turn.Execute($"CREATE SCHEMA IF NOT EXISTS {Name}; CREATE TABLE IF NOT EXISTS {Name}.migration (name text PRIMARY KEY, sha256 text NOT NULL)");
        Finding[] wrong = [.. Differences(turn).Where(finding => finding.Code != "migration-missing")];
        if (wrong.Length > 0)
        {
            throw new FindingsException(wrong);
        }

        JobEngine.Install(turn);
        HashSet<string> applied = [.. turn.Query<string>($"SELECT name FROM {Name}.migration")];
        SqlScript[] scripts = [.. _migrations.Where(script => !applied.Contains(script.Name)).Select(Recorded), new SqlScript("roles.sql", Text($"{Folder}roles.sql"))];
        DatabaseUpgradeResult result = DeployChanges.To
            .PostgresqlDatabase(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = Name }.ConnectionString, Name)
            .WithScripts(scripts)
            .JournalTo(new DbUp.Helpers.NullJournal())
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build().PerformUpgrade();
        if (!result.Successful)
        {
            throw new FindingsException([Finding.Error("migration-failed", result.Error.Message, result.ErrorScript?.Name)]);
        }
    }

    /// <summary>Refuses a database that this program does not fit.</summary>
    /// <exception cref="FindingsException">It has no archive, or that of another version.</exception>
    public static void Check(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = new($"SELECT to_regclass('{Name}.migration') IS NOT NULL", connection);
        bool isThere = command.ExecuteScalar() is true;
        Finding[] wrong = isThere
            ? [.. Differences(connection)]
            : [Finding.Error("no-archive", "There is no archive in this database.", value: connection.Database, maybe: "its owner makes one with 'place-sufficiency archive migrate'.")];
        if (wrong.Length > 0)
        {
            throw new FindingsException(wrong);
        }
    }

    private static IEnumerable<Finding> Differences(NpgsqlConnection connection)
    {
        Dictionary<string, string> applied = Applied(connection);
        foreach (Migration script in _migrations)
        {
            if (!applied.Remove(script.Name, out string? sha256))
            {
                yield return Finding.Error("migration-missing", "The database is older than this program.", value: script.Name, maybe: "its owner brings it forward with 'place-sufficiency archive migrate'.");
            }
            else if (sha256 != Sha256(script.Text))
            {
                yield return Finding.Error("migration-changed", "The database was made by another text of this migration.", value: script.Name);
            }
        }

        foreach (string stranger in applied.Keys.Order(StringComparer.Ordinal))
        {
            yield return Finding.Error("migration-unknown", "The database is newer than this program.", value: stranger, maybe: "install the version that the others use.");
        }
    }

    /// <summary>Asked at every start, so without what only later questions need.</summary>
    private static Dictionary<string, string> Applied(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = new($"SELECT name, sha256 FROM {Name}.migration", connection);
        using NpgsqlDataReader reader = command.ExecuteReader();
        Dictionary<string, string> applied = [];
        while (reader.Read())
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    private static SqlScript Recorded(Migration script) =>
        new(script.Name, $"{script.Text}\nINSERT INTO migration (name, sha256) VALUES ('{script.Name}', '{Sha256(script.Text)}');");

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Text(string resource)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private sealed record Migration(string Name, string Text);
}
