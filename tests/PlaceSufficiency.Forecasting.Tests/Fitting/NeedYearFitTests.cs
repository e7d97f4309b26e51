using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Fitting;

namespace PlaceSufficiency.Forecasting.Tests.Fitting;

public class NeedYearFitTests
{
    [Fact]
    public void What_is_not_recorded_takes_the_needs_of_its_placement()
    {
        JointTable fitted = NeedYearFit.Of(SmallTables.NeedYear);

        JointTable needs = fitted.Over("need", "placement");
        // Both are boys, of whom a little more than two in three have ASD there.
        Assert.InRange(needs["ASD", "Mainstream"], 12 + (2 * 12.0 / 18), 12 + (2 * 12.5 / 18));
        Assert.Equal(20, needs["ASD", "Mainstream"] + needs["SEMH", "Mainstream"], 2);
        Assert.Equal(8, needs["ASD", "SpecialAcademyFree"], 2);
        Assert.Equal(40, fitted.Total, 6);
    }

    [Fact]
    public void Every_two_way_table_without_gaps_is_met()
    {
        JointTable fitted = NeedYearFit.Of(SmallTables.NeedYear);

        foreach (((PublishedPlacement placement, int age), int plans) in SmallTables.NeedYear.PlacementByAge)
        {
            Assert.Equal(plans, fitted.Over("placement", "age")[placement.ToString(), age.ToString()], 2);
        }

        foreach (((PublishedPlacement placement, Sex? sex), int plans) in SmallTables.NeedYear.PlacementBySex)
        {
            Assert.Equal(plans, fitted.Over("placement", "sex")[placement.ToString(), sex.ToString()!], 2);
        }
    }

    [Fact]
    public void Tables_that_disagree_are_refused()
    {
        NeedYearTables wrong = SmallTables.NeedYear with
        {
            PlacementByAge = SmallTables.NeedYear.PlacementByAge.SetItem((PublishedPlacement.Mainstream, 6), 11),
        };

        FindingsException refused = Assert.Throws<FindingsException>(() => NeedYearFit.Of(wrong));

        Assert.All(refused.Findings, finding => Assert.Equal("margins-disagree", finding.Code));
    }
}
