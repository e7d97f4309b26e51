using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Figures;

/// <summary>Balance of specialist places; need groups are SEMH (1 need) and the other 12.</summary>
public class BalanceTests
{
    private static readonly PlanningCase _grouped = Case(1) with
    {
        NeedGroups =
        [
            new NeedGroup("SEMH", NeedSet.Of(PrimaryNeed.SEMH)),
            new NeedGroup("other", NeedSet.Of(Enum.GetValues<PrimaryNeed>().Where(need => need != PrimaryNeed.SEMH))),
        ],
    };

    [Fact]
    public void There_is_a_row_for_every_year_phase_and_group_in_that_order()
    {
        var rows = With(_grouped).Audit().Figures.Balances;

        Assert.Equal(2 * 5 * 2, rows.Count);
        Assert.Equal(
            [(2020, Phase.EarlyYears, "SEMH"), (2020, Phase.EarlyYears, "other"), (2020, Phase.Primary, "SEMH")],
            rows.Take(3).Select(row => (row.Year.StartYear, row.Phase, row.NeedGroup)));
    }

    [Fact]
    public void Demand_is_whoever_is_called_to_a_resourced_place_or_above_by_where_they_are()
    {
        var college = Case(1).WithKind(Base, ProvisionKind.FurtherEducation);
        var row = Primary(With(college, Stay(4, 3, 1, 1)).Audit(Path(0, 1, SpecialSchool), Path(0, 1, Base), Path(0, 2, [null])));

        Assert.Equal((4, 1, 0, 1, 2), (row.Demand, row.Placed, row.Inmss, row.Elsewhere, row.Unplaced));
    }

    [Fact]
    public void Inmss_is_demand_without_a_local_place()
    {
        var row = Primary(With(Case(1).WithKind(SpecialSchool, ProvisionKind.Inmss).WithPlaces(Base, 1), Stay(3, 3, 1, 1)).Audit(Path(0, 2, SpecialSchool), Path(0, 1, Base)));

        Assert.Equal((3, 1, 2, 0, 0, 0), (row.Demand, row.Placed, row.Inmss, row.Elsewhere, row.Unplaced, row.Empty));
        Assert.Equal((1, -2), (row.Places, row.Balance));
    }

    [Fact]
    public void A_pupil_of_a_lower_level_fills_a_place_and_is_no_demand_for_one()
    {
        var full = Case(1).WithPlaces(SpecialSchool, 0).WithPlaces(Base, 3);
        var row = Primary(With(full, Stay(2, 3, 1, 1), Stay(1, 3, 1, 1, level: ProvisionLevel.Mainstream)).Audit(Path(0, 2, Base), Path(1, 1, Base)));

        Assert.Equal((2, 2, 1, 0), (row.Demand, row.Placed, row.LowerLevel, row.Empty));
        Assert.Equal((3, 0), (row.Places, row.Balance));
    }

    [Fact]
    public void Empty_places_are_shared_by_year_groups_times_needs()
    {
        // The special school admits 7 year groups in primary, 5 in secondary, 3 post-16; SEMH is 1 need, other 12: weights 7 84 5 60 3 36, in all 195.
        // 10 empty places: 0.36 4.31 0.26 3.08 0.15 1.85. Cut to whole: 0 4 0 3 0 1, and 2 more to the largest remainders, 0.85 and 0.36.
        var rows = With(_grouped.WithPlaces(Base, 0)).Audit().Figures.Balances.Where(row => row.Year == First && row.Empty > 0);

        Assert.Equal(
            [(Phase.Primary, "SEMH", 1), (Phase.Primary, "other", 4), (Phase.Secondary, "other", 3), (Phase.Post16, "other", 2)],
            rows.Select(row => (row.Phase, row.NeedGroup, row.Empty)));
    }

    [Fact]
    public void Only_places_for_residents_count()
    {
        var importing = Case(1) with { Imports = new PlacesByYear([(SpecialSchool, BaseYear, 4), (Base, BaseYear, 12)]) };

        Assert.Equal(6, With(importing).Audit().Figures.Balances.Where(row => row.Year == First).Sum(row => row.Places));
    }

    [Fact]
    public void Pupils_above_places_count_as_placed_and_leave_no_place_empty()
    {
        var rows = With(Case(1).WithPlaces(Base, 0), Stay(12, 3, 0, 1, at: SpecialSchool)).Audit(Path(0, 12, SpecialSchool)).Figures.Balances;

        Assert.All(rows, row => Assert.Equal(0, row.Empty));
        Assert.Equal(12, rows.Where(row => row.Year == First).Sum(row => row.Places));
    }

    [Fact]
    public void The_base_year_has_a_balance_of_observed_places()
    {
        var row = With(Case(1).WithPlaces(Base, 0), Stay(8, 3, 0, 0, at: SpecialSchool), Stay(1, 3, 0, 0)).Audit().Figures.Balances
            .Single(row => row.Year == BaseYear && row.Phase == Phase.Primary);

        // Two empty places: 7, 5 and 3 year groups of 15 get 0.93, 0.67 and 0.4, so primary and secondary one each.
        Assert.Equal((9, 8, 1, 1, 0), (row.Demand, row.Placed, row.Unplaced, row.Empty, row.Balance));
    }

    private static SufficiencyBalance Primary(PlanAuditReport report)
    {
        Assert.Empty(report.Findings);
        return report.Figures.Balances.Single(row => row.Year == First && row.Phase == Phase.Primary);
    }
}
