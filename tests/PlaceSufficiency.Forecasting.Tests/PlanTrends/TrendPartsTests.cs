using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Forecasting.PlanTrends;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Tests.PlanTrends;

public sealed class TrendPartsTests
{
    [Fact]
    public void Bands_of_single_years_tell_who_left()
    {
        PublishedAgeBand[] bands = [new("age 23", 23, 23), new("age 24", 24, 24), new("age 25", 25, 25)];
        PlanSeries england = SmallSeries.Place("E92000001", [[100, 50, 8], [90, 85, 20]], [[90, 5, 0]], PublishedLevel.National);
        PublishedSeries series = new([.. bands], [.. bands], [], [england]);

        BandFlows flows = BandFlows.Of(new PlaceYears(england, series, SmallSeries.First, SmallSeries.First.Next), 1, series, TrendAssumptions.Published)!;

        Assert.Equal([0.2, 0.6, 1.0], flows.Leaving.Select(share => Math.Round(share, 10)));
        Assert.Equal([1.0, 1.0, 0.0], flows.MovingUp);
        Assert.Equal([0.0, 80, 20], flows.Survivors([100, 50, 8]).Select(plans => Math.Round(plans, 10)));
    }

    [Fact]
    public void Of_wide_bands_leaving_below_16_and_growing_up_after_are_assumed_and_the_counts_are_met()
    {
        PlanSeries england = SmallSeries.Place("E92000001", [[100, 500, 200], [110, 540, 230]], [[90, 60, 5]], PublishedLevel.National);
        PublishedSeries series = new(SmallSeries.Bands, SmallSeries.Bands, [], [england]);

        BandFlows flows = BandFlows.Of(new PlaceYears(england, series, SmallSeries.First, SmallSeries.First.Next), 1, series, TrendAssumptions.Published)!;

        Assert.Equal([0.02, 0.02], flows.Leaving.Take(2).Select(share => Math.Round(share, 10)));
        Assert.Equal([20.0, 480, 225], flows.Survivors([100, 500, 200]).Select(plans => Math.Round(plans, 8)));
    }

    [Fact]
    public void Flows_by_other_bands_are_shared_out_by_the_plans_held()
    {
        PublishedAgeBand[] bands = [new("age 19", 19, 19), new("age 20", 20, 20), new("age 21 to 25", 21, 25)];

        Assert.Equal([7.0, 3, 9], BandAlignment.Of([new("age 19", 19, 19), new("age 20 and over", 20, 25)], [7, 12], [.. bands], [50, 10, 30]));
        Assert.Equal([7.0, 2, 10], BandAlignment.Of([new("age 19", 19, 19), new("age 20 and over", 20, 25)], [7, 12], [.. bands], [50, 0, 0]));
    }

    [Theory]
    [InlineData(7, 0.3)]
    [InlineData(60, 0.02)]
    [InlineData(400, 0.3)]
    [InlineData(400, 0.9)]
    [InlineData(20000, 0.2)]
    public void Binomial_draws_have_their_mean_and_variance(int number, double chance)
    {
        const int Times = 20_000;
        DrawSequence draws = new(Luck.Of(1, 2));
        double[] drawn = [.. Enumerable.Range(0, Times).Select(_ => (double)draws.Binomial(number, chance))];
        double mean = number * chance;
        double variance = mean * (1 - chance);

        Assert.All(drawn, one => Assert.InRange(one, 0, number));
        Assert.Equal(mean, drawn.Average(), 5 * Math.Sqrt(variance / Times));
        Assert.Equal(1, drawn.Average(one => (one - mean) * (one - mean)) / variance, 0.06);
    }

    [Fact]
    public void Certain_and_impossible_draws_are_no_draws()
    {
        DrawSequence draws = new(Luck.Of(1, 2));

        Assert.Equal([0, 9, 0, 0], [draws.Binomial(9, 0), draws.Binomial(9, 1), draws.Binomial(0, 0.5), draws.Binomial(9, -0.1)]);
    }

    [Theory]
    [InlineData(10, new[] { 1.0, 1, 1 }, new[] { 3, 4, 3 })]
    [InlineData(-7, new[] { 2.0, 0, 5 }, new[] { -2, 0, -5 })]
    [InlineData(4, new[] { 0.0, 0 }, new[] { 0, 4 })]
    public void Whole_parts_add_up(int whole, double[] weights, int[] parts) => Assert.Equal(parts, WholeParts.Of(whole, weights));

    [Fact]
    public void Fans_hold_what_lies_between_their_ends()
    {
        CountFan fan = new(5, 1, 2, 3, 5, 7, 8, 9);

        Assert.Equal((true, false, true, false), (fan.Holds80(2), fan.Holds80(1.9), fan.Holds95(9), fan.Holds95(9.1)));
    }
}
