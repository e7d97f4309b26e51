using System.Globalization;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>The longest time that a run may take.</summary>
/// <param name="Longest">The time; null for as long as it needs.</param>
internal readonly record struct TimeLimit(TimeSpan? Longest)
{
    /// <summary>Why there is no plan when the time is over.</summary>
    internal string Over => string.Create(CultureInfo.InvariantCulture, $"No proven plan was found within {Longest.GetValueOrDefault().TotalSeconds:0.##} seconds.");

    /// <summary>Starts the clock: what is returned is cancelled when the time is over or the other is cancelled.</summary>
    internal CancellationTokenSource Start(CancellationToken cancellation)
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
