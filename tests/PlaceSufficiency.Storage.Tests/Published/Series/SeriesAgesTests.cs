using PlaceSufficiency.Storage.Published.Series;

namespace PlaceSufficiency.Storage.Tests.Published.Series;

public sealed class SeriesAgesTests
{
    [Theory]
    [InlineData("Under 5", 0, 4)]
    [InlineData("under 3", 0, 2)]
    [InlineData("age 2 and under", 0, 2)]
    [InlineData("Age 20 to 25", 20, 25)]
    [InlineData("age 20 and over", 20, 25)]
    [InlineData("age 25", 25, 25)]
    public void Every_label_of_the_releases_has_its_ages(string label, int from, int to) => Assert.Equal((from, to), SeriesAges.Of(label));

    [Theory]
    [InlineData("Total")]
    [InlineData("Year 7")]
    public void Other_words_are_no_age(string label) => Assert.Null(SeriesAges.Of(label));
}
