using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Changes;

public class PlacesTests
{
    private static readonly ProvisionId School = TinyWorld.SpecialSchool;

    private static int[] Places(PlanningCase planningCase) => [.. planningCase.Horizon.AllYears.Select(year => planningCase.Places[School, year])];

    [Fact]
    public void Added_places_stay_when_no_end_is_given() => Assert.Equal([10, 10, 13, 13], Places(After(new AddPlaces(School, 3, Year2))));

    [Fact]
    public void Added_places_end_with_the_last_year_given() => Assert.Equal([10, 13, 13, 10], Places(After(new AddPlaces(School, 3, Year1, Year2))));

    [Fact]
    public void Places_can_be_taken_away_to_the_last_one() => Assert.Equal([10, 10, 10, 0], Places(After(new AddPlaces(School, -10, Year3))));

    [Fact]
    public void Set_places_replace_what_was_stated() =>
        Assert.Equal([10, 7, 10, 10], Places(After(new SetPlaces(School, 7, Year1, Year1))));

    [Fact]
    public void Adding_logs_every_year() => Assert.Equal(
        ["places/hilltop-special/2022/23: 10 -> 13", "places/hilltop-special/2023/24: 10 -> 13"],
        Logged(new AddPlaces(School, 3, Year2)));

    [Fact]
    public void Fewer_than_no_places_are_refused()
    {
        var finding = Assert.Single(new AddPlaces(School, -11, Year1).Check(Case()));

        Assert.Equal(
            "places '-11': hilltop-special has 10 places in 2021/22 (schemes apart), which would become -1.", finding.ToString());
    }

    [Fact]
    public void A_mistyped_provision_is_refused_with_the_likely_one()
    {
        var finding = Assert.Single(new AddPlaces(new ProvisionId("hilltop-specail"), 3, Year1).Check(Case()));

        Assert.Equal("unknown-provision", finding.Code);
        Assert.Equal("'hilltop-special' was meant.", finding.Maybe);
    }

    [Fact]
    public void Everything_wrong_is_found_at_once() => Assert.Equal(
        ["unknown-provision provision 'x'", "year-outside-horizon from '2024/25'", "until-before-from until '2021/22'", "negative-number places '-1'"],
        Found(new SetPlaces(new ProvisionId("x"), -1, Year3.Next, Year1)));

    [Fact]
    public void The_base_year_cannot_be_changed() =>
        Assert.Equal(["year-outside-horizon from '2020/21'"], Found(new SetPlaces(School, 5, TinyWorld.BaseYear)));

    [Fact]
    public void Imports_are_set_and_warned_about_when_they_leave_no_place()
    {
        SetImports change = new(School, 12, Year2);

        Assert.Equal(["imports-exceed-places pupils '12'"], Found(change));
        PlanningCase after = After(change);
        Assert.Equal([0, 0, 12, 12], after.Horizon.AllYears.Select(year => after.Imports[School, year]));
    }

    [Fact]
    public void An_opened_scheme_adds_its_places_and_spends_its_capital()
    {
        PlanningCase after = After(new OpenScheme(Extension, Year2));

        Provision school = after.Provision(School);
        Assert.Equal([10, 10, 14, 16], after.Horizon.AllYears.Select(year => after.PlacesIn(school, year)));
        Assert.Equal([100_000, 50_000], ((int[])[2021, 2022]).Select(year => after.Schemes[0].CapitalIn(FinancialYear.StartingIn(year)).Value));
        Assert.Equal(["scheme/hilltop-extension/opens: not opened -> 2022/23"], Logged(new OpenScheme(Extension, Year2)));
    }

    [Fact]
    public void A_dropped_scheme_adds_nothing()
    {
        PlanningCase open = After(new OpenScheme(Extension, Year2));

        PlanningCase after = After(new DropScheme(Extension), open);
        Assert.Equal(10, after.PlacesIn(after.Provision(School), Year3));
        Assert.Equal(["scheme/hilltop-extension/opens: 2022/23 -> not opened"], Logged(new DropScheme(Extension), open));
    }

    [Theory]
    [InlineData(2020)]
    [InlineData(2024)]
    public void A_scheme_cannot_open_outside_the_planned_years(int year) => Assert.Equal(
        [$"scheme-opens-outside-horizon opens '{AcademicYear.StartingIn(year)}'"], Found(new OpenScheme(Extension, AcademicYear.StartingIn(year))));

    [Fact]
    public void A_scheme_without_places_is_refused() =>
        Assert.Equal(["scheme-without-places scheme 'hilltop-roof'"], Found(new OpenScheme(Empty, Year2)));

    [Fact]
    public void A_scheme_of_a_provision_that_is_closed_by_then_is_doubtful() => Assert.Equal(
        ["scheme-of-closed-provision opens '2022/23'"], Found(new OpenScheme(Extension, Year2), After(new CloseProvision(School, Year2))));

    [Fact]
    public void A_mistyped_scheme_is_refused_with_the_likely_one()
    {
        SchemeId mistyped = new("hilltop-extention");
        ScenarioChange[] changes = [new DropScheme(mistyped), new OpenScheme(mistyped, Year2)];

        Assert.All(changes, change => Assert.Equal("'hilltop-extension' was meant.", Assert.Single(change.Check(Case())).Maybe));
    }
}
