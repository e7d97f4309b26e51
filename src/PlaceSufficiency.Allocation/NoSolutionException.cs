namespace PlaceSufficiency.Allocation;

/// <summary>Thrown when no plan was found within the limits.</summary>
public sealed class NoSolutionException(string message) : Exception(message);
