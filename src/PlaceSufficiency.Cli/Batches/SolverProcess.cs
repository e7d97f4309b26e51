using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>
/// A process of this program that makes runs for another. A solver is native code and can take its process with it; here that costs one run. Started anew
/// after it has ended. Used by one thread at a time.
/// </summary>
internal sealed class SolverProcess(string archive, TimeSpan? limit) : IDisposable
{
    private const int MostWords = 2000;

    private Process? _process;
    private string _trouble = string.Empty;

    /// <summary>Makes a run.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; the process has ended.</exception>
    internal async Task<SolveOutcome> Solve(RunRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Process process = _process ??= Start();
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request).AsMemory(), cancellation).ConfigureAwait(false);
            await process.StandardInput.FlushAsync(cancellation).ConfigureAwait(false);
            while (await process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            {
                if (line.StartsWith(SolverCommand.AnswerMark, StringComparison.Ordinal))
                {
                    return JsonSerializer.Deserialize<SolveOutcome>(line[SolverCommand.AnswerMark.Length..])!;
                }
            }
        }
        catch (IOException)
        {
            // Its input is closed: it has ended, which is said below.
        }
        catch (OperationCanceledException)
        {
            End();
            throw;
        }

        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        string words = string.Create(CultureInfo.InvariantCulture, $"The solver ended its process with code {process.ExitCode}. {_trouble}").Trim();
        End();
        return new SolveOutcome(request.Identity.Id, SolveResult.Crashed, 0, words);
    }

    /// <summary>Ends the process.</summary>
    public void Dispose() => End();

    private Process Start()
    {
        _trouble = string.Empty;
        string[] arguments = ["solve-lines", "--archive", archive, .. limit is { } most ? ["--time-limit", ((int)most.TotalSeconds).ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>()];
        Process process = Process.Start(OwnProgram.Start(arguments)) ?? throw new IOException("A process to solve in could not be started.");
        process.ErrorDataReceived += (_, said) =>
        {
            if (said.Data is { } line && _trouble.Length < MostWords)
            {
                _trouble += $"{line}\n";
            }
        };
        process.BeginErrorReadLine();
        return process;
    }

    private void End()
    {
        if (_process is not { } process)
        {
            return;
        }

        _process = null;
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended.
        }

        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
