using PlaceSufficiency.Allocation.Audit.Figures;

namespace PlaceSufficiency.Allocation.Tests.Audit.Figures;

public class LargestRemainderTests
{
    [Theory]
    [InlineData(10, new[] { 1, 1, 1 }, new[] { 4, 3, 3 })] // equal remainders: the first
    [InlineData(10, new[] { 6, 6, 2, 0 }, new[] { 4, 4, 2, 0 })] // 4.29 4.29 1.43: the last remainder is the largest
    [InlineData(3, new[] { 0, 5 }, new[] { 0, 3 })]
    [InlineData(0, new[] { 2, 5 }, new[] { 0, 0 })]
    [InlineData(7, new[] { 0, 0 }, new[] { 0, 0 })]
    public void Shares_are_whole_and_add_up(int whole, int[] weights, int[] shares) => Assert.Equal(shares, LargestRemainder.Share(whole, weights));
}
