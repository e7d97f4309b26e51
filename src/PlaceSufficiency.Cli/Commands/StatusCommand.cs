using System.CommandLine;
using PlaceSufficiency.Cli.Batches;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Storage.Queue;
using Spectre.Console;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>status</c>: how far queued batches are, and who works.</summary>
internal static class StatusCommand
{
    private static readonly TimeSpan _betweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Option<string> location = Arguments.Archive();
        Option<bool> watch = new("--watch") { Description = "Go on until every queued batch is finished: live in a terminal, else a line whenever something changes." };
        Command command = new("status", "Say how far queued batches are, which workers are there, and what failed.") { location, watch };
        command.SetAction(async (parsed, cancellation) =>
        {
            using BatchQueue queue = BatchQueue.Open(parsed.GetRequiredValue(location));
            QueueStatus status = new(queue.Tables);
            if (parsed.GetValue(watch))
            {
                await Watch(screen, status, cancellation).ConfigureAwait(false);
            }

            screen.Unbroken(string.Join('\n', status.Look()));
            foreach ((string run, string words) in status.Failures())
            {
                screen.Aside($"{run[..12]}: {words.Split('\n')[0]}");
            }

            return ExitCode.Answered;
        });
        return command;
    }

    private static async Task Watch(Screen screen, QueueStatus status, CancellationToken cancellation)
    {
        if (screen.ProgressTerminal is { } terminal)
        {
            await terminal.Live(Text.Empty).AutoClear(true).StartAsync(display => Follow(status, lines => display.UpdateTarget(new Text(string.Join('\n', lines.Select(Printable.Of)))), cancellation)).ConfigureAwait(false);
            return;
        }

        HashSet<string> said = [];
        await Follow(status, lines =>
        {
            foreach (string line in lines.Where(line => !said.Contains(line)))
            {
                screen.Aside(line);
            }

            said = [.. lines];
        }, cancellation).ConfigureAwait(false);
    }

    private static async Task Follow(QueueStatus status, Action<IReadOnlyList<string>> show, CancellationToken cancellation)
    {
        while (true)
        {
            show(status.Look());
            if (status.IsOver)
            {
                return;
            }

            await Task.Delay(_betweenLooks, cancellation).ConfigureAwait(false);
        }
    }
}
