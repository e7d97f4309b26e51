using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Rules;

/// <summary>Opening, designation and new placements: two pupils who stay at the special school, or join it in 2022/23.</summary>
public class PlacementTests
{
    [Fact]
    public void Nobody_is_in_a_provision_after_it_has_closed()
    {
        var closing = Case().WithProvision(SpecialSchool, school => school with { Closes = Second });

        var finding = With(closing, Stay(2, 3, 0, 2, at: SpecialSchool)).Audit(Path(0, 2, SpecialSchool, SpecialSchool)).Only("not-open");
        Assert.Equal(("stay 0, 2022/23", "hilltop-special"), (finding.Key, finding.Value));
    }

    [Fact]
    public void Nobody_is_in_a_provision_before_it_opens()
    {
        var opening = Case().WithProvision(SpecialSchool, school => school with { Opens = Second });

        var finding = With(opening, Stay(2, 3, 1, 2)).Audit(Path(0, 2, SpecialSchool, SpecialSchool)).Only("not-open");
        Assert.Equal("stay 0, 2021/22", finding.Key);
    }

    [Fact]
    public void The_need_must_be_admitted()
    {
        var semhOnly = Case().WithDesignation(SpecialSchool, school => school with { Needs = NeedSet.Of(PrimaryNeed.SEMH, PrimaryNeed.HI) });

        var finding = Joins(semhOnly).Only("need-not-admitted");
        Assert.Equal("2 pupils are placed with need ASD; it admits SEMH;HI.", finding.Message);
    }

    [Fact]
    public void The_year_group_must_not_be_too_old() =>
        Assert.Equal(
            "2 pupils are placed with year group 3; it admits 0 to 2.",
            Joins(Case().WithDesignation(SpecialSchool, school => school with { To = YearGroup.Of(2) })).Only("year-group-not-admitted").Message);

    [Fact]
    public void The_year_group_must_not_be_too_young() =>
        Assert.Equal(
            "2 pupils are placed with year group 3; it admits 7 to 14.",
            Joins(Case().WithDesignation(SpecialSchool, school => school with { From = YearGroup.Of(7) })).Only("year-group-not-admitted").Message);

    [Fact]
    public void A_placement_does_not_outlive_its_year_groups()
    {
        var primary = Case().WithDesignation(SpecialSchool, school => school with { To = YearGroup.Of(6) });

        var finding = With(primary, Stay(2, 5, 0, 2, at: SpecialSchool)).Audit(Path(0, 2, SpecialSchool, SpecialSchool)).Only("year-group-not-admitted");
        Assert.Equal("stay 0, 2022/23", finding.Key);
    }

    [Fact]
    public void The_sex_must_be_admitted() =>
        Assert.Equal(
            "2 pupils are placed with sex Male; it admits Girls.",
            Joins(Case().WithDesignation(SpecialSchool, school => school with { Sex = SexAdmitted.Girls })).Only("sex-not-admitted").Message);

    [Fact]
    public void The_level_called_for_must_be_served() =>
        Assert.Equal(
            "2 pupils are placed with level called for Resourced; it serves Special.",
            Joins(Case().WithDesignation(SpecialSchool, school => school with { Levels = LevelSet.Of(ProvisionLevel.Special) })).Only("level-not-served").Message);

    [Fact]
    public void Every_broken_part_of_a_designation_is_its_own_finding()
    {
        var girlsSemh = Case().WithDesignation(SpecialSchool, school => school with { Sex = SexAdmitted.Girls, Needs = NeedSet.Of(PrimaryNeed.SEMH) });

        Assert.Equal(["need-not-admitted", "sex-not-admitted"], Joins(girlsSemh).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Nobody_new_starts_where_nobody_new_is_placed()
    {
        var finding = Joins(Case().WithProvision(SpecialSchool, school => school with { NoNewPlacementsFrom = Second })).Only("no-new-placements");

        Assert.Equal("2 pupils start where nobody new is placed from 2022/23.", finding.Message);
    }

    [Fact]
    public void Placements_made_before_stand_where_nobody_new_is_placed()
    {
        var shutting = Case().WithProvision(SpecialSchool, school => school with { NoNewPlacementsFrom = First });

        Assert.Empty(With(shutting, Stay(2, 3, 0, 2, at: SpecialSchool)).Audit(Path(0, 2, SpecialSchool, SpecialSchool)).Findings);
    }

    [Fact]
    public void Nobody_new_starts_beyond_the_travel_ceiling()
    {
        var near = Case() with { Travel = Case().Travel with { Ceiling = Minutes(9) } };

        var finding = With(near, Stay(2, 3, 2, 2, area: South)).Audit(Path(0, 2, SpecialSchool)).Only("beyond-travel-ceiling");
        Assert.Equal("2 pupils start 10.0 minutes from home; the ceiling is 9.0.", finding.Message);
    }

    [Fact]
    public void A_journey_of_just_the_ceiling_is_allowed()
    {
        var near = Case() with { Travel = Case().Travel with { Ceiling = Minutes(10) } };

        Assert.Empty(With(near, Stay(2, 3, 2, 2, area: South)).Audit(Path(0, 2, SpecialSchool)).Findings);
    }

    [Fact]
    public void A_placement_beyond_the_travel_ceiling_stands()
    {
        var near = Case() with { Travel = Case().Travel with { Ceiling = Minutes(9) } };

        Assert.Empty(With(near, Stay(2, 3, 0, 2, at: SpecialSchool, area: South)).Audit(Path(0, 2, SpecialSchool, SpecialSchool)).Findings);
    }

    private static PlanAuditReport Joins(Domain.Planning.PlanningCase planningCase) =>
        With(planningCase, Stay(2, 3, 2, 2)).Audit(Path(0, 2, SpecialSchool));
}
