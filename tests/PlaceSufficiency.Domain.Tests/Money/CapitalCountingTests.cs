using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Tests.Money;

public sealed class CapitalCountingTests
{
    private static readonly Horizon Years = new(AcademicYear.StartingIn(2020), AcademicYear.StartingIn(2024));

    private static readonly CapitalScheme Scheme = new(
        new("hall"), "hall", new("school"), null, [new(-1, null, new(100_000)), new(0, 10, new(900_000)), new(6, 20, new(500_000))]);

    [Fact]
    public void Cash_is_every_pound_whenever_it_is_spent() =>
        Assert.Equal(new Pounds(1_500_000), CapitalCounting.Cash.Of(Scheme, AcademicYear.StartingIn(2023), Years));

    [Fact]
    public void An_annuity_repays_capital_and_interest_over_the_life()
    {
        // 1,000 at 10% over two years: 1,000 x 0.1 x 1.21 / 0.21 = 576.19; after a year 523.81 are owed, with interest 576.19.
        CapitalCounting counting = new(CapitalBasis.Annualised, 0.1m, 2);

        Assert.Equal(new Pounds(576.19m), counting.Annuity(new Pounds(1000)).ToPence());
    }

    [Fact]
    public void Without_interest_it_is_an_equal_share() =>
        Assert.Equal(new Pounds(250), new CapitalCounting(CapitalBasis.Annualised, 0, 4).Annuity(new Pounds(1000)));

    [Theory]
    [InlineData(2021, 4)]
    [InlineData(2024, 1)]
    [InlineData(2025, 0)]
    public void A_scheme_counts_for_each_year_that_it_is_open_within_the_horizon(int opens, int years)
    {
        CapitalCounting greenBook = new(CapitalBasis.Annualised, 0.035m, 60);

        Assert.Equal(greenBook.Annuity(new Pounds(1_500_000)).ToPence() * years, greenBook.Of(Scheme, AcademicYear.StartingIn(opens), Years));
    }
}
