using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Rules;

public class StayPutTests
{
    [Fact]
    public void A_placement_stands_from_the_base_year()
    {
        var finding = With(Case(), Stay(2, 3, 0, 2, at: SpecialSchool)).Audit(Path(0, 2, Base, Base)).Only("placement-broken");

        Assert.Equal(("stay 0, 2021/22", "hilltop-special"), (finding.Key, finding.Value));
    }

    [Fact]
    public void A_placement_stands_from_a_planned_year() =>
        Assert.Equal("stay 0, 2022/23", With(Case(), Stay(2, 3, 1, 2)).Audit(Path(0, 2, SpecialSchool, Base)).Only("placement-broken").Key);

    [Fact]
    public void A_placement_stands_when_the_phase_changes_within_an_all_through_provision() =>
        With(Case(), Stay(2, 6, 1, 2)).Audit(Path(0, 2, SpecialSchool, Base)).Only("placement-broken");

    [Fact]
    public void Nobody_is_left_without_a_place_that_still_fits() =>
        Assert.Equal("stay 0, 2022/23", With(Case(), Stay(2, 3, 1, 2)).Audit(Path(0, 2, SpecialSchool, null)).Only("placement-dropped").Key);

    [Fact]
    public void A_transfer_that_reopens_placements_does_not_leave_anybody_without_a_place() =>
        With(Post16Base(), Stay(2, 11, 1, 2)).Audit(Path(0, 2, SpecialSchool, null)).Only("placement-dropped");

    [Theory]
    [InlineData(11)]
    [InlineData(-1)]
    public void At_a_transfer_that_reopens_placements_pupils_may_go_elsewhere(int yearGroup)
    {
        var world = With(Post16Base(), Stay(2, yearGroup, 1, 2));

        Assert.Empty(world.Audit(Path(0, 2, SpecialSchool, Base)).Findings);
    }

    [Fact]
    public void A_transfer_out_of_the_base_year_reopens_too() =>
        Assert.Empty(With(Post16Base(), Stay(2, 11, 0, 1, at: SpecialSchool)).Audit(Path(0, 2, Base)).Findings);

    [Fact]
    public void Joiners_have_no_transfer_behind_them() =>
        Assert.Empty(With(Post16Base(), Stay(2, 12, 1, 2)).Audit(Path(0, 2, null, Base)).Findings);

    [Fact]
    public void Pupils_may_go_elsewhere_or_nowhere_when_their_place_no_longer_fits()
    {
        var closing = Case().WithProvision(SpecialSchool, school => school with { Closes = Second });

        Assert.Empty(With(closing, Stay(2, 3, 0, 2, at: SpecialSchool)).Audit(Path(0, 1, SpecialSchool, Base), Path(0, 1, SpecialSchool, null)).Findings);
    }

    [Fact]
    public void Pupils_whose_level_changes_lose_a_place_that_does_not_serve_it()
    {
        Stay stay = Stay(2, 6, 0, 2, at: Base) with { Levels = [ProvisionLevel.Resourced, ProvisionLevel.Special, ProvisionLevel.Special] };

        Assert.Empty(With(Case(), stay).Audit(Path(0, 2, SpecialSchool, SpecialSchool)).Findings);
    }

    [Fact]
    public void An_allowed_move_may_be_made_from_its_year_on()
    {
        var moving = Case() with { Moves = [new MoveRule(ProvisionKind.SpecialSchool, Second)] };
        var world = With(moving, Stay(2, 3, 0, 2, at: SpecialSchool));

        Assert.Empty(world.Audit(Path(0, 2, SpecialSchool, Base)).Findings);
        Assert.Equal("stay 0, 2021/22", world.Audit(Path(0, 2, Base, Base)).Only("placement-broken").Key);
    }

    [Fact]
    public void An_allowed_move_leads_to_a_place_and_only_out_of_its_kind()
    {
        var moving = Case() with { Moves = [new MoveRule(ProvisionKind.SpecialSchool, First)] };

        With(moving, Stay(2, 3, 0, 1, at: SpecialSchool)).Audit(Path(0, 2, [null])).Only("placement-dropped");
        With(moving, Stay(2, 3, 0, 1, at: Base)).Audit(Path(0, 2, SpecialSchool)).Only("placement-broken");
    }

    /// <summary>Both provisions admit year groups -1 to 14.</summary>
    private static PlanningCase Post16Base() => new[] { SpecialSchool, Base }.Aggregate(
        Case(),
        (planningCase, id) => planningCase.WithDesignation(id, school => school with { From = YearGroup.Of(-1), To = YearGroup.Of(14) }));
}
