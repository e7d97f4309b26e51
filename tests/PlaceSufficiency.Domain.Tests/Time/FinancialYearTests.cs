using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Tests.Time;

public class FinancialYearTests
{
    [Theory]
    [InlineData("2021-22", "2021-22")]
    [InlineData("2021-2022", "2021-22")]
    [InlineData("1999-00", "1999-00")]
    public void Two_years_that_follow_are_read(string text, string written) => Assert.Equal(written, FinancialYear.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("2021/22")]
    [InlineData("2021-23")]
    [InlineData("2021-20")]
    [InlineData("-2021-22")]
    [InlineData("1989-90")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(FinancialYear.TryParse(text, out FinancialYear year));
        Assert.Equal(default, year);
    }

    [Fact]
    public void Parsing_says_what_was_wrong()
    {
        var thrown = Assert.Throws<FormatException>(() => FinancialYear.Parse("2021/22"));

        Assert.Equal("'2021/22' is not a financial year such as 2021-22.", thrown.Message);
    }

    [Fact]
    public void Years_are_counted_forwards_and_backwards()
    {
        var year = FinancialYear.StartingIn(2021);

        Assert.Equal(2022, year.Next.StartYear);
        Assert.Equal(2019, year.PlusYears(-2).StartYear);
        Assert.True(year < year.Next && year.Next > year && year <= year.PlusYears(0) && year >= year.PlusYears(-1));
    }
}
