using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Flows;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Flows;

public class DemandFlowsTests
{
    private static readonly PlanningCase _case = TinyWorld.Case().WithPupils(5, 5);

    [Fact]
    public void A_cell_counts_stock_joiners_leavers_and_changes_of_level()
    {
        // Year group 5: 2 of 5 leave after the base year and 1 goes up a level; 4 join in year group 6 the year after.
        DemandFlows flows = DemandFlows.Of(StayBuilder.Path(
            _case.Horizon,
            StayBuilder.Stay(2, 5, 0, 0),
            StayBuilder.Stay(2, 5, 0, 2),
            StayBuilder.Stay(1, 5, 0, 2) with { Levels = [ProvisionLevel.Resourced, ProvisionLevel.Special, ProvisionLevel.Special] },
            StayBuilder.Stay(4, 6, 1, 2)));

        Assert.Equal(
            [
                new DemandFlow(TinyWorld.BaseYear, Cell(5), 5, 0, 0, 1, 2),
                new DemandFlow(TinyWorld.BaseYear.Next, Cell(6), 6, 4, 0, 0, 0),
                new DemandFlow(TinyWorld.BaseYear.Next, Cell(6, ProvisionLevel.Special), 1, 0, 1, 0, 0),
                new DemandFlow(TinyWorld.BaseYear.PlusYears(2), Cell(7), 6, 0, 0, 0, 0),
                new DemandFlow(TinyWorld.BaseYear.PlusYears(2), Cell(7, ProvisionLevel.Special), 1, 0, 0, 0, 0),
            ],
            flows.Rows);
        Assert.Empty(ConservationCheck.Of(_case, flows));
    }

    [Fact]
    public void A_pupil_of_the_stock_who_is_missing_from_the_path_is_found()
    {
        Finding finding = Assert.Single(ConservationCheck.Of(_case, DemandFlows.Of(StayBuilder.Path(_case.Horizon, StayBuilder.Stay(4, 5, 0, 2)))));

        Assert.Equal("In 2020/21 there should be 5 pupils of year group 5, ASD, Resourced, Male, north, but there are 4.", finding.Message);
    }

    [Fact]
    public void A_pupil_who_appears_from_nowhere_is_found()
    {
        DemandFlows whole = DemandFlows.Of(Forecaster.Forecast(_case));
        DemandFlows flows = whole with { Rows = [.. whole.Rows.Select(row => row.Cell == Cell(6) ? row with { Stock = 6 } : row)] };

        Assert.Equal(
            [
                "In 2021/22 there should be 5 pupils of year group 6, ASD, Resourced, Male, north, but there are 6.",
                "In 2022/23 there should be 6 pupils of year group 7, ASD, Resourced, Male, north, but there are 5.",
            ],
            ConservationCheck.Of(_case, flows).Select(finding => finding.Message));
    }

    [Fact]
    public void A_pupil_who_should_be_too_old_is_found()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(3, 20);
        DemandFlows whole = DemandFlows.Of(Forecaster.Forecast(planningCase));
        DemandFlows flows = whole with { Rows = [.. whole.Rows.Select(row => row with { Leavers = 2 })] };

        Assert.Equal(
            "In 2021/22 there should be 0 pupils of year group 20, ASD, Resourced, Male, north, but there are 1.",
            Assert.Single(ConservationCheck.Of(planningCase, flows)).Message);
    }

    private static FlowCell Cell(int yearGroup, ProvisionLevel level = ProvisionLevel.Resourced) =>
        new(TinyWorld.North, PrimaryNeed.ASD, level, Sex.Male, YearGroup.Of(yearGroup));
}
