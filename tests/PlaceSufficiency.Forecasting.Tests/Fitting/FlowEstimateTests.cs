using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Fitting;

namespace PlaceSufficiency.Forecasting.Tests.Fitting;

public class FlowEstimateTests
{
    [Fact]
    public void A_new_plan_at_three_before_the_year_is_in_reception_the_next_january()
    {
        var joiners = FlowEstimate.Joiners(Flows(byNeed: [((PrimaryNeed.ASD, 3), 9)], byAge: [(4, 6), (5, 3)]));

        Assert.All(joiners.Keys, key => Assert.Equal(0, key.YearGroup.Value));
        Assert.Equal(9, joiners.Values.Sum(), 2);
    }

    [Fact]
    public void Several_years_are_averaged()
    {
        PlanFlowTables flows = Flows(byNeed: [((PrimaryNeed.ASD, 3), 9)], byAge: [(4, 24), (5, 12)]) with { NewYears = [2022, 2023, 2024] };

        Assert.Equal(12, FlowEstimate.Joiners(flows).Values.Sum(), 2);
    }

    [Fact]
    public void Need_not_recorded_takes_the_needs_of_its_age()
    {
        var joiners = FlowEstimate.Joiners(Flows(byNeed: [((PrimaryNeed.ASD, 3), 6), ((PrimaryNeed.SEMH, 3), 2), ((null, 3), 1)], byAge: [(4, 6), (5, 3)]));

        Assert.Equal(6.75m, joiners.Where(pair => pair.Key.Need == PrimaryNeed.ASD).Sum(pair => pair.Value), 2);
        Assert.Equal(2.25m, joiners.Where(pair => pair.Key.Need == PrimaryNeed.SEMH).Sum(pair => pair.Value), 2);
    }

    [Fact]
    public void Girls_have_the_share_of_all_years_whatever_the_year_by_need_says()
    {
        PlanFlowTables flows = Flows(byNeed: [((PrimaryNeed.ASD, 3), 9)], byAge: [(4, 6), (5, 3)]) with
        {
            NewBySex = new Dictionary<Sex, int> { [Sex.Female] = 1, [Sex.Male] = 2 }.ToImmutableSortedDictionary(),
            NewNeedBySex = new Dictionary<(PrimaryNeed?, Sex?), int> { [(PrimaryNeed.ASD, Sex.Female)] = 1, [(PrimaryNeed.ASD, Sex.Male)] = 8 }.ToImmutableDictionary(),
        };

        Assert.Equal(3, FlowEstimate.Joiners(flows).Where(pair => pair.Key.Sex == Sex.Female).Sum(pair => pair.Value), 2);
    }

    [Fact]
    public void Leavers_are_plans_ceased_a_year_older_over_the_caseload_of_as_many_years()
    {
        PlanFlowTables flows = SmallTables.NoFlows with
        {
            CeasedYears = [2023, 2024],
            CeasedByAge = Counts((10, 2), (15, 2), (16, 3), (19, 8), (20, 30)),
            CaseloadByAge = Counts((9, 60), (14, 40), (15, 50), (18, 20), (19, 30), (22, 10)),
        };

        var leavers = FlowEstimate.Leavers(flows);

        Assert.Equal(4m / (2 * 100), leavers[YearGroup.OfAge(9)]);
        Assert.Equal(3m / (2 * 50), leavers[YearGroup.OfAge(15)]);
        Assert.Equal(0m, leavers[YearGroup.OfAge(16)]);
        Assert.Equal(8m / (2 * 20), leavers[YearGroup.OfAge(18)]);
        Assert.Equal(30m / (2 * 40), leavers[YearGroup.OfAge(19)]);
        Assert.Equal(leavers[YearGroup.OfAge(19)], leavers[YearGroup.OfAge(23)]);
        Assert.Equal(1m, leavers[YearGroup.Oldest]);
    }

    private static PlanFlowTables Flows(((PrimaryNeed? Need, int Age) Key, int Plans)[] byNeed, (int Age, int Plans)[] byAge) => SmallTables.NoFlows with
    {
        NewByAgeAtYearEnd = Counts(byAge),
        NewNeedByAgeBefore = byNeed.ToImmutableDictionary(count => count.Key, count => count.Plans),
    };

    private static ImmutableSortedDictionary<int, int> Counts(params (int Age, int Plans)[] counts) => counts.ToImmutableSortedDictionary(count => count.Age, count => count.Plans);
}
