namespace PlaceSufficiency.Allocation.Openings;

/// <summary>What earlier tiers allow: choices of which their cuts prove more than the value held are out.</summary>
/// <param name="Cuts">Cuts of the earlier tier.</param>
/// <param name="Most">The value held.</param>
internal sealed record OpeningFilter(OpeningCuts Cuts, double Most);
