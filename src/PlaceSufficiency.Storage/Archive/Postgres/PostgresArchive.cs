using System.Text;
using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Archive.Postgres;

/// <summary>
/// An archive that a team shares, in PostgreSQL. A run's key and its rows are one transaction, copied in binary; a second run of the same id waits for the first and
/// then is not added. What fails because the server went away is tried again for half a minute.
/// </summary>
public sealed class PostgresArchive : IRunArchive
{
    private const int RunsAtOnce = 256;

    private readonly NpgsqlDataSource _source;

    private PostgresArchive(NpgsqlDataSource source, string where)
    {
        _source = source;
        Where = where;
    }

    /// <inheritdoc/>
    public string Where { get; }

    /// <summary>Where its connections come from.</summary>
    internal NpgsqlDataSource Source => _source;

    /// <summary>Opens an archive.</summary>
    /// <param name="connectionString">The database.</param>
    /// <exception cref="FindingsException">There is none, that of another version, or no server.</exception>
    public static PostgresArchive Open(string connectionString)
    {
        PostgresArchive archive = new(SourceOf(connectionString), PostgresLocation.Words(connectionString));
        try
        {
            archive.Do(connection =>
            {
                PostgresSchema.Check(connection);
                return true;
            });
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Makes an archive in a database, or brings it forward.</summary>
    /// <exception cref="FindingsException">It cannot be made.</exception>
    public static void Migrate(string connectionString)
    {
        using NpgsqlDataSource source = SourceOf(connectionString);
        try
        {
            PostgresSchema.Migrate(source, connectionString);
        }
        catch (NpgsqlException exception)
        {
            throw Refused(exception, PostgresLocation.Words(connectionString));
        }
    }

    /// <summary>Whether the exception says that the server stayed away or refused: nothing is wrong with what was asked of it.</summary>
    public static bool IsAway(Exception exception) => exception is FindingsException { Findings: var findings } && findings.Any(finding => finding.Code is PostgresPatience.Away or PostgresPatience.Refusal);

    /// <inheritdoc/>
    public void AddCase(CaseContent content) => Do(connection =>
    {
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        if (connection.Execute("INSERT INTO archived_case (fingerprint) VALUES (@Fingerprint) ON CONFLICT DO NOTHING", new { content.Fingerprint }, transaction) == 1)
        {
            foreach (InputFile file in content.Files)
            {
                connection.Execute(
                    "INSERT INTO case_file (fingerprint, path, bytes) VALUES (@Fingerprint, @Path, @Bytes)", new { content.Fingerprint, file.Path, Bytes = file.Bytes.ToArray() }, transaction);
            }
        }

        transaction.Commit();
        return true;
    });

    /// <inheritdoc/>
    public CaseContent? FindCase(string fingerprint) => Do(connection =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT FROM archived_case WHERE fingerprint = @fingerprint)", new { fingerprint })
            ? new CaseContent(fingerprint,
            [
                .. connection.Query<(string Path, byte[] Bytes)>("SELECT path, bytes FROM case_file WHERE fingerprint = @fingerprint", new { fingerprint })
                    .Select(file => new InputFile(file.Path, file.Bytes)).OrderBy(file => file.Path, StringComparer.Ordinal),
            ])
            : null);

    /// <inheritdoc/>
    public void AddBatch(BatchRecord batch) => Do(connection =>
    {
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        if (connection.Execute("INSERT INTO batch (batch_id, name) VALUES (@Id, @Name) ON CONFLICT DO NOTHING", new { batch.Id, batch.Name }, transaction) == 1)
        {
            using NpgsqlBinaryImporter importer = connection.BeginBinaryImport("COPY batch_run (batch_id, position, run_id, request) FROM STDIN (FORMAT binary)");
            for (int i = 0; i < batch.Runs.Length; i++)
            {
                importer.WriteRow(batch.Id, i, batch.Runs[i].Identity.Id, JsonSerializer.Serialize(batch.Runs[i]));
            }

            importer.Complete();
        }

        transaction.Commit();
        return true;
    });

    /// <inheritdoc/>
    public IReadOnlyList<BatchRecord> Batches() => Do(connection => connection.Query<(string Id, string Name)>("SELECT batch_id, name FROM batch").AsList()
        .OrderBy(batch => batch.Name, StringComparer.Ordinal).ThenBy(batch => batch.Id, StringComparer.Ordinal)
        .Select(batch => new BatchRecord(
            batch.Name,
            [
                .. connection.Query<string>("SELECT request FROM batch_run WHERE batch_id = @Id ORDER BY position", new { batch.Id }).Select(request => JsonSerializer.Deserialize<RunRequest>(request)!),
            ]))
        .ToArray());

    /// <inheritdoc/>
    public bool Add(ArchivedRun run) => Do(connection =>
    {
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        long? key = connection.ExecuteScalar<long?>(
            "INSERT INTO run (run_id, manifest, widest_gap) VALUES (@Id, @Manifest, @WorstGap) ON CONFLICT (run_id) DO NOTHING RETURNING run_key",
            new { run.Manifest.Id, Manifest = run.Manifest.ToJson(), run.Manifest.WorstGap }, transaction);
        if (key is not { } added)
        {
            return false;
        }

        foreach (TableRows table in run.Tables)
        {
            Copy(connection, table, added);
        }

        transaction.Commit();
        return true;
    });

    /// <inheritdoc/>
    public IReadOnlySet<string> Existing(IEnumerable<string> ids)
    {
        string[] asked = [.. ids];
        return Do(connection => connection.Query<string>("SELECT run_id FROM run WHERE run_id = ANY (@asked)", new { asked }).ToHashSet(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public IReadOnlyList<RunManifest> List(ICollection<Finding>? unreadable = null)
    {
        List<(string Id, string Text)> manifests = Do(connection => connection.Query<(string, string)>("SELECT run_id, manifest FROM run").AsList());
        return ManifestList.Of(manifests, run => RunManifest.OfJson(Encoding.UTF8.GetBytes(run.Text), run.Id), unreadable);
    }

    /// <inheritdoc/>
    public RunManifest? Find(string id)
    {
        string? manifest = Do(connection =>
        {
            using NpgsqlCommand command = new("SELECT manifest FROM run WHERE run_id = $1", connection) { Parameters = { new() { Value = id } } };
            return command.ExecuteScalar() as string;
        });
        return manifest is null ? null : RunManifest.OfJson(Encoding.UTF8.GetBytes(manifest), id);
    }

    /// <inheritdoc/>
    public IEnumerable<(string Id, TableRows Rows)> ReadEach(IEnumerable<string> ids, RunTable table) => ids.Chunk(RunsAtOnce).SelectMany(chunk => TableRows.OfRuns(table, chunk, Do(connection =>
    {
        using NpgsqlCommand command = new($"SELECT run_id, {ColumnsOf(table)} FROM run_{table.Name} JOIN run USING (run_key) WHERE run_id = ANY ($1) ORDER BY run_key, position", connection)
        { Parameters = { new() { Value = chunk } } };
        using NpgsqlDataReader reader = command.ExecuteReader();
        return PostgresRows.Of(reader);
    })));

    /// <inheritdoc/>
    public QueryResult Query(string sql)
    {
        try
        {
            using NpgsqlConnection connection = _source.OpenConnection();
            using NpgsqlTransaction transaction = connection.BeginTransaction();
            connection.Execute("SET TRANSACTION READ ONLY", transaction: transaction);
            using NpgsqlCommand command = new(sql, connection, transaction);
            using NpgsqlDataReader reader = command.ExecuteReader();
            return new QueryResult([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], PostgresRows.Of(reader));
        }
        catch (PostgresException exception)
        {
            throw new FindingsException([Finding.Error("bad-query", exception.MessageText, value: sql.Length > 200 ? $"{sql[..200]}..." : sql)]);
        }
    }

    /// <inheritdoc/>
    public void Remove(IReadOnlyCollection<string> runs, IReadOnlyCollection<string> batches) => Do(connection =>
    {
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM batch WHERE batch_id = ANY (@ids)", new { ids = batches.ToArray() }, transaction);
        connection.Execute("DELETE FROM run WHERE run_id = ANY (@ids)", new { ids = runs.ToArray() }, transaction);
        transaction.Commit();
        return true;
    });

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Leftovers(bool remove) => [];

    /// <summary>Closes its connections.</summary>
    public void Dispose() => _source.Dispose();

    /// <summary>Does something with a connection; again, when the server went away in the middle of it.</summary>
    internal T Do<T>(Func<NpgsqlConnection, T> work) => PostgresPatience.Do(_source, Where, work);

    /// <summary>The slim builder knows text, numbers and arrays, which is all there is, and starts in half the time.</summary>
    private static NpgsqlDataSource SourceOf(string connectionString) =>
        new NpgsqlSlimDataSourceBuilder(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = PostgresSchema.Name }.ConnectionString)
            .EnableArrays().EnableTransportSecurity().EnableIntegratedSecurity().Build();

    private static FindingsException Refused(NpgsqlException exception, string where) =>
        new([Finding.Error("no-server", $"PostgreSQL refused: {(exception as PostgresException)?.MessageText ?? exception.InnerException?.Message ?? exception.Message}", value: where)]);

    private static string ColumnsOf(RunTable table) => string.Join(", ", table.Columns.Select(column => column.Name));

    private static void Copy(NpgsqlConnection connection, TableRows rows, long key)
    {
        using NpgsqlBinaryImporter importer = connection.BeginBinaryImport($"COPY run_{rows.Table.Name} (run_key, position, {ColumnsOf(rows.Table)}) FROM STDIN (FORMAT binary)");
        for (int i = 0; i < rows.Rows.Count; i++)
        {
            importer.StartRow();
            importer.Write(key, NpgsqlDbType.Bigint);
            importer.Write(i, NpgsqlDbType.Integer);
            foreach (object? cell in rows.Rows[i])
            {
                PostgresRows.Write(importer, cell);
            }
        }

        importer.Complete();
    }
}
