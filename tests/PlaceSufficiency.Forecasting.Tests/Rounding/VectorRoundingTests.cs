using FsCheck.Xunit;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Tests.Rounding;

public class VectorRoundingTests
{
    [Fact]
    public void What_is_left_goes_to_the_largest_remainders() =>
        Assert.Equal([2, 0, 1], ControlledRounding.LargestRemainder([1.6, 0.5, 0.9], 3));

    [Fact]
    public void Weights_are_scaled_to_the_total() => Assert.Equal([5, 3, 2], ControlledRounding.LargestRemainder([0.5, 0.3, 0.2], 10));

    [Fact]
    public void Equal_remainders_go_to_the_first() => Assert.Equal([1, 1, 0], ControlledRounding.LargestRemainder([1, 1, 1], 2));

    [Fact]
    public void A_sum_of_decimal_fractions_does_not_turn_on_its_last_bit() =>
        Assert.Equal([29, 29, 42], ControlledRounding.LargestRemainder([0.29, 0.29, 0.42], 100));

    [Fact]
    public void Along_an_order_the_running_total_is_cut() => Assert.Equal([0, 1, 0, 1], ControlledRounding.Systematic([0.5, 0.5, 0.5, 0.5], 2, 0.25));

    [Fact]
    public void One_in_the_middle_of_the_order_is_picked_by_default() => Assert.Equal([0, 0, 1, 0, 0], ControlledRounding.Systematic([1, 1, 1, 1, 1], 1));

    [Fact]
    public void Repeated_roundings_reach_every_item()
    {
        int[] hits = new int[10];
        for (int number = 0; number < 100; number++)
        {
            hits[Array.IndexOf(ControlledRounding.Systematic(new double[10].Select(_ => 1.0).ToArray(), 1, ControlledRounding.Start(number)), 1)]++;
        }

        Assert.All(hits, hit => Assert.InRange(hit, 9, 11));
    }

    [Fact]
    public void A_total_without_any_weight_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ControlledRounding.LargestRemainder([0, 0], 1));
        Assert.Throws<ArgumentException>(() => ControlledRounding.Systematic([], 1));
        Assert.Equal([0, 0], ControlledRounding.LargestRemainder([0, 0], 0));
    }

    [Fact]
    public void Weights_and_totals_below_0_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ControlledRounding.LargestRemainder([1, -1], 1));
        Assert.Throws<ArgumentException>(() => ControlledRounding.Systematic([double.NaN], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlledRounding.LargestRemainder([1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlledRounding.Systematic([1], 1, 1));
    }

    [Property]
    public void Totals_are_met_within_floor_and_ceiling(ushort[] numbers, ushort total, byte start)
    {
        double[] weights = [.. numbers.Select(number => number / 7.0)];
        int whole = weights.Sum() > 0 ? total : 0;

        Assert.All(
            [ControlledRounding.LargestRemainder(weights, whole), ControlledRounding.Systematic(weights, whole, start / 256.0)],
            rounded =>
            {
                Assert.Equal(whole, rounded.Sum());
                Assert.All(rounded.Zip(weights), pair => AssertFloorOrCeiling(pair.First, whole == 0 ? 0 : pair.Second / weights.Sum() * whole));
            });
    }

    private static void AssertFloorOrCeiling(int whole, double expected) =>
        Assert.InRange(whole, (int)Math.Floor(expected - 1e-6), (int)Math.Ceiling(expected + 1e-6) - (expected == 0 ? 1 : 0));
}
