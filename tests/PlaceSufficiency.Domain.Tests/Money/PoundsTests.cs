using PlaceSufficiency.Domain.Money;

namespace PlaceSufficiency.Domain.Tests.Money;

public class PoundsTests
{
    [Theory]
    [InlineData("0.004", 0)]
    [InlineData("0.005", 1)]
    [InlineData("0.015", 2)]
    [InlineData("0.025", 3)]
    [InlineData("-0.005", -1)]
    [InlineData("-0.025", -3)]
    [InlineData("-0.0249", -2)]
    [InlineData("1234.50", 123450)]
    public void Half_a_penny_is_rounded_away_from_zero(string value, long pence)
    {
        Pounds amount = new(decimal.Parse(value));

        Assert.Equal(pence, amount.Pence);
        Assert.Equal(new Pounds(pence / 100m), amount.ToPence());
    }

    [Fact]
    public void Amounts_are_added_taken_away_multiplied_and_compared_exactly()
    {
        Pounds tenth = new(0.1m);

        Assert.Equal(new Pounds(0.3m), tenth + tenth + tenth);
        Assert.Equal(new Pounds(-0.1m), tenth - new Pounds(0.2m));
        Assert.Equal(new Pounds(0.125m), tenth * 1.25m);
        Assert.Equal(tenth, Pounds.FromPence(10));
        Assert.True(tenth > Pounds.Zero && Pounds.Zero < tenth && tenth >= new Pounds(0.10m) && tenth <= new Pounds(0.10m));
    }

    [Theory]
    [InlineData("1234.5", "£1,234.50")]
    [InlineData("-1234567", "-£1,234,567.00")]
    [InlineData("0", "£0.00")]
    public void Amounts_are_written_with_sign_before_the_pound(string value, string written) =>
        Assert.Equal(written, new Pounds(decimal.Parse(value)).ToString());
}
