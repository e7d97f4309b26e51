using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Counterfactual;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Scenarios.Tests.Counterfactual;

public class OfferedBasesTests
{
    private static readonly AcademicYear _first = TinyWorld.BaseYear.Next;

    private static readonly CapitalScheme _wing = new(
        new SchemeId("wing"), "New wing", TinyWorld.SpecialSchool, _first, [new SchemeYear(0, 15, new Pounds(1_000_000)), new SchemeYear(1, 30, new Pounds(500_000))]);

    private static readonly PlanningCase _case = TinyWorld.Case() with { Schemes = [_wing, new CapitalScheme(new SchemeId("base"), "Base", TinyWorld.Base, null, [new SchemeYear(0, 10, new Pounds(390_000))])] };

    [Fact]
    public void The_same_places_are_offered_in_every_year_in_bases_of_at_most_the_size()
    {
        OfferedBases offered = OfferedBases.Of(_case, size: 20);

        Assert.Equal([20, 10], offered.Bases.Select(one => one.Places));
        Assert.Equal([15, 0], offered.Bases.Select(one => offered.Case.PlacesIn(one.Provision, _first)));
        Assert.Equal([20, 10], offered.Bases.Select(one => offered.Case.PlacesIn(one.Provision, _first.Next)));
        Assert.Equal(10, offered.Case.PlacesIn(_case.Provision(TinyWorld.SpecialSchool), _first));
        Assert.Equal(39_000, offered.CapitalEach!.Value.Value);
    }

    [Fact]
    public void A_base_serves_the_levels_of_the_case_s_own_bases_at_a_mainstream_school_and_no_older_pupils_than_it_has()
    {
        OfferedBases offered = OfferedBases.Of(_case);

        Provision own = _case.Provision(TinyWorld.Base);
        Assert.All(offered.Bases, one =>
        {
            Assert.Equal((own.Provider, ProvisionKind.ResourcedProvision), (one.Provision.Provider, one.Provision.Kind));
            Assert.Equal(own.Designation.Levels, one.Provision.Designation.Levels);
            Assert.Equal((0, 11), (one.Provision.Designation.From.Value, one.Provision.Designation.To.Value));
            Assert.Equal(_case.Provision(TinyWorld.SpecialSchool).Designation.Needs, one.Provision.Designation.Needs);
            Assert.Equal(_first, one.Provision.Opens);
        });
        Assert.Null(offered.Case.Schemes.Single(scheme => scheme.Id == _wing.Id).Opens);
    }

    [Fact]
    public void A_case_without_special_places_to_replace_is_a_finding()
    {
        FindingsException exception = Assert.Throws<FindingsException>(() => OfferedBases.Of(TinyWorld.Case()));

        Assert.Equal("no-special-places", exception.Findings.Single().Code);
    }

    [Fact]
    public void A_case_without_a_mainstream_school_for_the_year_groups_is_a_finding()
    {
        PlanningCase without = _case with { Provisions = [.. _case.Provisions.Where(provision => provision.Kind == ProvisionKind.SpecialSchool)], Schemes = [_wing] };

        Assert.Equal("no-host", Assert.Throws<FindingsException>(() => OfferedBases.Of(without)).Findings.Single().Code);
    }
}
