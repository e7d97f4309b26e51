using System.Text;
using System.Text.Json;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive.Tables;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Archive.Embedded;

/// <summary>
/// An archive without a server: a folder with <c>cases/</c>, <c>batches/</c> and <c>runs/</c>, in each an immutable folder by fingerprint. A run's folder holds
/// <c>manifest.json</c> and its tables as Parquet. Folders are written aside and renamed into place, so several processes of one machine may read and write at once.
/// </summary>
public sealed class FolderArchive : IRunArchive
{
    private const int RunsAtOnce = 256;
    private const string Marker = "archive.json";
    private const string ManifestFile = "manifest.json";
    private const string BatchFile = "batch.json";

    private readonly string _root;
    private readonly StagedFolder _staged;
    private readonly Lazy<ParquetTables> _parquet = new(() => new ParquetTables());

    private FolderArchive(string root)
    {
        _root = root;
        _staged = new StagedFolder(root);
    }

    /// <inheritdoc/>
    public string Where => _root.Replace('\\', '/');

    /// <summary>Opens an archive.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="create">Whether to make one where there is none.</param>
    /// <exception cref="FindingsException">There is none, or something else is there.</exception>
    public static FolderArchive Open(string path, bool create)
    {
        string marker = Path.Combine(path, Marker);
        bool isThere = File.Exists(marker);
        if (!isThere && (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any(entry => Path.GetFileName(entry) is not ("staging" or Marker)))))
        {
            throw new FindingsException([Finding.Error("not-an-archive", "Something else than an archive is there.", value: path, maybe: "another folder was meant.")]);
        }

        if (!isThere && !create)
        {
            throw new FindingsException([Finding.Error("no-archive", "There is no archive here.", value: path, maybe: "run a batch first, or name its folder with --archive.")]);
        }

        if (!isThere)
        {
            Directory.CreateDirectory(path);
            File.WriteAllText(marker, "{ \"format\": 1 }\n");
        }

