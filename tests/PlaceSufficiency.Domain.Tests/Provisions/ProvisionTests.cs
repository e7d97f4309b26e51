using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Domain.Tests.Provisions;

public class ProvisionTests
{
    private static readonly Provision School = TinyWorld.Case().Provision(TinyWorld.SpecialSchool);

    [Fact]
    public void It_exists_from_the_year_it_opens_until_the_year_before_it_closes()
    {
        Provision school = School with { Opens = AcademicYear.StartingIn(2022), Closes = AcademicYear.StartingIn(2024) };

        Assert.Equal([2022, 2023], YearsWhen(school.IsOpenIn));
        Assert.Equal([2022, 2023], YearsWhen(school.AdmitsNewIn));
    }

    [Fact]
    public void Without_opening_and_closing_it_always_exists() => Assert.Equal([2020, 2021, 2022, 2023, 2024, 2025], YearsWhen(School.IsOpenIn));

    [Fact]
    public void After_new_placements_stop_it_stays_open()
    {
        Provision school = School with { Opens = AcademicYear.StartingIn(2021), NoNewPlacementsFrom = AcademicYear.StartingIn(2023) };

        Assert.Equal([2021, 2022], YearsWhen(school.AdmitsNewIn));
        Assert.Equal([2021, 2022, 2023, 2024, 2025], YearsWhen(school.IsOpenIn));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(19, 0)]
    [InlineData(20, 1)]
    [InlineData(39, 1)]
    [InlineData(40, 2)]
    public void Five_percent_over_number_is_rounded_down_to_whole_pupils(int places, int allowed) =>
        Assert.Equal(allowed, (School with { OverNumberCeiling = 0.05m }).OverNumberAllowed(places));

    [Fact]
    public void It_is_written_with_its_name() => Assert.Equal("hilltop-special (Hilltop)", (School with { Name = "Hilltop" }).ToString());

    private static IEnumerable<int> YearsWhen(Func<AcademicYear, bool> holds) =>
        Enumerable.Range(2020, 6).Where(year => holds(AcademicYear.StartingIn(year)));
}
