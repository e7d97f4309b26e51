using System.Collections.Concurrent;
using System.CommandLine;
using System.Text.Json;
using PlaceSufficiency.Cli.Commands;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>
/// The other side of <see cref="SolverProcess"/>: reads runs from its input, a line each, makes them and answers with a line each. Ends when its input ends, at
/// once even in the middle of a run, so that it never outlives the process that started it.
/// </summary>
internal static class SolverCommand
{
    /// <summary>Starts every line of an answer; whatever else a solver prints is not for us.</summary>
    internal const string AnswerMark = "@run ";

    /// <summary>Makes the process end itself on runs whose label contains this text: the poisoned case of the tests.</summary>
    internal const string FaultVariable = "PLACE_SUFFICIENCY_FAULT_ON";

    /// <summary>The command.</summary>
    internal static Command Of(Func<TextReader> input)
    {
        Option<string> archive = Arguments.Archive();
        Option<int?> limit = Arguments.TimeLimit();
        Command command = new("solve-lines", "Make the runs that are written to the input, a line each.") { archive, limit };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) =>
        {
            using IRunArchive opened = ArchiveLocation.Open(parsed.GetRequiredValue(archive), create: false);
            TimeSpan? most = parsed.GetValue(limit) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
            Answer(new RunSolver(opened), input(), parsed.InvocationConfiguration.Output, most, cancellation);
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    private static void Answer(RunSolver solver, TextReader input, TextWriter output, TimeSpan? limit, CancellationToken cancellation)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using BlockingCollection<string> lines = [];
        Thread reader = new(() => Read(input, lines, ended)) { IsBackground = true };
        reader.Start();
        try
        {
            foreach (string line in lines.GetConsumingEnumerable(ended.Token))
            {
                RunRequest request = JsonSerializer.Deserialize<RunRequest>(line)!;
                if (Environment.GetEnvironmentVariable(FaultVariable) is { Length: > 0 } poison && request.Label.Contains(poison, StringComparison.Ordinal))
                {
                    Environment.FailFast($"{FaultVariable} names this run.");
                }

                SolveOutcome outcome = solver.Solve(request, limit, ended.Token);
                output.WriteLine($"{AnswerMark}{JsonSerializer.Serialize(outcome)}");
                output.Flush();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The process that asked is gone; nobody waits for an answer.
        }
    }

    private static void Read(TextReader input, BlockingCollection<string> lines, CancellationTokenSource ended)
    {
        try
        {
            while (input.ReadLine() is { } line)
            {
                lines.Add(line);
            }

            ended.Cancel();
        }
        catch (Exception exception) when (exception is ObjectDisposedException or InvalidOperationException)
        {
            // The command has ended.
        }
    }
}
