using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Testing;

/// <summary>Demand that only ages: nobody joins or leaves before year group 20, and levels stay. A start for <c>with</c>.</summary>
public static class StillDemand
{
    /// <summary>The assumptions.</summary>
    public static readonly DemandAssumptions Assumptions = new(
        ImmutableSortedDictionary<AcademicYear, int>.Empty,
        ImmutableSortedDictionary<(YearGroup, PrimaryNeed, Sex), decimal>.Empty,
        ImmutableSortedDictionary<YearGroup, decimal>.Empty,
        ImmutableSortedDictionary<(PrimaryNeed, Phase, ProvisionLevel), decimal>.Empty,
        [],
        []);
}
