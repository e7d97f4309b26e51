using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Changes;

/// <summary>Top-ups are 12,000 for special schools and 6,000 for resourced provisions, place funding is 6,000 for all, in 2021-22 to 2024-25.</summary>
public class PriceTests
{
    private static decimal[] TopUps(PlanningCase planningCase) =>
        [.. planningCase.Horizon.FinancialYears.Select(year => planningCase.Prices[PriceItem.TopUp, planningCase.Provision(TinyWorld.SpecialSchool), year].Value)];

    [Fact]
    public void A_factor_multiplies_the_years_it_names() =>
        Assert.Equal([12_000, 12_600, 12_600, 12_000], TopUps(After(new ChangePrice(PriceItem.TopUp, "special-school", Financial(2022), Financial(2023), Factor: 1.05m))));

    [Fact]
    public void A_price_is_set_to_the_end_when_no_end_is_given()
    {
        ChangePrice change = new(PriceItem.TopUp, "special-school", Financial(2023), Pounds: new Pounds(13_000));

        Assert.Equal([12_000, 12_000, 13_000, 13_000], TopUps(After(change)));
        Assert.Equal(
            ["price/top-up/special-school/2023-24: £12,000.00 -> £13,000.00", "price/top-up/special-school/2024-25: £12,000.00 -> £13,000.00"], Logged(change));
    }

    [Fact]
    public void A_narrower_price_starts_from_the_wider_one()
    {
        ChangePrice change = new(PriceItem.TopUp, TinyWorld.SpecialSchool.Value, Financial(2024), Factor: 2);

        Assert.Equal([12_000, 12_000, 12_000, 24_000], TopUps(After(change)));
        Assert.Equal(["price/top-up/hilltop-special/2024-25: £12,000.00 -> £24,000.00"], Logged(change));
    }

    [Fact]
    public void A_price_for_all_leaves_narrower_ones_alone()
    {
        PlanningCase after = After(new ChangePrice(PriceItem.PlaceFunding, "all", Financial(2021), Pounds: new Pounds(7_000)), After(
            new ChangePrice(PriceItem.PlaceFunding, "special-school", Financial(2021), Pounds: new Pounds(10_000))));

        Assert.Equal(10_000, after.Prices[PriceItem.PlaceFunding, after.Provision(TinyWorld.SpecialSchool), Financial(2022)].Value);
        Assert.Equal(7_000, after.Prices[PriceItem.PlaceFunding, after.Provision(TinyWorld.Base), Financial(2022)].Value);
    }

    [Fact]
    public void A_new_price_must_be_stated_for_every_year()
    {
        Assert.Equal(["price-not-stated item 'fee'"], Found(new ChangePrice(PriceItem.Fee, "special-school", Financial(2022), Pounds: new Pounds(1))));
        Assert.Equal(["price-not-stated item 'fee'"], Found(new ChangePrice(PriceItem.Fee, "special-school", Financial(2021), Factor: 2)));
        PlanningCase after = After(new ChangePrice(PriceItem.Fee, "special-school", Financial(2021), Pounds: new Pounds(1)));
        Assert.Equal(1, after.Prices[PriceItem.Fee, after.Provision(TinyWorld.SpecialSchool), Financial(2024)].Value);
    }

    [Theory]
    [InlineData("special-schol", "'special-school' was meant.")]
    [InlineData("hilltop-specal", "'hilltop-special' was meant.")]
    [InlineData("elsewhere", null)]
    public void A_mistyped_scope_is_refused_with_the_likely_one(string appliesTo, string? maybe)
    {
        var finding = Assert.Single(new ChangePrice(PriceItem.TopUp, appliesTo, Financial(2022), Factor: 2).Check(Case()));

        Assert.Equal(("unknown-price-scope", maybe), (finding.Code, finding.Maybe));
    }

    [Fact]
    public void A_senseless_change_is_refused() => Assert.Equal(
        [
            "either-or factor, pounds ''", "negative-number factor '-1'", "negative-number pounds '-2'", "year-outside-horizon from '2025-26'",
            "year-outside-horizon until '2020-21'", "until-before-from until '2020-21'",
        ],
        Found(new ChangePrice(PriceItem.TopUp, "special-school", Financial(2025), Financial(2020), -1, new Pounds(-2))));

    [Fact]
    public void A_change_of_a_mistyped_provision_still_names_its_keys() => Assert.Equal(
        ["price/top-up/nowhere/2024-25"], new ChangePrice(PriceItem.TopUp, "nowhere", Financial(2024), Factor: 2).Keys(Case()));
}
