using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Population;

public class AgedPopulationTests
{
    [Fact]
    public void Residents_grow_older_where_they_are()
    {
        // All seven-year-olds of the base year live in the north, all eight-year-olds of it in the south.
        DemandPath path = Joining(yearGroup: 4, years: 2, north: age => age == 7 ? 1 : 0, south: age => age == 8 ? 1 : 0);

        Assert.Equal([(1, TinyWorld.North)], path.Stays.Where(stay => stay.FirstYear == TinyWorld.BaseYear.Next).Select(Home));
    }

    [Fact]
    public void The_unborn_live_where_the_under_ones_do()
    {
        DemandPath path = Joining(yearGroup: -4, years: 2, north: age => age == 0 ? 0 : 9, south: age => age == 0 ? 1 : 0);

        Assert.Equal([(1, TinyWorld.South), (1, TinyWorld.South)], path.Stays.Select(Home));
    }

    [Fact]
    public void Student_halls_draw_nobody()
    {
        // The north has 1,000 at 18 to 25 but no teenagers; the south has teenagers only.
        DemandPath path = Joining(yearGroup: 16, years: 1, north: age => age > 17 ? 1000 : 0, south: age => age is >= 11 and <= 17 ? 10 : 0);

        Assert.Equal([(1, TinyWorld.South)], path.Stays.Select(Home));
    }

    [Fact]
    public void Where_nobody_has_the_age_everybody_counts()
    {
        DemandPath path = Joining(yearGroup: 4, years: 1, north: _ => 0, south: age => age == 12 ? 5 : 0);

        Assert.Equal([(1, TinyWorld.South)], path.Stays.Select(Home));
    }

    [Fact]
    public void Where_nobody_lives_at_all_areas_weigh_the_same()
    {
        DemandPath path = Joining(yearGroup: 4, years: 2, north: _ => 0, south: _ => 0);

        Assert.Equal([TinyWorld.North, TinyWorld.South], path.Stays.Select(stay => stay.Area).Order());
    }

    private static (int Pupils, PlanningAreaId Area) Home(Stay stay) => (stay.Pupils, stay.Area);

    /// <summary>One joiner a year of one year group.</summary>
    private static DemandPath Joining(int yearGroup, int years, Func<int, int> north, Func<int, int> south)
    {
        PlanningCase planningCase = TinyWorld.Case(years).WithJoiners(1, yearGroup)
            .WithLevels(PrimaryNeed.ASD, YearGroup.Of(yearGroup).Phase, (ProvisionLevel.Special, 1));
        Func<int, int>[] persons = [north, south];
        return Forecaster.Forecast(planningCase with
        {
            Areas = [.. planningCase.Areas.Select((area, i) => area with { Population = [.. Enumerable.Range(0, 26).Select(persons[i])] })],
        });
    }
}
