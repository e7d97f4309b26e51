using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Population;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Population;

/// <summary>Two areas of 100 residents of each age, unless a test says otherwise.</summary>
public class ResidentOutlookTests
{
    private static readonly AcademicYear _base = TinyWorld.BaseYear;
    private static readonly PopulationOutlook _residents = PopulationOutlook.Still with { Joiners = JoinersFollow.Residents };

    [Fact]
    public void Joiners_as_stated_take_no_notice_of_residents()
    {
        ResidentOutlook outlook = new(With(PopulationOutlook.Still with { BirthsGrowth = 0.5m, Projection = [new(null, _base.Next, 5, 1_000)] }));

        Assert.Equal((1, 100), (outlook.Factor(_base.Next, 5), outlook.Weights(_base.Next, 5)[0]));
    }

    [Fact]
    public void A_large_cohort_grows_older()
    {
        PlanningCase planningCase = With(_residents);
        int[] residents = [.. Enumerable.Repeat(100, 26)];
        residents[4] = 300;
        planningCase = planningCase with { Areas = [planningCase.Areas[0] with { Population = residents }, planningCase.Areas[1]] };
        ResidentOutlook outlook = new(planningCase);

        Assert.Equal([300, 100], outlook.Weights(_base.Next, 5));
        Assert.Equal((2, 0.5), (outlook.Factor(_base.Next, 5), outlook.Factor(_base.Next, 4)));
    }

    [Fact]
    public void Births_grow_and_moves_bring_a_share_each_year()
    {
        ResidentOutlook outlook = new(With(_residents with { BirthsGrowth = 0.1m, NetMigration = 0.2m }));

        Assert.Equal(1.1 * 1.1, outlook.Factor(_base.PlusYears(2), 0), 12);
        Assert.Equal(1.1 * 1.2, outlook.Factor(_base.PlusYears(2), 1), 12);
        Assert.Equal(1.2 * 1.2, outlook.Factor(_base.PlusYears(2), 9), 12);
    }

    [Fact]
    public void A_projection_of_the_authority_is_spread_as_residents_are_and_one_of_an_area_stands()
    {
        ResidentOutlook outlook = new(With(_residents with
        {
            Projection = [new(null, _base.Next, 5, 300), new(null, _base.Next, 6, 300), new(TinyWorld.South, _base.Next, 6, 400)],
        }));

        Assert.Equal([150, 150], outlook.Weights(_base.Next, 5));
        Assert.Equal(1.5, outlook.Factor(_base.Next, 5), 12);
        Assert.Equal([150, 400], outlook.Weights(_base.Next, 6));
    }

    [Fact]
    public void Children_of_new_homes_come_grow_older_and_have_siblings()
    {
        NewHomes homes = new(TinyWorld.South, 100, _base.Next, _base.Next, ImmutableSortedDictionary<Phase, decimal>.Empty.Add(Phase.EarlyYears, 0.2m));
        ResidentOutlook outlook = new(With(_residents with { Homes = [homes] }));

        Assert.Equal([100, 105], outlook.Weights(_base.Next, 3)); // 20 children over ages 0 to 3
        Assert.Equal([100, 105], outlook.Weights(_base.PlusYears(2), 4));
        Assert.Equal([100, 105], outlook.Weights(_base.PlusYears(2), 0));
        Assert.Equal([100, 100], outlook.Weights(_base.PlusYears(2), 5));
    }

    private static PlanningCase With(PopulationOutlook outlook) =>
        TinyWorld.Case(2).WithDemand(demand => demand with { Population = outlook });
}
