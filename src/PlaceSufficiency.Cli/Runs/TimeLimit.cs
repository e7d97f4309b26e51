using System.Globalization;
using PlaceSufficiency.Allocation;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>The longest time that a run may take.</summary>
/// <param name="Longest">The time; null for as long as it needs.</param>
internal readonly record struct TimeLimit(TimeSpan? Longest)
{
    private string Over => string.Create(CultureInfo.InvariantCulture, $"No proven plan was found within {Longest.GetValueOrDefault().TotalSeconds:0.##} seconds.");

    /// <summary>Does some work within the time.</summary>
    /// <exception cref="NoSolutionException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal T Within<T>(Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        using CancellationTokenSource timed = Start(cancellation);
        try
        {
            return work(timed.Token);
        }
        catch (OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new NoSolutionException(Over);
        }
    }

    private CancellationTokenSource Start(CancellationToken cancellation)
    {
        CancellationTokenSource timed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (Longest == TimeSpan.Zero)
        {
            // A timer of no time at all may still fire after a small case is planned.
            timed.Cancel();
        }

        timed.CancelAfter(Longest ?? Timeout.InfiniteTimeSpan);
        return timed;
    }
}
