namespace PlaceSufficiency.Allocation.Sites;

/// <summary>The cheapest plan, and the proof.</summary>
/// <param name="Assignment">The plan.</param>
/// <param name="Bound">No plan costs less, pence: the least bound of the cases of the proof, rounded up to what a plan can cost.</param>
/// <param name="RootBound">What prices alone prove, without cases, pence.</param>
/// <param name="Proof">The proof.</param>
/// <param name="Cases">How many cases were looked at.</param>
internal sealed record SiteSolution(SiteAssignment Assignment, double Bound, double RootBound, SiteProof Proof, int Cases);
