using System.Collections.Immutable;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.StatedTotals;

namespace PlaceSufficiency.Forecasting.Tests.StatedTotals;

public class CompoundedGrowthTests
{
    [Fact]
    public void The_strategy_of_Southampton_gives_its_published_plans_for_2022_to_2029()
    {
        CompoundedGrowth growth = Growth(1826, [.. Enumerable.Repeat(0.10m, 3), .. Enumerable.Repeat(0.07m, 5)]);

        Assert.Equal([2008, 2209, 2430, 2600, 2782, 2977, 3185, 3408], growth.Totals().Values);
        Assert.Equal(Enumerable.Range(2022, 8), growth.Totals().Keys.Select(year => year.CensusYear));
    }

    [Fact]
    public void Fractions_are_kept_from_year_to_year()
    {
        // 10, 15, 22.5, 33.75, 50.625; rounded in between, the last would be 49.
        Assert.Equal([15, 22, 33, 50], Growth(10, 0.5m, 0.5m, 0.5m, 0.5m).Totals().Values);
    }

    [Fact]
    public void Plans_may_fall() => Assert.Equal([90, 81], Growth(100, -0.1m, -0.1m).Totals().Values);

    [Fact]
    public void Gaps_and_impossible_rates_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Growth(100, -1).Totals());
        Assert.Throws<ArgumentOutOfRangeException>(() => Growth(-1, 0.1m).Totals());
        Assert.Throws<ArgumentException>(
            () => new CompoundedGrowth(1, Growth(1, 0, 0, 0).Rates.Remove(AcademicYear.StartingIn(2022))).Totals());
    }

    private static CompoundedGrowth Growth(int plans, params IEnumerable<decimal> rates) => new(
        plans, rates.Select((rate, i) => (Year: AcademicYear.StartingIn(2021 + i), rate)).ToImmutableSortedDictionary(pair => pair.Year, pair => pair.rate));
}
