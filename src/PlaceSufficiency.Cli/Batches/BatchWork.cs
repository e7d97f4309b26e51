namespace PlaceSufficiency.Cli.Batches;

/// <summary>How the runs of a batch are made; what they come to does not depend on it.</summary>
/// <param name="Processes">How many processes solve at once, at least 1.</param>
/// <param name="Limit">Longest time for each run; null for as long as it needs.</param>
internal sealed record BatchWork(int Processes, TimeSpan? Limit);
