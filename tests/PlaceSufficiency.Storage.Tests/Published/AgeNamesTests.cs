using PlaceSufficiency.Storage.Published;

namespace PlaceSufficiency.Storage.Tests.Published;

public class AgeNamesTests
{
    [Theory]
    [InlineData("age 3", 3)]
    [InlineData("age 24", 24)]
    [InlineData("age 25", 24)]
    [InlineData("under 3", 2)]
    [InlineData("age 2 and under", 2)]
    [InlineData("age 20 and over", 20)]
    [InlineData("Age unknown", null)]
    [InlineData("All EHC plans", null)]
    public void Single_years(string name, int? age) => Assert.Equal(age, AgeNames.SingleYear(name));

    [Fact]
    public void The_bands_of_2022_cover_ages_0_to_24()
    {
        (int From, int To)?[] bands = [.. new[] { "Under 5", "Age 5 to 10", "Age 11 to 15", "Age 16 to 19", "Age 20 to 25", "Total" }.Select(AgeNames.Band)];

        Assert.Equal([(0, 4), (5, 10), (11, 15), (16, 19), (20, 24), null], bands);
    }
}
