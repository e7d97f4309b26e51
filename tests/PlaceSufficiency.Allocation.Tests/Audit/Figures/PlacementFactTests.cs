using NodaTime;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Figures;

public class PlacementFactTests
{
    [Fact]
    public void The_base_year_shows_observed_places_and_nobody_as_new()
    {
        var facts = With(Case(), Stay(2, 3, 0, 0, at: Base), Stay(1, 4, 0, 0, sex: Sex.Female)).Audit().Figures.Placements;

        Assert.Equal(2, facts.Count);
        Assert.Equal((BaseYear, 0, YearGroup.Of(3), Base, false, Duration.FromMinutes(10), 2), (facts[0].Year, facts[0].Stay, facts[0].YearGroup, facts[0].Provision, facts[0].IsNew, facts[0].TravelTime, facts[0].Pupils));
        Assert.Equal((1, Sex.Female, null, null, null), (facts[1].Stay, facts[1].Sex, facts[1].Provision, facts[1].TravelTime, facts[1].Reason));
    }

    [Fact]
    public void Pupils_are_new_only_in_the_year_in_which_they_start()
    {
        var facts = With(Case(), Stay(1, 3, 0, 2, at: SpecialSchool), Stay(1, 3, 1, 2)).Audit(Path(0, 1, SpecialSchool, SpecialSchool), Path(1, 1, Base, Base)).Figures.Placements;

        Assert.Equal(
            [(2020, 0, false), (2021, 0, false), (2021, 1, true), (2022, 0, false), (2022, 1, false)],
            facts.Select(fact => (fact.Year.StartYear, fact.Stay, fact.IsNew)));
    }

    [Fact]
    public void Paths_that_agree_on_a_year_are_one_fact_and_unplaced_pupils_come_last()
    {
        var facts = With(Case(), Stay(6, 3, 1, 2)).Audit(
            Path(0, 1, null, null), Path(0, 2, SpecialSchool, SpecialSchool), Path(0, 3, null, SpecialSchool)).Figures.Placements;

        Assert.Equal(
            [(2021, SpecialSchool, true, 2), (2021, null, false, 4), (2022, SpecialSchool, false, 2), (2022, SpecialSchool, true, 3), (2022, (ProvisionId?)null, false, 1)],
            facts.Select(fact => (fact.Year.StartYear, fact.Provision, fact.IsNew, fact.Pupils)));
    }

    [Fact]
    public void Year_group_and_level_are_those_of_the_year()
    {
        var stay = Stay(1, 6, 0, 1, at: SpecialSchool) with { Levels = [ProvisionLevel.Resourced, ProvisionLevel.Special] };

        var facts = With(Case(1), stay).Audit(Path(0, 1, SpecialSchool)).Figures.Placements;

        Assert.Equal([(6, ProvisionLevel.Resourced), (7, ProvisionLevel.Special)], facts.Select(fact => (fact.YearGroup.Value, fact.Level)));
    }
}
