namespace PlaceSufficiency.Allocation.Sites;

/// <summary>A case of the proof that waits to be looked at.</summary>
/// <param name="States">What it decides about sites.</param>
/// <param name="Prices">Prices to start from.</param>
/// <param name="Bound">Bound of the case it was split from, pence.</param>
/// <param name="Proof">Its place in the proof.</param>
internal sealed record SiteCase(SiteState[] States, double[] Prices, double Bound, SiteProof Proof);
