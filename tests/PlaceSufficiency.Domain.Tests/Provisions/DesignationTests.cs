using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Tests.Provisions;

public class DesignationTests
{
    private static readonly Designation GirlsBase = new(
        NeedSet.Of(PrimaryNeed.ASD, PrimaryNeed.SLCN), YearGroup.Of(7), YearGroup.Of(11), SexAdmitted.Girls,
        LevelSet.Of(ProvisionLevel.Resourced, ProvisionLevel.MainstreamPlus));

    [Theory]
    [InlineData(PrimaryNeed.ASD, Sex.Female, 7, ProvisionLevel.Resourced, true)]
    [InlineData(PrimaryNeed.SLCN, Sex.Female, 11, ProvisionLevel.MainstreamPlus, true)]
    [InlineData(PrimaryNeed.MLD, Sex.Female, 7, ProvisionLevel.Resourced, false)]
    [InlineData(PrimaryNeed.ASD, Sex.Male, 7, ProvisionLevel.Resourced, false)]
    [InlineData(PrimaryNeed.ASD, Sex.Female, 6, ProvisionLevel.Resourced, false)]
    [InlineData(PrimaryNeed.ASD, Sex.Female, 12, ProvisionLevel.Resourced, false)]
    [InlineData(PrimaryNeed.ASD, Sex.Female, 7, ProvisionLevel.Mainstream, false)]
    [InlineData(PrimaryNeed.ASD, Sex.Female, 7, ProvisionLevel.Special, false)]
    public void Need_sex_year_group_and_level_must_all_be_admitted(PrimaryNeed need, Sex sex, int yearGroup, ProvisionLevel level, bool admitted) =>
        Assert.Equal(admitted, GirlsBase.Admits(need, sex, YearGroup.Of(yearGroup), level));

    [Theory]
    [InlineData(SexAdmitted.Mixed, true, true)]
    [InlineData(SexAdmitted.Girls, true, false)]
    [InlineData(SexAdmitted.Boys, false, true)]
    public void A_single_sex_provision_admits_that_sex_only(SexAdmitted admitted, bool girls, bool boys)
    {
        Designation designation = GirlsBase with { Sex = admitted };

        Assert.Equal((girls, boys), (designation.Admits(Sex.Female), designation.Admits(Sex.Male)));
    }

    [Fact]
    public void Its_own_level_is_the_most_specialist_it_serves() => Assert.Equal(ProvisionLevel.Resourced, GirlsBase.OwnLevel);
}
