using System.Collections.Immutable;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Tests.Plans;

public class TierResultTests
{
    [Theory]
    [InlineData(10, 10, 0)]
    [InlineData(10, 9.2, 0)]
    [InlineData(10, 9.0000005, 0.1)]
    [InlineData(10, 9, 0.1)]
    [InlineData(10, 7.3, 0.2)]
    [InlineData(10, 11, 0)]
    [InlineData(4, 0, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(0, -3.5, 0)]
    public void The_bound_counts_as_rounded_up_to_a_whole_number(long value, double bound, double gap) =>
        Assert.Equal(gap, new TierResult(ObjectiveTier.Unplaced, value, bound, Free).Gap, 12);

    private static readonly TierPrices Free = new(
        ImmutableDictionary<(ProvisionId, AcademicYear), double>.Empty,
        ImmutableDictionary<AcademicYear, double>.Empty,
        ImmutableDictionary<ObjectiveTier, double>.Empty);
}
