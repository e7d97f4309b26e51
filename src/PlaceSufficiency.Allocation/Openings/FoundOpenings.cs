namespace PlaceSufficiency.Allocation.Openings;

/// <summary>What was found.</summary>
/// <param name="Choice">The choice of which the cuts prove least, below the threshold and not settled; null when there is none or none was found.</param>
/// <param name="Value">What they prove of it.</param>
/// <param name="Bound">No allowed choice is proven less, or the threshold.</param>
/// <param name="IsComplete">Whether every choice was looked at.</param>
internal sealed record FoundOpenings(int[]? Choice, double Value, double Bound, bool IsComplete);
