using Hangfire;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Storage.Queue;

/// <summary>What became of a run that was taken from the queue.</summary>
/// <param name="IsDone">Whether it is in the archive, or failed for good; otherwise it is tried again.</param>
/// <param name="Failure">Why it failed for good; null when it is in the archive.</param>
public sealed record QueuedOutcome(bool IsDone, string? Failure = null);

/// <summary>
/// The job of the engine: one run of one batch. The engine gives a job at least once; a run that is in the archive is not made again. Every attempt is written down before it is
/// made, so that a run that ends its worker is given up after <see cref="MostAttempts"/> and does not go round for ever.
/// </summary>
public sealed class QueuedRun(QueueTables tables, Func<RunRequest, CancellationToken, Task<QueuedOutcome>> make, string worker, Action<string> say)
{
    /// <summary>How often a run is tried before it is given up.</summary>
    public const int MostAttempts = 3;

    /// <summary>Makes the run.</summary>
    /// <param name="batch">The batch that wants it.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Ends when the worker ends or the job is taken away.</param>
    [AutomaticRetry(Attempts = 20, DelaysInSeconds = [1, 2, 5, 10], LogEvents = false, OnAttemptsExceeded = AttemptsExceededAction.Fail)]
    public async Task Make(string batch, string run, CancellationToken cancellation)
    {
        QueuedState state = tables.StateOf(batch, run);
        if (state.Request is not { } request || state.IsCancelled || state.IsDone)
        {
            return;
        }

        if (state.Attempts >= MostAttempts)
        {
            tables.Fail(run, $"Given up after {state.Attempts} attempts that ended without a word.");
            return;
        }

        tables.Attempt(run, worker);
        QueuedOutcome outcome = await make(request, cancellation).ConfigureAwait(false);
        if (outcome.Failure is { } words)
        {
            tables.Fail(run, words);
            say($"{request.Label}: {words}");
        }
        else if (!outcome.IsDone)
        {
            throw new InvalidOperationException("The run was not made; it is tried again.");
        }
    }
}
