using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Reporting.Csv;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Tests.Csv;

public class CsvTextTests
{
    [Fact]
    public void A_table_is_tidy_with_units_in_its_headers_and_plain_numbers()
    {
        string csv = CsvText.Of(CostTable.OfSpending(TinyReport.Case, TinyReport.Figures));

        Assert.Equal(
            """
            financial_year,budget_line,item,kind,amount_pounds
            2021-22,high needs block,top-up,resourced provision,10500.50
            2021-22,high needs block,top-up,special school,56000.00
            2021-22,capital,capital,special school,1000000.00
            2022-23,high needs block,top-up,special school,40000.00

            """.ReplaceLineEndings("\r\n"),
            csv);
    }

    [Fact]
    public void Headers_end_in_their_unit_once()
    {
        string header = CsvText.Of(TravelTable.Of(TinyReport.Case, TinyReport.Figures)).Split("\r\n")[0];

        Assert.Equal("year,median_minutes,ninetieth_percentile_minutes,over_45_minutes_pupils,over_75_minutes_pupils", header);
    }

    [Theory]
    [InlineData("St Mary's", "St Mary's")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hello\"", "\"say \"\"hello\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("", "")]
    public void Words_are_quoted_where_needed_and_never_a_formula(string words, string expected) => Assert.Equal(expected, Field(new TextCell(words)));

    [Fact]
    public void Numbers_keep_their_sign_and_have_a_decimal_point()
    {
        Assert.Equal("-12345", Field(new CountCell(-12_345)));
        Assert.Equal("-1234.50", Field(new MoneyCell(new Pounds(-1234.5m))));
        Assert.Equal("10.5", Field(new JourneyCell(Duration.FromSeconds(630))));
        Assert.Equal("0.0312", Field(new NumberCell(0.0312m, 2)));
        Assert.Equal("", Field(Cell.Nothing));
    }

    private static string Field(Cell cell)
    {
        string csv = CsvText.Of(new ReportTable("t", "t", "", [new Column("c", "C", Unit.None)], [[cell]], []));
        return csv["c\r\n".Length..^"\r\n".Length];
    }
}
