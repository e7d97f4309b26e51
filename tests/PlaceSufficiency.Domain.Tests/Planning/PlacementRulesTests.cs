using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Domain.Tests.Planning;

public class PlacementRulesTests
{
    private static readonly PlanningCase World = TinyWorld.Case(3);

    private static readonly Provision School = World.Provision(TinyWorld.SpecialSchool);

    private static readonly AcademicYear Year = AcademicYear.StartingIn(2021);

    [Fact]
    public void A_placement_fits_while_the_year_group_is_admitted()
    {
        Provision resourced = World.Provision(TinyWorld.Base);
        var stay = StayBuilder.Stay(1, 10, 0, 3);

        Assert.Equal([true, true, false, false], World.Horizon.AllYears.Select(year => PlacementRules.Fits(resourced, stay, year)));
    }

    [Fact]
    public void A_placement_fits_while_the_level_called_for_is_served()
    {
        var stay = StayBuilder.Stay(1, 5, 0, 2) with { Levels = [ProvisionLevel.Resourced, ProvisionLevel.Special, ProvisionLevel.Mainstream] };

        Assert.Equal([true, true, false], World.Horizon.AllYears.Take(3).Select(year => PlacementRules.Fits(School, stay, year)));
    }

    [Fact]
    public void A_placement_fits_until_the_provision_closes() =>
        Assert.Equal(
            [true, true, false],
            World.Horizon.AllYears.Take(3).Select(year =>
                PlacementRules.Fits(School with { Closes = Year.Next }, StayBuilder.Stay(1, 3, 0, 3), year)));

    [Fact]
    public void Nobody_starts_where_new_placements_have_stopped_but_placements_stand()
    {
        Provision closing = School with { NoNewPlacementsFrom = Year };
        var stay = StayBuilder.Stay(1, 3, 0, 3);

        Assert.False(PlacementRules.MayStart(World, closing, stay, Year));
        Assert.True(PlacementRules.Fits(closing, stay, Year));
        Assert.True(PlacementRules.MayStart(World, School, stay, Year));
    }

    [Theory]
    [InlineData(10, 3, true)]
    [InlineData(9, 3, false)]
    [InlineData(9, 9, true)]
    public void Nobody_starts_beyond_the_travel_ceiling_of_their_phase(int primaryCeiling, int yearGroup, bool mayStart)
    {
        // From South it takes 10 minutes; only the ceiling of the primary phase is changed.
        PlanningCase world = World with
        {
            Travel = World.Travel with { Ceiling = World.Travel.Ceiling.SetItem(Phase.Primary, NodaTime.Duration.FromMinutes(primaryCeiling)) },
        };

        Assert.Equal(mayStart, PlacementRules.MayStart(world, School, StayBuilder.Stay(1, yearGroup, 0, 1, area: TinyWorld.South), Year));
    }

    [Fact]
    public void Nobody_starts_where_they_do_not_fit() =>
        Assert.False(PlacementRules.MayStart(World, School, StayBuilder.Stay(1, 3, 0, 3, level: ProvisionLevel.Mainstream), Year));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(6, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(12, false)]
    public void A_placement_that_fits_may_be_left_at_a_transfer_that_reopens_it(int yearGroupBefore, bool mayLeave) =>
        Assert.Equal(mayLeave, PlacementRules.MayLeave(World, School, StayBuilder.Stay(1, yearGroupBefore, 0, 1), Year));

    [Fact]
    public void An_allowed_move_holds_for_its_kind_from_its_year_on()
    {
        PlanningCase world = World with { Moves = [new MoveRule(ProvisionKind.SpecialSchool, Year.Next)] };
        var stay = StayBuilder.Stay(1, 3, 0, 3);

        Assert.Equal([false, true, true], World.Horizon.PlannedYears.Select(year => PlacementRules.MayLeave(world, School, stay, year)));
        Assert.Equal([false, true, true], World.Horizon.PlannedYears.Select(year => PlacementRules.IsAllowedMove(world, School, year)));
        Assert.False(PlacementRules.MayLeave(world, World.Provision(TinyWorld.Base), stay, Year.Next));
    }

    [Fact]
    public void The_plan_decides_the_years_of_a_stay_after_the_base_year()
    {
        var stay = StayBuilder.Stay(1, 3, 0, 2, at: TinyWorld.Base);

        Assert.Equal([Year, Year.Next], PlacementRules.PlannedYearsOf(World.Horizon, stay));
        Assert.Equal(TinyWorld.Base, PlacementRules.PlaceBefore(stay));
        Assert.Null(PlacementRules.PlaceBefore(StayBuilder.Stay(1, 3, 2, 3)));
    }
}
