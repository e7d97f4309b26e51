using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Published;

namespace PlaceSufficiency.Storage.Tests.Published;

public sealed class CaseProvisionsTests : IDisposable
{
    private readonly DirectoryInfo _case = Directory.CreateTempSubdirectory("case");

    public CaseProvisionsTests()
    {
        Directory.CreateDirectory(Path.Combine(_case.FullName, "tables"));
        Put("providers.csv", "provider_id,name,authority,easting_m,northing_m,source,date\nhill,Hill,Smallton,441000,112000,test,2021\n");
        Put("provisions.csv", "provision_id,provider_id,name,kind,needs,levels,year_from,year_to,source,date\nhill,hill,Hill,special-school,ASD;PD,special,-1,11,test,2021\n");
    }

    public void Dispose() => _case.Delete(recursive: true);

    [Fact]
    public void A_case_without_rolls_has_no_provisions_to_fit_and_the_default_assumptions()
    {
        CaseProvisions known = CaseProvisions.Read(_case.FullName);

        Assert.Empty(known.Provisions);
        Assert.Equal(new FittingAssumptions(), known.Assumptions);
    }

    [Fact]
    public void An_all_through_school_may_have_a_roll_for_each_phase()
    {
        Put("rolls.csv", "provision_id,placement,residents,year_from,year_to,source,date\nhill,special-la-maintained,5,,6,test,2021\nhill,special-la-maintained,7,7,,test,2021\n");

        IReadOnlyList<FittedProvision> provisions = CaseProvisions.Read(_case.FullName).Provisions;

        Assert.Equal([(-1, 6, 5), (7, 11, 7)], provisions.Select(one => (one.Provision.Designation.From.Value, one.Provision.Designation.To.Value, one.Residents)));
        Assert.All(provisions, one => Assert.Equal(PublishedPlacement.SpecialLaMaintained, one.Placement));
    }

    [Fact]
    public void Assumptions_replace_the_defaults()
    {
        Put("fitting.csv", "name,value,source,date\nhidden-special-share,0.2,test,2021\nhidden-needs,ASD;SEMH,test,2021\n");

        FittingAssumptions assumptions = CaseProvisions.Read(_case.FullName).Assumptions;

        Assert.Equal(0.2m, assumptions.HiddenSpecialShare);
        Assert.Equal(NeedSet.Of(PrimaryNeed.ASD, PrimaryNeed.SEMH), assumptions.HiddenNeeds);
        Assert.Equal(new FittingAssumptions().DeprivationRatio, assumptions.DeprivationRatio);
    }

    [Fact]
    public void Everything_wrong_is_found_at_once()
    {
        Put("rolls.csv", "provision_id,placement,residents,source,date\nhil,special-la-maintained,5,test,2021\n");
        Put("fitting.csv", "name,value,source,date\nhidden-share,0.2,test,2021\ndeprivation-ratio,-1,test,2021\n");

        IReadOnlyList<Finding> findings = Assert.Throws<FindingsException>(() => CaseProvisions.Read(_case.FullName)).Findings;

        Assert.Equal(["hidden-share", "-1", "hil"], findings.Select(finding => finding.Value));
        Assert.Equal("'hill' was meant.", findings[2].Maybe);
    }

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_case.FullName, "tables", name), text);
}
