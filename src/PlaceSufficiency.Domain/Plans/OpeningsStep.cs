using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Plans;

/// <summary>
/// A step of a proof by cases of which candidates open: either it splits what is left at a candidate and a September, or a set of prices settles it. The
/// steps walk a tree: each split is followed by the steps of its first case, then by those of its second.
/// </summary>
/// <param name="Split">
/// The candidate: the case where it opens in <paramref name="OpensBy"/> or before comes first, then the case where it opens later or not at all. Null
/// where prices settle the case.
/// </param>
/// <param name="OpensBy">The September; null where prices settle the case.</param>
/// <param name="PriceSet">Which of the tier's sets of prices settles the case; 0 where it is split.</param>
public readonly record struct OpeningsStep(SchemeId? Split, AcademicYear? OpensBy, int PriceSet);
