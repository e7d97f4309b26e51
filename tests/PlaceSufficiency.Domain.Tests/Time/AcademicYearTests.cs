using FsCheck.Xunit;
using NodaTime;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Tests.Time;

public class AcademicYearTests
{
    [Theory]
    [InlineData("2021/22", 2021)]
    [InlineData("2021/2022", 2021)]
    [InlineData(" 2021/22 ", 2021)]
    [InlineData("1999/00", 1999)]
    [InlineData("1990/91", 1990)]
    [InlineData("2150/51", 2150)]
    public void Two_years_that_follow_are_read(string text, int startYear)
    {
        Assert.True(AcademicYear.TryParse(text, out AcademicYear year));
        Assert.Equal(startYear, year.StartYear);
        Assert.Equal(year, AcademicYear.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2021")]
    [InlineData("2021-22")]
    [InlineData("2021/23")]
    [InlineData("2021/21")]
    [InlineData("2021/2023")]
    [InlineData("2021/122")]
    [InlineData("21/22")]
    [InlineData("2021/22/23")]
    [InlineData("2021/ 2")]
    [InlineData("+021/22")]
    [InlineData("1989/90")]
    [InlineData("2151/52")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(AcademicYear.TryParse(text, out AcademicYear year));
        Assert.Equal(default, year);
    }

    [Theory]
    [InlineData("2027/28", 2027)]
    [InlineData("2027", 2027)]
    [InlineData("2000", 2000)]
    [InlineData("2100", 2100)]
    [InlineData("1999", null)]
    [InlineData("2101", null)]
    [InlineData("+2027", null)]
    [InlineData("27", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public void People_may_type_the_first_year_alone(string? text, int? startYear)
    {
        bool found = AcademicYear.TryParseOrStart(text, out AcademicYear year);

        Assert.Equal((startYear is not null, startYear ?? 0), (found, year.StartYear));
    }

    [Fact]
    public void Parsing_says_what_was_wrong()
    {
        var thrown = Assert.Throws<FormatException>(() => AcademicYear.Parse("2021/23"));

        Assert.Equal("'2021/23' is not an academic year such as 2021/22.", thrown.Message);
    }

    [Property]
    public void What_is_written_is_read_back(ushort offset)
    {
        var year = AcademicYear.StartingIn(1990 + (offset % 161));

        Assert.Equal(year, AcademicYear.Parse(year.ToString()));
    }

    [Fact]
    public void Seven_months_fall_in_the_first_financial_year_and_five_in_the_next()
    {
        var year = AcademicYear.StartingIn(2021);

        Assert.Equal(new LocalDate(2021, 9, 1), year.FirstDay);
        Assert.Equal(new LocalDate(2022, 8, 31), year.LastDay);
        Assert.Equal("2021-22", year.AutumnFinancialYear.ToString());
        Assert.Equal("2022-23", year.SummerFinancialYear.ToString());
    }

    [Fact]
    public void A_census_counts_the_year_that_began_the_September_before()
    {
        Assert.Equal("2021/22", AcademicYear.OfCensus(2022).ToString());
        Assert.Equal(2022, AcademicYear.StartingIn(2021).CensusYear);
    }

    [Fact]
    public void Years_are_counted_forwards_and_backwards()
    {
        var year = AcademicYear.StartingIn(2021);

        Assert.Equal("2022/23", year.Next.ToString());
        Assert.Equal("2020/21", year.Previous.ToString());
        Assert.Equal("2018/19", year.PlusYears(-3).ToString());
        Assert.Equal(-3, year.PlusYears(-3).YearsSince(year));
        Assert.True(year < year.Next && year.Next > year && year <= year.PlusYears(0) && year >= year.Previous);
    }

    [Theory]
    [InlineData(1989)]
    [InlineData(2151)]
    public void Years_out_of_range_cannot_be_made(int startYear) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AcademicYear.StartingIn(startYear));
}
