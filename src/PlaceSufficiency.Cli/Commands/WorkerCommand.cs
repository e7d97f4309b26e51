using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using PlaceSufficiency.Cli.Batches;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Queue;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>worker</c>: takes runs from the queue and makes them, each in a process of its own.</summary>
internal static class WorkerCommand
{
    /// <summary>Where the password of the dashboard may be given.</summary>
    private const string PasswordVariable = "PLACE_SUFFICIENCY_DASHBOARD_PASSWORD";

    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Option<string> location = Arguments.Archive();
        Option<int> threads = Arguments.Threads();
        Option<int?> limit = Arguments.TimeLimit();
        Option<bool> once = new("--until-empty") { Description = "End when every batch of this version is finished." };
        Option<IPEndPoint?> dashboard = new("--dashboard")
        {
            Description = $"Show the queue's dashboard on this port of the loopback address, or on address:port; sign in as {WorkerDashboard.User} with the password in {PasswordVariable} or the one that is printed.",
            HelpName = "port",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                string full = text.Contains(':', StringComparison.Ordinal) ? text : $"127.0.0.1:{text}";
                if (!IPEndPoint.TryParse(full, out IPEndPoint? address))
                {
                    result.AddError($"'{text}' is neither a port nor address:port.");
                }

                return address;
            },
        };
        Command command = new("worker", "Take runs from the queue of an archive in PostgreSQL and make them, until stopped.") { location, threads, limit, once, dashboard };
        command.SetAction((parsed, cancellation) => Work(
            screen,
            parsed.GetRequiredValue(location),
            parsed.GetRequiredValue(threads),
            parsed.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            parsed.GetValue(once),
            parsed.GetValue(dashboard),
            cancellation));
        return command;
    }

    private static async Task<int> Work(
        Screen screen, string location, int atOnce, TimeSpan? limit, bool untilEmpty, IPEndPoint? dashboard, CancellationToken cancellation)
    {
        using BatchQueue queue = BatchQueue.Open(location);
        await using WorkerDashboard? shown = dashboard is null ? null : await Show(screen, queue, dashboard).ConfigureAwait(false);
        LivingWorker self = new(
            string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}"), BuildIdentity.Text, string.Create(CultureInfo.InvariantCulture, $"{atOnce} at once"));
        ConcurrentBag<SolverProcess> idle = [];
        Lock turn = new();
        void Say(string words)
        {
            lock (turn)
            {
                screen.Aside(words);
            }
        }

        using (QueueWorker worker = new(queue, self, atOnce, (request, token) => Make(request, idle, () => new SolverProcess(location, limit), Say, token), Say))
        {
            Say($"Worker {self.Name}, version {self.Version}: ready.");
            await worker.Run(untilEmpty, cancellation).ConfigureAwait(false);
        }

        foreach (SolverProcess process in idle)
        {
            process.Dispose();
        }

        Say($"Worker {self.Name}: stopped.");
        return ExitCode.Answered;
    }

    private static async Task<QueuedOutcome> Make(RunRequest request, ConcurrentBag<SolverProcess> idle, Func<SolverProcess> start, Action<string> say, CancellationToken cancellation)
    {
        SolverProcess process = idle.TryTake(out SolverProcess? known) ? known : start();
        try
        {
            SolveOutcome outcome = await process.Solve(request, cancellation).ConfigureAwait(false);
            say($"{request.Label}: {outcome.Result.ToString().ToLowerInvariant()}");
            return outcome.Result switch
            {
                SolveResult.Added or SolveResult.Found => new QueuedOutcome(QueuedEnd.Done),
                SolveResult.Failed => new QueuedOutcome(QueuedEnd.Failed, outcome.Words),
                SolveResult.Crashed => new QueuedOutcome(QueuedEnd.Crashed, outcome.Words),
                _ => new QueuedOutcome(QueuedEnd.NotTried, outcome.Words),
            };
        }
        finally
        {
            idle.Add(process);
        }
    }

    private static async Task<WorkerDashboard> Show(Screen screen, BatchQueue queue, IPEndPoint address)
    {
        string? given = Environment.GetEnvironmentVariable(PasswordVariable);
        string password = given is { Length: > 0 } ? given : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        WorkerDashboard dashboard = await WorkerDashboard.Start(queue, address, password).ConfigureAwait(false);
        screen.Unbroken(given is { Length: > 0 }
            ? $"Dashboard: {dashboard.Address}, user {WorkerDashboard.User}"
            : $"Dashboard: {dashboard.Address}, user {WorkerDashboard.User}, password {password}");
        return dashboard;
    }
}
