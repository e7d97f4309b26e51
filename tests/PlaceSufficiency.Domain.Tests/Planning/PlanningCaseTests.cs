using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Domain.Tests.Planning;

public class PlanningCaseTests
{
    private static readonly AcademicYear Year = AcademicYear.StartingIn(2021);

    [Fact]
    public void Places_are_those_stated_and_those_of_open_schemes_while_the_provision_is_open()
    {
        PlanningCase world = TinyWorld.Case(3) with
        {
            Schemes = [new CapitalScheme(new SchemeId("wing"), "Wing", TinyWorld.SpecialSchool, Year, [new SchemeYear(0, 4, Pounds.Zero)])],
        };
        world = world.WithProvision(TinyWorld.SpecialSchool, school => school with { Closes = Year.PlusYears(2) });

        Assert.Equal([10, 14, 14, 0], world.Horizon.AllYears.Select(year => world.PlacesIn(world.Provision(TinyWorld.SpecialSchool), year)));
        Assert.Equal([10, 10, 10, 10], world.Horizon.AllYears.Select(year => world.PlacesIn(world.Provision(TinyWorld.Base), year)));
    }

    [Theory]
    [InlineData(3, 7)]
    [InlineData(10, 0)]
    [InlineData(12, 0)]
    public void Residents_have_the_places_that_imports_leave(int imports, int places)
    {
        PlanningCase world = TinyWorld.Case() with { Imports = new PlacesByYear([(TinyWorld.Base, Year, imports)]) };

        Assert.Equal(places, world.PlacesForResidents(world.Provision(TinyWorld.Base), Year));
    }

    [Fact]
    public void A_changed_copy_finds_what_was_changed_even_after_the_original_was_asked()
    {
        PlanningCase world = TinyWorld.Case();
        Assert.Equal(0, world.Provision(TinyWorld.Base).OverNumberCeiling);

        PlanningCase changed = world.WithProvision(TinyWorld.Base, provision => provision with { OverNumberCeiling = 0.1m });

        Assert.Equal(0.1m, changed.Provision(TinyWorld.Base).OverNumberCeiling);
        Assert.True(changed.HasProvision(TinyWorld.Base));
        Assert.False(changed.HasProvision(new ProvisionId("elsewhere")));
        Assert.Throws<KeyNotFoundException>(() => changed.Provision(new ProvisionId("elsewhere")));
    }

    [Fact]
    public void The_group_of_a_need_is_the_one_that_holds_it()
    {
        PlanningCase world = TinyWorld.Case() with
        {
            NeedGroups = [new("autism", NeedSet.Of(PrimaryNeed.ASD)), new("the rest", NeedSet.Of(NeedSet.All.Where(need => need != PrimaryNeed.ASD)))],
        };

        Assert.Equal(("autism", "the rest"), (world.GroupOf(PrimaryNeed.ASD).Name, world.GroupOf(PrimaryNeed.MLD).Name));
    }
}
