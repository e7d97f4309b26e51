using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Tests.Provisions;

public class CapitalSchemeTests
{
    private static readonly CapitalScheme Extension = new(
        new SchemeId("extension"), "Extension", new ProvisionId("school"), AcademicYear.StartingIn(2022),
        [
            new SchemeYear(-1, null, new Pounds(100_000)),
            new SchemeYear(0, 4, new Pounds(50_000)),
            new SchemeYear(1, null, new Pounds(2_500)),
            new SchemeYear(2, 10, Pounds.Zero),
        ]);

    [Fact]
    public void Places_come_from_the_opening_on_and_a_blank_leaves_the_year_before() =>
        Assert.Equal([0, 0, 4, 4, 10, 10], Enumerable.Range(2020, 6).Select(year => Extension.PlacesIn(AcademicYear.StartingIn(year))));

    [Fact]
    public void Capital_is_spent_in_the_financial_year_that_starts_in_the_same_calendar_year() =>
        Assert.Equal(
            [0, 100_000, 50_000, 2_500, 0],
            Enumerable.Range(2020, 5).Select(year => Extension.CapitalIn(FinancialYear.StartingIn(year)).Value));

    [Fact]
    public void In_the_end_it_adds_ten_places_for_152_500_pounds()
    {
        Assert.Equal(10, Extension.FinalPlaces);
        Assert.Equal(new Pounds(152_500), Extension.TotalCapital);
    }

    [Fact]
    public void A_candidate_adds_and_spends_nothing()
    {
        CapitalScheme candidate = Extension with { Opens = null };

        Assert.Equal(0, candidate.PlacesIn(AcademicYear.StartingIn(2030)));
        Assert.Equal(Pounds.Zero, candidate.CapitalIn(FinancialYear.StartingIn(2022)));
        Assert.Equal(10, candidate.FinalPlaces);
    }
}
