using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Tests.Pupils;

public class YearGroupTests
{
    [Theory]
    [InlineData(-4, Phase.EarlyYears)]
    [InlineData(-1, Phase.EarlyYears)]
    [InlineData(0, Phase.Primary)]
    [InlineData(6, Phase.Primary)]
    [InlineData(7, Phase.Secondary)]
    [InlineData(11, Phase.Secondary)]
    [InlineData(12, Phase.Post16)]
    [InlineData(14, Phase.Post16)]
    [InlineData(15, Phase.Post19)]
    [InlineData(20, Phase.Post19)]
    public void Every_year_group_belongs_to_a_phase(int value, Phase phase) => Assert.Equal(phase, YearGroup.Of(value).Phase);

    [Fact]
    public void Reception_is_age_4_and_there_are_25_year_groups()
    {
        Assert.Equal(0, YearGroup.OfAge(4).Value);
        Assert.Equal(4, default(YearGroup).Age);
        Assert.Equal(Enumerable.Range(0, 25), YearGroup.All.Select(group => group.Age));
        Assert.Equal((-4, 20), (YearGroup.Youngest.Value, YearGroup.Oldest.Value));
    }

    [Theory]
    [InlineData("-4", true, -4)]
    [InlineData("20", true, 20)]
    [InlineData("-5", false, 0)]
    [InlineData("21", false, 0)]
    [InlineData("R", false, 0)]
    [InlineData("1.0", false, 0)]
    [InlineData("", false, 0)]
    [InlineData(null, false, 0)]
    public void Whole_numbers_in_range_are_read(string? text, bool read, int value)
    {
        Assert.Equal(read, YearGroup.TryParse(text, out YearGroup group));
        Assert.Equal(value, group.Value);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(21)]
    public void Numbers_out_of_range_cannot_be_made(int value) => Assert.Throws<ArgumentOutOfRangeException>(() => YearGroup.Of(value));

    [Fact]
    public void A_plan_ends_after_the_oldest_year_group()
    {
        Assert.Equal(YearGroup.Oldest, YearGroup.Of(18).After(2));
        Assert.Null(YearGroup.Of(18).After(3));
    }
}
