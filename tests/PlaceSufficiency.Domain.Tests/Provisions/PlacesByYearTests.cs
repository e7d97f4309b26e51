using FsCheck.Xunit;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Tests.Provisions;

public class PlacesByYearTests
{
    private static readonly ProvisionId A = new("a");

    private static readonly ProvisionId B = new("b");

    [Fact]
    public void A_number_holds_until_the_next_stated_year_and_is_0_before_the_first()
    {
        PlacesByYear places = new([(A, Year(2023), 8), (A, Year(2021), 5), (B, Year(2020), 1)]);

        Assert.Equal([0, 5, 5, 8, 8], Numbers(places, A));
        Assert.Equal([1, 1, 1, 1, 1], Numbers(places, B));
        Assert.Equal([0, 0, 0, 0, 0], Numbers(places, new ProvisionId("c")));
        Assert.Equal((true, false), (places.States(A), places.States(new ProvisionId("c"))));
        Assert.Equal([(A, Year(2021), 5), (A, Year(2023), 8), (B, Year(2020), 1)], places.Steps);
        Assert.Empty(PlacesByYear.None.Steps);
    }

    [Fact]
    public void Negative_numbers_and_years_stated_twice_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PlacesByYear([(A, Year(2021), -1)]));
        Assert.Throws<ArgumentException>(() => new PlacesByYear([(A, Year(2021), 1), (A, Year(2021), 1)]));
    }

    [Fact]
    public void Years_before_and_after_a_change_keep_their_number()
    {
        PlacesByYear places = new([(A, Year(2020), 10), (A, Year(2023), 20), (B, Year(2020), 7)]);

        PlacesByYear more = places.With(A, [Year(2021), Year(2022)], (_, old) => old + 3);

        Assert.Equal([10, 13, 13, 20, 20], Numbers(more, A));
        Assert.Equal([7, 7, 7, 7, 7], Numbers(more, B));
        Assert.Equal([10, 10, 10, 20, 20], Numbers(places, A));
    }

    [Fact]
    public void A_year_between_changed_years_keeps_its_number()
    {
        PlacesByYear places = new([(A, Year(2020), 10)]);

        Assert.Equal([10, 5, 10, 5, 10], Numbers(places.With(A, [Year(2023), Year(2021)], (_, _) => 5), A));
    }

    [Fact]
    public void A_step_inside_the_changed_years_is_changed_from_its_own_number()
    {
        PlacesByYear places = new([(A, Year(2020), 10), (A, Year(2022), 12)]);

        Assert.Equal([10, 11, 13, 13, 12], Numbers(places.With(A, [Year(2021), Year(2022), Year(2023)], (_, old) => old + 1), A));
    }

    [Fact]
    public void Years_before_the_first_step_can_be_changed() =>
        Assert.Equal([0, 4, 0, 9, 9], Numbers(new PlacesByYear([(A, Year(2023), 9)]).With(A, [Year(2021)], (_, _) => 4), A));

    [Fact]
    public void A_provision_without_steps_can_be_given_some() =>
        Assert.Equal([0, 0, 6, 0, 0], Numbers(PlacesByYear.None.With(A, [Year(2022)], (_, _) => 6), A));

    [Fact]
    public void Changing_no_year_changes_nothing() => Assert.Same(PlacesByYear.None, PlacesByYear.None.With(A, [], (_, _) => 6));

    [Fact]
    public void A_change_below_0_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PlacesByYear([(A, Year(2020), 1)]).With(A, [Year(2021)], (_, old) => old - 2));

    [Property]
    public void Changed_years_get_the_new_number_and_all_others_keep_theirs(byte[] numbers, byte[] changed)
    {
        PlacesByYear places = new(numbers.Take(10).Select((number, i) => (A, Year(2020 + (2 * i)), (int)number)));
        AcademicYear[] years = [.. changed.Select(year => Year(2015 + (year % 30)))];

        PlacesByYear after = places.With(A, years, (year, old) => old + year.StartYear);

        Assert.All(Enumerable.Range(2010, 40).Select(Year), year =>
            Assert.Equal(places[A, year] + (years.Contains(year) ? year.StartYear : 0), after[A, year]));
    }

    private static AcademicYear Year(int startYear) => AcademicYear.StartingIn(startYear);

    private static IEnumerable<int> Numbers(PlacesByYear places, ProvisionId provision) =>
        Enumerable.Range(2020, 5).Select(year => places[provision, Year(year)]);
}
