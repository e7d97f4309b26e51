using PlaceSufficiency.Allocation.Pricing;

namespace PlaceSufficiency.Allocation.Tests.Pricing;

public sealed class SoftenedTests
{
    [Fact]
    public void ExponentialsAreThoseOfTheLibraryToAHundredBillionth()
    {
        const double best = 1000;
        const double temperature = 2.5;
        double[] costs = [.. Enumerable.Range(0, 4000).Select(i => best + (i * 0.01 * temperature))];
        double[] shares = [.. costs];

        double sum = Softened.Exponentials(shares, best, 1 / temperature);

        for (int i = 0; i < costs.Length; i++)
        {
            double expected = Math.Exp((best - costs[i]) / temperature);
            Assert.InRange(shares[i], expected * (1 - 1e-10), expected * (1 + 1e-10));
        }

        Assert.Equal(shares.Sum(), sum, 1e-9);
    }

    [Fact]
    public void WhatCostsFortyTemperaturesMoreIsNothing()
    {
        double[] shares = [3, 3 + (40.5 * 2), double.PositiveInfinity, 3 + (39.5 * 2)];

        Softened.Exponentials(shares, 3, 0.5);

        Assert.Equal(1, shares[0]);
        Assert.Equal(0, shares[1]);
        Assert.Equal(0, shares[2]);
        Assert.InRange(shares[3], 6.9e-18, 7.1e-18);
    }

    /// <summary>Three routes at 10, 11 and 12 and staying without a place at 10.5, at a temperature of 1.</summary>
    [Fact]
    public void ACostThatManyHaveIsWeighedAgainstAnother()
    {
        double times = 1 + Math.Exp(-1) + Math.Exp(-2);
        double all = times + Math.Exp(-0.5);

        (double value, double share) = Softened.Minimum(10, times, 10.5, 1, 1);

        Assert.Equal(10 - Math.Log(all), value, 1e-12);
        Assert.Equal(times / all, share, 1e-12);
    }

    [Fact]
    public void WhereNobodyTakesTheFirstCostTheSecondIsThere() =>
        Assert.Equal((10, 0), Softened.Minimum(70, 3, 10, 1, 1));

    [Theory]
    [InlineData(1000, 6)]
    [InlineData(20, 2)]
    [InlineData(1.5, 0)]
    public void ATierBeginsWhereItsTemperatureComesToAPupilYearAndAHalf(double weight, int stage) =>
        Assert.Equal(stage, PricePath.StageOf(weight, 1.5));
}
