using System.Diagnostics;

namespace PlaceSufficiency.Testing.Postgres;

/// <summary>
/// Finds the server's programs: PG_BIN, the PATH, /usr/lib/postgresql/*/bin. Where there are none and it may, it installs Debian's package, so that the tests' command is all
/// that is needed.
/// </summary>
public static class PostgresBinaries
{
    private static readonly string[] _wanted = ["postgres", "initdb", "psql", "pg_isready"];

    private static readonly Lazy<(string? Folder, string Why)> _found = new(Find);

    /// <summary>The folder of the programs; null when there are none.</summary>
    public static string? Folder => _found.Value.Folder;

    /// <summary>Why there are none.</summary>
    public static string Why => _found.Value.Why;

    private static (string? Folder, string Why) Find()
    {
        if (Known() is { } known)
        {
            return (known, string.Empty);
        }

        string why = Install();
        return Known() is { } installed ? (installed, string.Empty) : (null, $"No PostgreSQL server was found in PG_BIN, the PATH or /usr/lib/postgresql/*/bin. {why}");
    }

    private static string? Known() => Candidates().Select(Real).FirstOrDefault(folder => _wanted.All(program => File.Exists(Path.Combine(folder, program))));

    /// <summary>The folder that a link to the server leads to, with all its programs.</summary>
    private static string Real(string folder) =>
        new FileInfo(Path.Combine(folder, "postgres")) is { Exists: true } server && server.ResolveLinkTarget(returnFinalTarget: true) is { } target ? Path.GetDirectoryName(target.FullName)! : folder;

    private static IEnumerable<string> Candidates() =>
    [
        .. Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } named ? [named] : Array.Empty<string>(),
        .. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out int version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [],
    ];

    private static string Install()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
        {
            return "It is installed by itself only as root on Debian or Ubuntu: apt-get install postgresql.";
        }

        // One test process installs, the others wait for it; no cluster is made and no server started.
        const string Script =
            """
            exec 9>/tmp/place-sufficiency-apt.lock; flock 9
            ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 && exit 0
            mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
            (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql) 2>&1 | tail -n 3
            """;
        using Process process = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", Script]) { RedirectStandardOutput = true })!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return $"apt-get said: {said.Trim()}";
    }
}
