using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Rules;

public class ShapeTests
{
    private static readonly ProvisionId _nowhereKnown = new("atlantis");

    private readonly (PlanningCase Case, DemandPath Demand) _world = With(Case(), Stay(3, 3, 0, 2, at: SpecialSchool));

    [Fact]
    public void A_sound_plan_has_no_findings() =>
        Assert.Empty(_world.Audit(Path(0, 3, SpecialSchool, SpecialSchool)).Findings);

    [Fact]
    public void A_stay_may_be_split_over_paths() =>
        Assert.Empty(_world.Audit(Path(0, 1, SpecialSchool, SpecialSchool), Path(0, 2, SpecialSchool, SpecialSchool)).Findings);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Pupils_of_the_paths_must_be_those_of_the_stay(int pupils)
    {
        var finding = _world.Audit(Path(0, pupils, SpecialSchool, SpecialSchool)).Only("stay-not-covered");

        Assert.Equal(("stay 0", $"It has 3 pupils; its paths have {pupils}."), (finding.Key, finding.Message));
    }

    [Fact]
    public void A_stay_without_a_path_is_not_covered() =>
        Assert.Equal("It has 3 pupils; its paths have 0.", _world.Audit().Only("stay-not-covered").Message);

    [Fact]
    public void A_stay_that_ends_in_the_base_year_needs_no_path() =>
        Assert.Empty(With(Case(), Stay(3, 3, 0, 0, at: SpecialSchool)).Audit().Findings);

    [Fact]
    public void A_path_states_every_planned_year_of_its_stay() =>
        Assert.Equal("A path states 1 years; the stay has 2 planned years.", _world.Audit(Path(0, 3, SpecialSchool)).Only("path-length").Message);

    [Fact]
    public void A_path_has_at_least_one_pupil() =>
        _world.Audit(Path(0, 3, SpecialSchool, SpecialSchool), Path(0, 0, SpecialSchool, SpecialSchool)).Only("path-pupils");

    [Fact]
    public void A_path_names_a_stay_of_the_demand() =>
        Assert.Equal("stay 7", _world.Audit(Path(0, 3, SpecialSchool, SpecialSchool), Path(7, 1, null, null)).Only("unknown-stay").Key);

    [Fact]
    public void A_path_names_provisions_of_the_case() =>
        Assert.Equal(
            "A path names provision 'atlantis', which is not in the case.",
            _world.Audit(Path(0, 3, SpecialSchool, _nowhereKnown)).Only("unknown-provision").Message);

    [Theory]
    [MemberData(nameof(BrokenStays))]
    public void A_stay_must_be_well_formed(string code, Func<Stay, Stay> change)
    {
        var broken = new DemandPath(_world.Case.Horizon, [_world.Demand.Stays[0], change(Stay(1, 3, 1, 2) with { Number = 1 })]);

        var finding = (_world.Case, broken).Audit(Path(0, 3, SpecialSchool, SpecialSchool), Path(1, 1, null, null)).Only(code);
        Assert.StartsWith("stay ", finding.Key, StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<Stay, Stay>> BrokenStays => new()
    {
        { "stay-number", stay => stay with { Number = 5 } },
        { "stay-pupils", stay => stay with { Pupils = 0 } },
        { "stay-years", stay => stay with { LastYear = Second.Next, Levels = [.. stay.Levels, ProvisionLevel.Resourced] } },
        { "stay-years", stay => stay with { FirstYear = BaseYear.Previous } },
        { "stay-years", stay => stay with { LastYear = BaseYear } },
        { "stay-levels", stay => stay with { Levels = [ProvisionLevel.Resourced] } },
        { "stay-age", stay => stay with { YearGroupAtFirst = YearGroup.Oldest } },
        { "unknown-area", stay => stay with { Area = new("atlantis") } },
        { "joiner-in-place", stay => stay with { Current = SpecialSchool } },
    };

    [Fact]
    public void A_base_year_place_must_be_in_the_case()
    {
        var world = With(Case(), Stay(1, 3, 0, 2, at: _nowhereKnown));

        Assert.Contains(world.Audit(Path(0, 1, null, null)).Findings, finding => finding.Code == "unknown-provision");
    }

    [Fact]
    public void The_demand_covers_the_years_of_the_case() =>
        (_world.Case, _world.Demand with { Horizon = new(BaseYear, First) }).Audit(Path(0, 3, SpecialSchool, SpecialSchool)).Only("demand-horizon");

    [Fact]
    public void Stays_of_the_base_year_are_the_stock_cell_by_cell()
    {
        var finding = (_world.Case.WithPupils(1, 3, at: SpecialSchool), _world.Demand).Audit(Path(0, 3, SpecialSchool, SpecialSchool)).Only("stock-differs");

        Assert.Equal("north ASD Resourced Male year group 3 at hilltop-special", finding.Key);
        Assert.Equal("The case's stock has 4 pupils in this cell; the stays that start in the base year have 3.", finding.Message);
    }

    [Fact]
    public void A_broken_rule_lists_twenty_findings_and_counts_the_rest()
    {
        var world = With(Case(), [.. Enumerable.Repeat(Stay(1, 3, 1, 2), 25)]);

        var findings = world.Audit().Findings;

        Assert.Equal(21, findings.Count);
        Assert.Equal("5 more findings of stay-not-covered are not listed; there are 25 in all.", findings[^1].Message);
    }
}
