using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Domain.Explanations;

/// <summary>What may happen to a scheme.</summary>
public enum SchemeSetback
{
    /// <summary>It is never built.</summary>
    Dropped,

    /// <summary>It opens a year later.</summary>
    Delayed,

    /// <summary>It adds fewer places for less capital.</summary>
    Shrunk,
}

/// <summary>What is lost when a scheme is dropped, delayed or shrunk, with the plan made anew.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Setback">What happens to it.</param>
/// <param name="Lost">By how much each tier of the case rises: pupil-years, minutes or pence; negative where it falls.</param>
/// <param name="Unproven">By how much of that at most the two plans may be above their best, in the same units.</param>
/// <param name="CapitalSaved">Capital not spent, whenever it falls.</param>
public sealed record SchemeLoss(
    SchemeId Scheme, SchemeSetback Setback, IReadOnlyList<(ObjectiveTier Tier, long Amount)> Lost, IReadOnlyList<double> Unproven, Pounds CapitalSaved);
