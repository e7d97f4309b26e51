using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Fitting;

namespace PlaceSufficiency.Forecasting.Tests.Fitting;

public class BaseYearFitTests
{
    private static readonly JointTable _needYear = NeedYearFit.Of(SmallTables.NeedYear);

    [Fact]
    public void Age_bands_and_placements_of_the_base_year_are_met()
    {
        JointTable fitted = Fit();

        Assert.Equal(12, fitted.Over("age")["6"], 6);
        Assert.Equal(18, fitted.Over("age")["12"], 6);
        Assert.Equal(17, fitted.Over("unit")["Mainstream"], 6);
        Assert.Equal(13, fitted.Over("unit")["SpecialAcademyFree"], 6);
    }

    [Fact]
    public void A_school_whose_roll_is_known_holds_that_many_whom_it_admits()
    {
        JointTable fitted = Fit(
            SmallTables.School("boys", PublishedPlacement.SpecialAcademyFree, 6, 7, 11, sex: SexAdmitted.Boys, needs: PrimaryNeed.SEMH),
            SmallTables.School("any", PublishedPlacement.SpecialAcademyFree, 7));

        Assert.Equal(6, fitted.Over("unit", "need")["boys 7..11", "SEMH"], 6);
        Assert.Equal(0, fitted.Over("unit", "sex")["boys 7..11", "Female"]);
        Assert.Equal(0, fitted.Over("unit", "age")["boys 7..11", "6"]);
        Assert.Equal(7, fitted.Over("unit")["any 0..11"], 6);
    }

    [Fact]
    public void Rolls_that_hold_more_than_was_counted_are_limits_and_the_placement_is_fitted_as_one()
    {
        FitUnit unit = Assert.Single(Units(SmallTables.School("big", PublishedPlacement.SpecialAcademyFree, 50)), unit => unit.Placement == PublishedPlacement.SpecialAcademyFree);

        Assert.Equal(("SpecialAcademyFree", 13), (unit.Name, unit.Pupils));
    }

    [Fact]
    public void Rolls_that_hold_fewer_than_were_counted_are_refused()
    {
        FindingsException refused = Assert.Throws<FindingsException>(() => Units(SmallTables.School("small", PublishedPlacement.SpecialAcademyFree, 12)));

        Assert.Equal("fitting-rolls", Assert.Single(refused.Findings).Code);
    }

    [Fact]
    public void A_placement_that_nobody_had_later_takes_the_mix_of_all()
    {
        PublishedTables tables = SmallTables.Tables() with
        {
            BasePlacements = SmallTables.Tables().BasePlacements.SetItem(PublishedPlacement.Mainstream, 13).SetItem(PublishedPlacement.Inmss, 4),
        };

        JointTable fitted = BaseYearFit.Of(tables, _needYear, FitUnit.Of(tables, []));

        Assert.Equal(4, fitted.Over("unit")["Inmss"], 6);
        Assert.True(fitted.Over("unit", "need")["Inmss", "ASD"] > 0);
    }

    private static JointTable Fit(params FittedProvision[] provisions) => BaseYearFit.Of(SmallTables.Tables(), _needYear, Units(provisions));

    private static IReadOnlyList<FitUnit> Units(params FittedProvision[] provisions) => FitUnit.Of(SmallTables.Tables(), provisions);
}
