using System.Collections.Concurrent;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>Makes many runs in a few processes. A run whose process ends is tried once more at the end, then given up; the others do not notice.</summary>
internal sealed class SolverPool(string archive, BatchWork work)
{
    private const int MostAttempts = 2;

    /// <summary>Makes the runs.</summary>
    /// <param name="requests">The runs.</param>
    /// <param name="done">Is told what became of each, one at a time.</param>
    /// <param name="cancellation">Stops all of them.</param>
    /// <exception cref="OperationCanceledException">They were stopped.</exception>
    /// <exception cref="IOException">The archive cannot be written: the disk is full or the server stays away.</exception>
    internal async Task Solve(IEnumerable<RunRequest> requests, Action<RunRequest, SolveOutcome> done, CancellationToken cancellation)
    {
        ConcurrentQueue<RunRequest> first = new(requests);
        ConcurrentQueue<RunRequest> again = new();
        ConcurrentDictionary<string, int> attempts = new();
        Lock turn = new();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(work.Processes, first.Count)).Select(_ => Task.Run(Work, cancellation))).ConfigureAwait(false);

        async Task Work()
        {
            using SolverProcess process = new(archive, work.Limit);
            while (first.TryDequeue(out RunRequest? request) || again.TryDequeue(out request))
            {
                SolveOutcome outcome = await process.Solve(request, cancellation).ConfigureAwait(false);
                if (outcome.Result == SolveResult.ArchiveAway)
                {
                    // No other run would fare better: what is in the archive stays, and the same command goes on from there.
                    first.Clear();
                    again.Clear();
                    throw new IOException(outcome.Words);
                }

                if (outcome.Result == SolveResult.Crashed && attempts.AddOrUpdate(request.Identity.Id, 1, (_, before) => before + 1) < MostAttempts)
                {
                    again.Enqueue(request);
                    continue;
                }

                lock (turn)
                {
                    done(request, outcome);
                }
            }
        }
    }
}
