using Hangfire;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Storage.Queue;

/// <summary>How the making of a queued run ended.</summary>
public enum QueuedEnd
{
    /// <summary>The run is in the archive.</summary>
    Done,

    /// <summary>It came to nothing, and would again.</summary>
    Failed,

    /// <summary>Whatever made it ended without a word: it may be the run's fault.</summary>
    Crashed,

    /// <summary>Something else was in the way, the archive's database for example: no fault of the run.</summary>
    NotTried,
}

/// <summary>What became of a run that was taken from the queue.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Words">Why it is not in the archive; empty when it is.</param>
public sealed record QueuedOutcome(QueuedEnd End, string Words = "");

/// <summary>
/// The job of the engine: one run of one batch. The engine gives a job at least once; a run that is in the archive is not made again. Every attempt is written down before it is
/// made, so that a run that ends its worker is given up after <see cref="MostAttempts"/> and does not go round for ever. An attempt that ends for another reason is struck out.
/// </summary>
public sealed class QueuedRun(QueueTables tables, Func<RunRequest, CancellationToken, Task<QueuedOutcome>> make, string worker, Action<string> say)
{
    /// <summary>How often a run is tried before it is given up.</summary>
    public const int MostAttempts = 3;

    /// <summary>For weeks: what ends the trying is <see cref="MostAttempts"/>, not a database that is away for a night.</summary>
    private const int MostRetries = 100_000;

    /// <summary>Makes the run.</summary>
    /// <param name="batch">The batch that wants it.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Ends when the worker ends or the job is taken away.</param>
    [AutomaticRetry(Attempts = MostRetries, DelaysInSeconds = [1, 2, 5, 10], LogEvents = false, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
    public async Task Make(string batch, string run, CancellationToken cancellation)
    {
        QueuedState state = tables.StateOf(batch, run);
        if (state.Request is not { } request || state.IsCancelled || state.IsDone)
        {
            return;
        }

        if (state.Attempts >= MostAttempts)
        {
            GiveUp(request, state.Attempts, string.Empty);
            return;
        }

        long attempt = tables.Attempt(run, worker);
        QueuedOutcome outcome = await Made(request, attempt, cancellation).ConfigureAwait(false);
        switch (outcome.End)
        {
            case QueuedEnd.Done:
                break;
            case QueuedEnd.Failed:
                tables.Fail(run, outcome.Words);
                say($"{request.Label}: {outcome.Words}");
                break;
            case QueuedEnd.Crashed when state.Attempts + 1 >= MostAttempts:
                GiveUp(request, state.Attempts + 1, outcome.Words);
                break;
            default:
                throw new InvalidOperationException($"The run was not made; it is tried again. {outcome.Words}");
        }
    }

    private async Task<QueuedOutcome> Made(RunRequest request, long attempt, CancellationToken cancellation)
    {
        try
        {
            QueuedOutcome outcome = await make(request, cancellation).ConfigureAwait(false);
            if (outcome.End == QueuedEnd.NotTried)
            {
                tables.StrikeOut(attempt);
            }

            return outcome;
        }
        catch (OperationCanceledException)
        {
            tables.StrikeOut(attempt);
            throw;
        }
    }

    private void GiveUp(RunRequest request, int attempts, string words)
    {
        string said = $"Given up after {attempts} attempts that ended without a word. {words}".Trim();
        tables.Fail(request.Identity.Id, said);
        say($"{request.Label}: {said}");
    }
}
