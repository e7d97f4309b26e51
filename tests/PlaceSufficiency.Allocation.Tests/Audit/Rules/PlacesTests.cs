using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Rules;

/// <summary>Places, imports, over-number and schemes at a special school of 10 places; the limit on INMSS.</summary>
public class PlacesTests
{
    [Fact]
    public void Places_can_be_filled_and_not_exceeded()
    {
        Assert.Empty(With(Case(1), Stay(10, 3, 1, 1)).Audit(Path(0, 10, SpecialSchool)).Findings);

        var finding = With(Case(1), Stay(11, 3, 1, 1)).Audit(Path(0, 11, SpecialSchool)).Only("places-exceeded");
        Assert.Equal("hilltop-special, 2021/22", finding.Key);
        Assert.Equal("11 pupils where at most 10 may be: 10 places, 0 from schemes, less 0 imports, and 0 above places.", finding.Message);
    }

    [Fact]
    public void Imports_occupy_places()
    {
        var importing = Case(1) with { Imports = new PlacesByYear([(SpecialSchool, BaseYear, 3)]) };

        Assert.Empty(With(importing, Stay(7, 3, 1, 1)).Audit(Path(0, 7, SpecialSchool)).Findings);
        Assert.Equal(
            "8 pupils where at most 7 may be: 10 places, 0 from schemes, less 3 imports, and 0 above places.",
            With(importing, Stay(8, 3, 1, 1)).Audit(Path(0, 8, SpecialSchool)).Only("places-exceeded").Message);
    }

    [Fact]
    public void Imports_above_places_leave_none_for_residents()
    {
        var full = Case(1) with { Imports = new PlacesByYear([(SpecialSchool, BaseYear, 12)]) };

        Assert.Equal(
            "1 pupils where at most 0 may be: 10 places, 0 from schemes, less 12 imports, and 0 above places.",
            With(full, Stay(1, 3, 1, 1)).Audit(Path(0, 1, SpecialSchool)).Only("places-exceeded").Message);
    }

    [Fact]
    public void Over_number_is_allowed_up_to_the_ceiling_of_all_places()
    {
        var elastic = Case(1).WithProvision(SpecialSchool, school => school with { OverNumberCeiling = 0.29m });

        Assert.Empty(With(elastic, Stay(12, 3, 1, 1)).Audit(Path(0, 12, SpecialSchool)).Findings);
        With(elastic, Stay(13, 3, 1, 1)).Audit(Path(0, 13, SpecialSchool)).Only("places-exceeded");
    }

    [Fact]
    public void Standing_pupils_may_be_above_places_and_nobody_may_be_added_to_them()
    {
        var stays = new[] { Stay(12, 3, 0, 1, at: SpecialSchool), Stay(1, 3, 1, 1) };

        Assert.Empty(With(Case(1), stays).Audit(Path(0, 12, SpecialSchool), Path(1, 1, [null])).Findings);
        Assert.Equal(
            "13 pupils where at most 12 may be: 10 places, 0 from schemes, less 0 imports, and 2 above places.",
            With(Case(1), stays).Audit(Path(0, 12, SpecialSchool), Path(1, 1, SpecialSchool)).Only("places-exceeded").Message);
    }

    [Fact]
    public void Pupils_whose_placement_ended_are_no_longer_standing()
    {
        // Of 12 standing pupils 2 are too old for the school in 2022/23: 10 stand, and no over-number is left.
        var stays = new[] { Stay(10, 3, 0, 2, at: SpecialSchool), Stay(2, 13, 0, 2, at: SpecialSchool), Stay(1, 3, 2, 2) };
        var world = With(Case(), stays);

        Assert.Empty(world.Audit(Path(0, 10, SpecialSchool, SpecialSchool), Path(1, 2, SpecialSchool, null), Path(2, 1, [null])).Findings);
        Assert.Equal(
            "hilltop-special, 2022/23",
            world.Audit(Path(0, 10, SpecialSchool, SpecialSchool), Path(1, 2, SpecialSchool, null), Path(2, 1, SpecialSchool)).Only("places-exceeded").Key);
    }

    [Fact]
    public void Only_schemes_that_are_open_add_places()
    {
        CapitalScheme scheme = new(new("wing"), "wing", SpecialSchool, null, [new SchemeYear(0, 2, Pounds.Zero)]);
        PlanningCase Opening(int? year) =>
            Case() with { Schemes = [scheme with { Opens = year is { } start ? Domain.Time.AcademicYear.StartingIn(start) : null }] };

        var stay = Stay(12, 3, 2, 2);
        Assert.Empty(With(Opening(2022), stay).Audit(Path(0, 12, SpecialSchool)).Findings);
        Assert.Equal(
            "12 pupils where at most 10 may be: 10 places, 0 from schemes, less 0 imports, and 0 above places.",
            With(Opening(2023), stay).Audit(Path(0, 12, SpecialSchool)).Only("places-exceeded").Message);
        With(Opening(null), stay).Audit(Path(0, 12, SpecialSchool)).Only("places-exceeded");
        Assert.Equal(
            "13 pupils where at most 12 may be: 10 places, 2 from schemes, less 0 imports, and 0 above places.",
            With(Opening(2022), Stay(13, 3, 2, 2)).Audit(Path(0, 13, SpecialSchool)).Only("places-exceeded").Message);
    }

    [Fact]
    public void No_more_pupils_are_in_Inmss_than_the_limit()
    {
        var finding = With(Limited(2), Stay(3, 3, 1, 1)).Audit(Path(0, 3, SpecialSchool)).Only("inmss-limit-exceeded");

        Assert.Equal(("2021/22", "3 pupils are in INMSS; at most 2 may be (the limit is 2)."), (finding.Key, finding.Message));
        Assert.Empty(With(Limited(3), Stay(3, 3, 1, 1)).Audit(Path(0, 3, SpecialSchool)).Findings);
    }

    [Fact]
    public void Standing_pupils_in_Inmss_may_be_above_the_limit_and_nobody_may_be_added_to_them()
    {
        var world = With(Limited(2), Stay(3, 3, 0, 1, at: SpecialSchool), Stay(1, 3, 1, 1));

        Assert.Empty(world.Audit(Path(0, 3, SpecialSchool), Path(1, 1, [null])).Findings);
        Assert.Equal(
            "4 pupils are in INMSS; at most 3 may be (the limit is 2).",
            world.Audit(Path(0, 3, SpecialSchool), Path(1, 1, SpecialSchool)).Only("inmss-limit-exceeded").Message);
    }

    private static PlanningCase Limited(int pupils) => Case(1).WithKind(SpecialSchool, ProvisionKind.Inmss) with
    {
        Limits = new PlanLimits(PlanLimits.None.InmssPupils.Add(First, pupils)),
    };
}
