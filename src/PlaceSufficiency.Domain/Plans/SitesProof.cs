using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Domain.Plans;

/// <summary>A step of a proof by cases: either it splits what is left at a scheme, or prices settle it.</summary>
/// <param name="Split">The scheme; the case where it opens follows, then the case where it does not. Null where prices settle the case.</param>
/// <param name="PriceSet">Which of the price sets settles the case; 0 where it is split.</param>
public readonly record struct SitesStep(SchemeId? Split, int PriceSet);

/// <summary>
/// A proof by cases of the least cost of a plan for one year that places everybody: which schemes open is split until prices of pupils bound every
/// plan of a case. At a price for each pupil of a stay, wherever the pupil goes, a provision is worth the best that its places can earn, and the bound
/// is what all pupils pay plus the cheapest schemes allowed, opening cost less worth.
/// </summary>
/// <param name="Steps">The cases, each followed by its own.</param>
/// <param name="PriceSets">Price of one pupil by number of the stay, pence; a stay without one has 0.</param>
public sealed record SitesProof(IReadOnlyList<SitesStep> Steps, IReadOnlyList<IReadOnlyDictionary<int, double>> PriceSets);
