using System.Diagnostics;
using System.Globalization;

namespace PlaceSufficiency.Testing.Postgres;

/// <summary>
/// A PostgreSQL server of our own, on a Unix socket in a folder of its own, gone with the process that started it even when that is killed: a shell waits for the end of
/// its input, which is the end of us, then stops the server and deletes the folder. As root the server runs as an ordinary user, as it insists.
/// It answers before a commit is on its disk, as some servers are told to for speed: an archive must ask for more.
/// </summary>
public sealed class PostgresCluster : IDisposable
{
    private const string StopWithUs =
        """
        "$0/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB -c max_connections=120 >> "$1/log" 2>&1 &
        server=$!
        read word
        kill -QUIT $server; wait $server
        [ "$word" = stay ] || rm -rf "$1"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("place-sufficiency-postgres-").FullName;
    private readonly string _programs;
    private Process? _server;

    /// <summary>Makes a cluster and starts its server.</summary>
    public PostgresCluster()
    {
        _programs = PostgresBinaries.Folder ?? throw new InvalidOperationException(PostgresBinaries.Why);
        if (User is { } user)
        {
            Run("/bin/chown", user, _folder);
        }

        Run([.. AsUser, Path.Combine(_programs, "initdb"), "-D", Path.Combine(_folder, "data"), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync"]);
        Start();
    }

    /// <summary>The folder of the socket.</summary>
    public string Socket => _folder;

    /// <summary>Starts the server again.</summary>
    public void Start()
    {
        string[] command = [.. AsUser, "/bin/sh", "-c", StopWithUs, _programs, _folder];
        _server = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" })!;
        for (int i = 0; i < 600 && !Answers(); i++)
        {
            Thread.Sleep(50);
        }
    }

    /// <summary>Stops the server at once, as a machine that goes down would.</summary>
    public void Stop()
    {
        _server?.StandardInput.WriteLine("stay");
        _server?.StandardInput.Close();
        _server?.WaitForExit();
        _server?.Dispose();
        _server = null;
    }

    /// <summary>Says something to the server in SQL, with its own psql.</summary>
    public string Say(string database, string sql) => Run(Path.Combine(_programs, "psql"), "-h", _folder, "-U", "postgres", "-d", database, "-v", "ON_ERROR_STOP=1", "-qAtc", sql);

    /// <summary>Has the server stopped and the folder deleted; who ends waits for neither.</summary>
    public void Leave() => _server?.StandardInput.Close();

    /// <summary>Stops the server and deletes the folder.</summary>
    public void Dispose()
    {
        Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? User => Environment.UserName == "root" ? File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody" : null;

    private static string[] AsUser => User is { } user ? ["/usr/bin/setpriv", $"--reuid={user}", $"--regid={Group(user)}", "--clear-groups"] : [];

    private static string Group(string user) => File.ReadLines("/etc/passwd").Single(line => line.StartsWith($"{user}:", StringComparison.Ordinal)).Split(':')[3];

    private bool Answers()
    {
        using Process process = Process.Start(new ProcessStartInfo(Path.Combine(_programs, "pg_isready"), ["-q", "-h", _folder]))!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static string Run(params string[] command)
    {
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using Process process = Process.Start(start)!;
        Task<string> trouble = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? said.Trim()
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', command)} ended with {process.ExitCode}: {trouble.GetAwaiter().GetResult()}"));
    }
}
