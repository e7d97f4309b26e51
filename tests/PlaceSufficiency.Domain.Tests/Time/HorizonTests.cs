using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Tests.Time;

public class HorizonTests
{
    private static readonly AcademicYear Base = AcademicYear.StartingIn(2020);

    [Fact]
    public void The_base_year_is_observed_and_the_years_after_it_are_planned()
    {
        Horizon horizon = new(Base, Base.PlusYears(2));

        Assert.Equal(["2021/22", "2022/23"], horizon.PlannedYears.Select(year => year.ToString()));
        Assert.Equal(["2020/21", "2021/22", "2022/23"], horizon.AllYears.Select(year => year.ToString()));
        Assert.Equal([false, true, true, false], Enumerable.Range(0, 4).Select(i => horizon.IsPlanned(Base.PlusYears(i))));
    }

    [Fact]
    public void Two_academic_years_touch_three_financial_years() =>
        Assert.Equal(["2021-22", "2022-23", "2023-24"], new Horizon(Base, Base.PlusYears(2)).FinancialYears.Select(year => year.ToString()));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(31)]
    public void Less_than_one_and_more_than_thirty_planned_years_are_refused(int planned) =>
        Assert.Throws<ArgumentException>(() => new Horizon(Base, Base.PlusYears(planned)));

    [Fact]
    public void Thirty_planned_years_are_taken() => Assert.Equal(30, new Horizon(Base, Base.PlusYears(30)).PlannedYears.Count);
}
