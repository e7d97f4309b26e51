using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Changes;

public class ProvisionTests
{
    private static readonly ProvisionId School = TinyWorld.SpecialSchool;

    [Fact]
    public void A_provision_has_no_places_before_it_opens()
    {
        PlanningCase after = After(new OpenProvision(School, Year2));

        Assert.Equal([0, 0, 10, 10], after.Horizon.AllYears.Select(year => after.PlacesIn(after.Provision(School), year)));
        Assert.Equal(["provision/hilltop-special/opens: before -> 2022/23"], Logged(new OpenProvision(School, Year2)));
    }

    [Fact]
    public void Opening_a_provision_that_pupils_are_in_is_doubtful() =>
        Assert.Equal(["opens-with-pupils from '2022/23'"], Found(new OpenProvision(School, Year2), Case().WithPupils(3, 5, School)));

    [Fact]
    public void A_provision_has_no_places_once_closed()
    {
        PlanningCase after = After(new CloseProvision(School, Year2));

        Assert.Equal([10, 10, 0, 0], after.Horizon.AllYears.Select(year => after.PlacesIn(after.Provision(School), year)));
        Assert.Equal(["provision/hilltop-special/closes: never -> 2022/23"], Logged(new CloseProvision(School, Year2)));
    }

    [Fact]
    public void A_provision_cannot_close_before_it_opens_nor_open_after_it_closes()
    {
        Assert.Equal(["closes-before-opening from '2022/23'"], Found(new CloseProvision(School, Year2), After(new OpenProvision(School, Year2))));
        Assert.Equal(["opens-after-closing from '2022/23'"], Found(new OpenProvision(School, Year2), After(new CloseProvision(School, Year2))));
    }

    [Fact]
    public void No_new_placements_of_a_kind_touch_every_provision_of_it_and_no_other()
    {
        PlanningCase after = After(new NoNewPlacements(Year2, Kind: ProvisionKind.SpecialSchool));

        Assert.Equal(Year2, after.Provision(School).NoNewPlacementsFrom);
        Assert.Null(after.Provision(TinyWorld.Base).NoNewPlacementsFrom);
    }

    [Fact]
    public void No_new_placements_of_a_provision_touch_it_alone()
    {
        NoNewPlacements change = new(Year2, Provision: TinyWorld.Base);

        Assert.Equal(["provision/riverside-base/no-new-placements-from: never -> 2022/23"], Logged(change));
        Assert.Null(After(change).Provision(School).NoNewPlacementsFrom);
    }

    [Fact]
    public void No_new_placements_want_a_kind_or_a_provision()
    {
        Assert.Equal(["either-or kind, provision ''"], Found(new NoNewPlacements(Year2)));
        Assert.Equal(["either-or kind, provision ''"], Found(new NoNewPlacements(Year2, ProvisionKind.SpecialSchool, School)));
    }

    [Fact]
    public void A_kind_that_the_case_does_not_have_is_refused()
    {
        var finding = Assert.Single(new NoNewPlacements(Year2, Kind: ProvisionKind.Inmss).Check(Case()));

        Assert.Equal("kind-not-in-use", finding.Code);
        Assert.Equal("one of these was meant: resourced-provision, special-school.", finding.Maybe);
    }

    [Fact]
    public void A_designation_changes_only_in_what_is_named()
    {
        ChangeDesignation change = new(School, Needs: NeedSet.Of(PrimaryNeed.SEMH), YearTo: YearGroup.Of(11), Sex: SexAdmitted.Girls);

        Designation old = Case().Provision(School).Designation;
        Assert.Equal(
            new Designation(NeedSet.Of(PrimaryNeed.SEMH), old.From, YearGroup.Of(11), SexAdmitted.Girls, old.Levels),
            After(change).Provision(School).Designation);
        Assert.Equal(
            [
                "designation/hilltop-special/needs: all -> SEMH", "designation/hilltop-special/year-to: 14 -> 11",
                "designation/hilltop-special/sex: mixed -> girls",
            ],
            Logged(change));
    }

    [Fact]
    public void Levels_are_written_as_files_spell_them() => Assert.Equal(
        ["designation/hilltop-special/levels: resourced;special -> special;highly-specialised"],
        Logged(new ChangeDesignation(School, Levels: LevelSet.Of(ProvisionLevel.Special, ProvisionLevel.HighlySpecialised))));

    [Fact]
    public void A_designation_that_admits_nobody_is_refused_for_every_reason() => Assert.Equal(
        ["admits-nobody needs ''", "admits-nobody levels ''", "admits-nobody year-from ''"],
        Found(new ChangeDesignation(School, NeedSet.Of(), LevelSet.Of(), YearFrom: YearGroup.Of(15))));

    [Fact]
    public void A_change_of_designation_that_changes_nothing_is_refused() =>
        Assert.Equal(["changes-nothing change-designation 'hilltop-special'"], Found(new ChangeDesignation(School)));

    [Fact]
    public void Pupils_who_no_longer_fit_are_counted()
    {
        PlanningCase planningCase = Case().WithPupils(3, 5, School).WithPupils(4, 12, School).WithPupils(5, 12, TinyWorld.Base);

        var finding = Assert.Single(new ChangeDesignation(School, YearTo: YearGroup.Of(11)).Check(planningCase));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal("4 pupils placed in hilltop-special in the base year no longer fit there.", finding.Message);
    }
}