        return new FolderArchive(Path.GetFullPath(path));
    }

    /// <inheritdoc/>
    public void AddCase(CaseContent content) => _staged.Write(At("cases", content.Fingerprint), folder =>
    {
        foreach (InputFile file in content.Files)
        {
            string path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes.Span);
        }
    });

    /// <inheritdoc/>
    public CaseContent? FindCase(string fingerprint)
    {
        string folder = At("cases", fingerprint);
        return Directory.Exists(folder)
            ? new CaseContent(fingerprint,
            [
                .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(file => new InputFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file)))
                    .OrderBy(file => file.Path, StringComparer.Ordinal),
            ])
            : null;
    }

    /// <inheritdoc/>
    public void AddBatch(BatchRecord batch) => _staged.Write(At("batches", batch.Id), folder => WriteText(folder, BatchFile, JsonSerializer.Serialize(batch, ArchiveJson.Default.BatchRecord)));

    /// <inheritdoc/>
    public IReadOnlyList<BatchRecord> Batches() =>
    [
        .. Folders("batches").Select(folder => JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, BatchFile)), ArchiveJson.Default.BatchRecord)!)
            .OrderBy(batch => batch.Name, StringComparer.Ordinal).ThenBy(batch => batch.Id, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public bool Add(ArchivedRun run) => _staged.Write(At("runs", run.Manifest.Id), folder =>
    {
        foreach (TableRows table in run.Tables)
        {
            _parquet.Value.Write(table, Path.Combine(folder, FileOf(table.Table)));
        }

        WriteText(folder, ManifestFile, run.Manifest.ToJson());
    });

    /// <inheritdoc/>
    public IReadOnlySet<string> Existing(IEnumerable<string> ids) => ids.Where(id => File.Exists(At("runs", id, ManifestFile))).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<RunManifest> List(ICollection<Finding>? unreadable = null) => ManifestList.Of(Folders("runs"), ManifestIn, unreadable);

    /// <inheritdoc/>
    public RunManifest? Find(string id) => File.Exists(At("runs", id, ManifestFile)) ? ReadManifest(At("runs", id)) : null;

    /// <inheritdoc/>
    public IEnumerable<(string Id, TableRows Rows)> ReadEach(IEnumerable<string> ids, RunTable table) => ids.Chunk(RunsAtOnce)
        .SelectMany(chunk => TableRows.OfRuns(table, chunk, _parquet.Value.Read(table, [.. chunk.Select(id => At("runs", id, FileOf(table)))])));

    /// <inheritdoc/>
    public QueryResult Query(string sql)
    {
        _parquet.Value.Execute("SET threads=2");
        _parquet.Value.Execute(RunsView());
        foreach (RunTable table in RunTables.All)
        {
            _parquet.Value.Execute(ViewOf(table));
        }

        return _parquet.Value.Query(sql);
    }

    /// <inheritdoc/>
    public void Remove(IReadOnlyCollection<string> runs, IReadOnlyCollection<string> batches)
    {
        foreach (string folder in batches.Select(id => At("batches", id)).Concat(runs.Select(id => At("runs", id))).Where(Directory.Exists))
        {
            string aside = At("staging", $"0-{Path.GetFileName(folder)}");
            Directory.CreateDirectory(At("staging"));
            Directory.Move(folder, aside);
            Directory.Delete(aside, recursive: true);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Leftovers(bool remove)
    {
        IReadOnlyList<string> left = _staged.LeftBehind();
        if (remove)
        {
            foreach (string entry in left)
            {
                Directory.Delete(entry, recursive: true);
            }
        }

        IEnumerable<Finding> strangers = Folders("runs").Where(folder => !File.Exists(Path.Combine(folder, ManifestFile))).Select(folder => Finding.Error(
            "not-a-run", "The folder has no manifest, so it is no run: this program never leaves one behind.", Path.GetRelativePath(_root, folder)));
        return [.. left.Select(entry => Finding.Warning("left-behind", "A process that was ended left this; it is read by nobody.", Path.GetRelativePath(_root, entry))), .. strangers];
    }

    /// <summary>Stops the engine.</summary>
    public void Dispose()
    {
        if (_parquet.IsValueCreated)
        {
            _parquet.Value.Dispose();
        }
    }

    private static string FileOf(RunTable table) => $"{table.Name}.parquet";

    private static RunManifest ReadManifest(string folder) => RunManifest.OfJson(File.ReadAllBytes(Path.Combine(folder, ManifestFile)), $"runs/{Path.GetFileName(folder)}/{ManifestFile}");

    /// <summary>Null where there is none: somebody prunes, or it is no run, which <see cref="Leftovers"/> says.</summary>
    private static RunManifest? ManifestIn(string folder)
    {
        try
        {
            return ReadManifest(folder);
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            return null;
        }
    }

    private static void WriteText(string folder, string file, string text) => File.WriteAllText(Path.Combine(folder, file), text + "\n", new UTF8Encoding(false));

    private string At(params string[] parts) => Path.Combine([_root, .. parts]);

    private string[] Folders(string kind) => Directory.Exists(At(kind)) ? [.. Directory.EnumerateDirectories(At(kind)).Order(StringComparer.Ordinal)] : [];

    private string RunsView() => Directory.EnumerateFiles(_root, ManifestFile, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }).Any()
        ? $"""
            CREATE OR REPLACE VIEW runs AS SELECT id AS run, version, "case", scenario, file,
                array_to_string(list_transform(settings, s -> s.over || '=' || rtrim(rtrim(s."value"::VARCHAR, '0'), '.')), ' ') AS settings,
                future.seed AS seed, future.number AS path, keep,
                headline."unplaced-pupil-years" AS unplaced_pupil_years, headline."unplaced-at-end" AS unplaced_at_end_pupils, headline."inmss-at-end" AS inmss_at_end_pupils,
                headline."revenue-pounds" AS revenue_pounds, headline."capital-pounds" AS capital_pounds
            FROM read_json({ParquetTables.Literal(At("runs", "*", ManifestFile))}, columns={RunJson})
            """
        : "CREATE OR REPLACE VIEW runs AS SELECT NULL::VARCHAR AS run WHERE false";

    private const string RunJson =
        """
        {id: 'VARCHAR', version: 'VARCHAR', "case": 'VARCHAR', scenario: 'VARCHAR', file: 'VARCHAR', settings: 'STRUCT(over VARCHAR, "value" DECIMAL(18,6))[]',
        future: 'STRUCT(seed INTEGER, number INTEGER)', keep: 'VARCHAR', headline: 'STRUCT("unplaced-pupil-years" INTEGER, "unplaced-at-end" INTEGER, "inmss-at-end" INTEGER,
        "revenue-pounds" DECIMAL(18,2), "capital-pounds" DECIMAL(18,2))'}
        """;

    private string ViewOf(RunTable table)
    {
        string columns = string.Join(", ", table.Columns.Select(column => ParquetTables.Quoted(column.Name)));
        return Folders("runs").Any(folder => File.Exists(Path.Combine(folder, FileOf(table))))
            ? $"CREATE OR REPLACE VIEW {table.Name} AS SELECT parse_path(filename)[-2] AS run, {columns} FROM read_parquet({ParquetTables.Literal(At("runs", "*", FileOf(table)))}, filename=true)"
            : $"CREATE OR REPLACE VIEW {table.Name} AS SELECT NULL::VARCHAR AS run, {string.Join(", ", table.Columns.Select(column => $"NULL::{ParquetTables.TypeOf(column.Type)} AS {ParquetTables.Quoted(column.Name)}"))} WHERE false";
    }
}
