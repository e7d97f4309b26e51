using System.Collections.Immutable;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Domain.Tests.Money;

public class PriceListTests
{
    private static readonly Provision School = TinyWorld.Case().Provision(TinyWorld.SpecialSchool);

    private static readonly PriceScope OfSchool = PriceScope.Of(TinyWorld.SpecialSchool);

    private static readonly PriceScope OfKind = PriceScope.Of(ProvisionKind.SpecialSchool);

    [Fact]
    public void The_narrowest_scope_that_is_stated_wins()
    {
        Assert.Equal((PriceScope.All, 1m), Found((PriceScope.All, 2021, 1)));
        Assert.Equal((OfKind, 2m), Found((PriceScope.All, 2021, 1), (OfKind, 2021, 2)));
        Assert.Equal((OfSchool, 3m), Found((PriceScope.All, 2021, 1), (OfKind, 2021, 2), (OfSchool, 2021, 3)));
        Assert.Equal((OfSchool, 3m), Found((PriceScope.All, 2021, 1), (OfSchool, 2021, 3)));
    }

    [Fact]
    public void Another_kind_or_provision_or_item_does_not_count()
    {
        Assert.Equal((null, 0m), Found((PriceScope.Of(ProvisionKind.Inmss), 2021, 2), (PriceScope.Of(TinyWorld.Base), 2021, 3)));
        Assert.Null(List((PriceScope.All, 2021, 1)).ScopeOf(PriceItem.Fee, School));
    }

    [Fact]
    public void A_year_missing_in_the_narrowest_scope_throws_although_a_wider_one_states_it() =>
        Assert.Throws<KeyNotFoundException>(() => Found((PriceScope.All, 2021, 1), (OfSchool, 2022, 3)));

    [Fact]
    public void Seven_twelfths_are_charged_at_the_first_years_price_and_five_at_the_next()
    {
        PriceList list = List((PriceScope.All, 2021, 12_000), (PriceScope.All, 2022, 24_000));

        Assert.Equal((new Pounds(7_000), new Pounds(10_000)), list.Over(PriceItem.TopUp, School, AcademicYear.StartingIn(2021), 1));
        Assert.Equal((new Pounds(17_500), new Pounds(25_000)), list.Over(PriceItem.TopUp, School, AcademicYear.StartingIn(2021), 2.5m));
    }

    [Fact]
    public void Each_part_is_rounded_to_whole_pence()
    {
        PriceList list = List((PriceScope.All, 2021, 1_000), (PriceScope.All, 2022, 1_000));

        Assert.Equal((new Pounds(583.33m), new Pounds(416.67m)), list.Over(PriceItem.TopUp, School, AcademicYear.StartingIn(2021), 1));
    }

    [Fact]
    public void A_twelfth_that_ends_on_half_a_penny_is_rounded_up()
    {
        PriceList list = List((PriceScope.All, 2021, 30.06m), (PriceScope.All, 2022, 30.06m));

        // 30.06 x 7/12 = 17.535 and 30.06 x 5/12 = 12.525, exactly.
        Assert.Equal((new Pounds(17.54m), new Pounds(12.53m)), list.Over(PriceItem.TopUp, School, AcademicYear.StartingIn(2021), 1));
        Assert.Equal((1_754, 1_253), list.RateOf(PriceItem.TopUp, School, AcademicYear.StartingIn(2021))!.Value.PenceOver(1));
    }

    private static (PriceScope? Scope, decimal Pounds) Found(params (PriceScope Scope, int Year, decimal Pounds)[] stated)
    {
        PriceList list = List(stated);
        return (list.ScopeOf(PriceItem.TopUp, School), list[PriceItem.TopUp, School, FinancialYear.StartingIn(2021)].Value);
    }

    private static PriceList List(params (PriceScope Scope, int Year, decimal Pounds)[] stated) =>
        new(stated.ToImmutableDictionary(
            price => (PriceItem.TopUp, price.Scope, FinancialYear.StartingIn(price.Year)), price => new Pounds(price.Pounds)));
}
