using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Domain.Tests.Demand;

public class DemandPathTests
{
    private static readonly Horizon Horizon = TinyWorld.Case(3).Horizon;

    // 5 pupils stay throughout, 3 leave after the first planned year, 2 join in the second and leave, 4 join in the third.
    private static readonly DemandPath Path = StayBuilder.Path(
        Horizon,
        StayBuilder.Stay(5, 3, 0, 3), StayBuilder.Stay(3, 9, 0, 1), StayBuilder.Stay(2, 0, 2, 2), StayBuilder.Stay(4, 0, 3, 3));

    [Fact]
    public void Stock_is_everyone_who_holds_a_plan_in_the_year() => Assert.Equal([8, 8, 7, 9], Horizon.AllYears.Select(Path.StockIn));

    [Fact]
    public void Joiners_are_those_whose_first_year_it_is_the_base_year_apart() => Assert.Equal([0, 0, 2, 4], Horizon.AllYears.Select(Path.JoinersIn));

    [Fact]
    public void Leavers_held_a_plan_the_year_before() => Assert.Equal([0, 0, 3, 2], Horizon.AllYears.Select(Path.LeaversBefore));

    [Fact]
    public void Stock_is_that_of_the_year_before_and_joiners_less_leavers() =>
        Assert.All(Horizon.PlannedYears, year =>
            Assert.Equal(Path.StockIn(year.Previous) + Path.JoinersIn(year) - Path.LeaversBefore(year), Path.StockIn(year)));

    [Fact]
    public void A_stay_moves_up_a_year_group_a_year_and_has_a_level_for_each()
    {
        Stay stay = StayBuilder.Stay(1, -1, 1, 2) with { Levels = [ProvisionLevel.Mainstream, ProvisionLevel.Special] };

        Assert.Equal([false, true, true, false], Horizon.AllYears.Select(stay.Covers));
        Assert.Equal((YearGroup.Of(-1), ProvisionLevel.Mainstream), (stay.YearGroupIn(Horizon.AllYears[1]), stay.LevelIn(Horizon.AllYears[1])));
        Assert.Equal((YearGroup.Of(0), ProvisionLevel.Special), (stay.YearGroupIn(Horizon.AllYears[2]), stay.LevelIn(Horizon.AllYears[2])));
    }
}
