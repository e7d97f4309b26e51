using PlaceSufficiency.Domain.Geography;

namespace PlaceSufficiency.Domain.Tests.Geography;

public class GridReferenceTests
{
    [Fact]
    public void Distance_is_the_straight_line_either_way()
    {
        GridReference from = new(440_000, 110_000);
        GridReference to = new(437_000, 114_000);

        Assert.Equal(5_000, from.DistanceTo(to).Metres);
        Assert.Equal(5_000, to.DistanceTo(from).Metres);
        Assert.Equal(0, from.DistanceTo(from).Metres);
    }

    [Theory]
    [InlineData(441_568, 115_864, true)]
    [InlineData(700_000, 1_300_000, true)]
    [InlineData(0, 115_864, false)]
    [InlineData(441_568, 0, false)]
    [InlineData(700_001, 115_864, false)]
    [InlineData(441_568, 1_300_001, false)]
    public void Points_outside_the_rectangle_are_not_in_Great_Britain(int easting, int northing, bool inside) =>
        Assert.Equal(inside, new GridReference(easting, northing).IsInGreatBritain);

    [Fact]
    public void It_is_written_easting_first() => Assert.Equal("441568,115864", new GridReference(441_568, 115_864).ToString());
}
