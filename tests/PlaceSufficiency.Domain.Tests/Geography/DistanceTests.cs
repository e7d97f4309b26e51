using PlaceSufficiency.Domain.Geography;

namespace PlaceSufficiency.Domain.Tests.Geography;

public class DistanceTests
{
    [Fact]
    public void A_kilometre_is_a_thousand_metres()
    {
        Assert.Equal(2_500, Distance.FromKilometres(2.5).Metres);
        Assert.Equal(2.5, Distance.FromMetres(2_500).Kilometres);
        Assert.Equal("2.5 km", Distance.FromMetres(2_500).ToString());
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_a_distance_is_refused(double metres) => Assert.Throws<ArgumentOutOfRangeException>(() => Distance.FromMetres(metres));

    [Fact]
    public void The_shorter_comes_first() => Assert.Equal(-1, Distance.FromMetres(1).CompareTo(Distance.FromMetres(2)));
}
