using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Flows;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests;

public class CityTests
{
    private static readonly int[] _totals = [2008, 2209, 2430, 2600, 2782, 2977, 3185, 3408];

    [Fact]
    public void A_city_of_148_areas_over_8_years_meets_its_totals()
    {
        PlanningCase city = City();
        DemandPath path = Forecaster.Forecast(city);

        Assert.Equal(_totals, city.Horizon.PlannedYears.Select(path.StockIn));
        Assert.Empty(ConservationCheck.Of(city, DemandFlows.Of(path)));
    }

    [Fact]
    public void Over_the_years_joiners_follow_the_profile_to_a_pupil_or_two_in_every_need_year_group_and_area()
    {
        PlanningCase city = City();
        Stay[] joiners = [.. Forecaster.Forecast(city).Stays.Where(stay => stay.FirstYear > city.Horizon.BaseYear)];
        double each = joiners.Sum(stay => stay.Pupils) / (double)city.Demand.Joiners.Values.Sum();
        double persons = city.Areas.Sum(area => area.Population[0]);

        AssertFollows(joiners, stay => stay.Need, need => city.Demand.Joiners.Where(pair => pair.Key.Need == need).Sum(pair => (double)pair.Value * each));
        AssertFollows(joiners, stay => stay.YearGroupAtFirst, group => city.Demand.Joiners.Where(pair => pair.Key.YearGroup == group).Sum(pair => (double)pair.Value * each));
        AssertFollows(joiners, stay => stay.Area, area => city.Area(area).Population[0] / persons * joiners.Sum(stay => stay.Pupils));
    }

    private static void AssertFollows<TKey>(Stay[] joiners, Func<Stay, TKey> key, Func<TKey, double> expected) => Assert.All(
        joiners.GroupBy(key), group => Assert.InRange(group.Sum(stay => stay.Pupils), expected(group.Key) - 2, expected(group.Key) + 2));

    private static PlanningCase City()
    {
        Random random = new(20210114);
        PlanningCase city = TinyWorld.Case(8);
        PrimaryNeed[] needs = Enum.GetValues<PrimaryNeed>();
        city = city with
        {
            Areas = [.. Enumerable.Range(0, 148).Select(i => TinyWorld.Area(new PlanningAreaId($"area-{i:000}"), 100_000 + (100 * i), 8 + random.Next(30)))],
        };
        city = city with
        {
            Stock = [.. Enumerable.Range(0, 1826).Select(_ => new StockCell(
                city.Areas[random.Next(148)].Id, needs[Skewed(needs.Length)], (ProvisionLevel)random.Next(5), (Sex)random.Next(2), YearGroup.Of(random.Next(-2, 18)), null, 1))],
            Demand = city.Demand with
            {
                Joiners = YearGroup.All.SelectMany(yearGroup => needs.SelectMany(need => Enum.GetValues<Sex>().Select(sex => (yearGroup, need, sex))))
                    .ToImmutableSortedDictionary(key => key, key => random.Next(100) / 100m / (1 + (int)key.need)),
                LeaverShares = YearGroup.All.ToImmutableSortedDictionary(yearGroup => yearGroup, yearGroup => yearGroup.Value >= 11 ? 0.3m : 0.02m),
                LevelShares = needs.SelectMany(need => Enum.GetValues<Phase>().SelectMany(phase => Enum.GetValues<ProvisionLevel>().Select(level => (need, phase, level))))
                    .ToImmutableSortedDictionary(key => key, _ => 0.2m),
            },
        };
        return city.WithTotals(_totals);

        int Skewed(int count) => (int)(count * random.NextDouble() * random.NextDouble());
    }
}
