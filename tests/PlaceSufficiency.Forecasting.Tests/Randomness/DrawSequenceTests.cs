using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Tests.Randomness;

/// <summary>Moments of 100,000 draws, within five standard errors.</summary>
public class DrawSequenceTests
{
    private const int Draws = 100_000;

    [Fact]
    public void A_draw_is_a_function_of_seed_path_and_number()
    {
        Assert.Equal(0.04876156039276014, Luck.Of(1, 0).Draw(0), 15);
        Assert.Equal(Luck.Of(7, 3).For(5).Draw(9), Luck.Of(7, 3).For(5).Draw(9));
        Assert.Equal(4, new[] { Luck.Of(1, 0), Luck.Of(1, 1), Luck.Of(2, 0), Luck.Of(1, 0).For(0) }.Select(luck => luck.Draw(0)).Distinct().Count());
    }

    [Fact]
    public void Even_draws_fill_ten_boxes_alike()
    {
        DrawSequence draws = new(Luck.Of(11, 0));
        int[] boxes = new int[10];
        for (int i = 0; i < Draws; i++)
        {
            boxes[(int)(draws.Even() * 10)]++;
        }

        Assert.All(boxes, box => Assert.InRange(box, 9_526, 10_474));
    }

    [Fact]
    public void Lucks_of_neighbouring_numbers_are_not_alike()
    {
        Luck luck = Luck.Of(5, 0);
        double[] first = [.. Enumerable.Range(0, Draws).Select(i => luck.For((ulong)i).Draw(0))];

        double product = first.Zip(first.Skip(1), (a, b) => (a - 0.5) * (b - 0.5)).Average();

        Assert.InRange(product, -5 / 12.0 / Math.Sqrt(Draws), 5 / 12.0 / Math.Sqrt(Draws));
    }

    [Theory, InlineData(0.3), InlineData(4), InlineData(75)]
    public void Whole_numbers_have_their_mean_as_mean_and_variance(double mean)
    {
        (double average, double variance) = Moments(draws => draws.Poisson(mean));

        Assert.InRange(average, mean - (5 * Math.Sqrt(mean / Draws)), mean + (5 * Math.Sqrt(mean / Draws)));
        Assert.InRange(variance / mean, 0.96, 1.04);
    }

    [Theory, InlineData(0.2), InlineData(1), InlineData(40)]
    public void Gamma_has_its_shape_as_mean_and_variance(double shape)
    {
        (double average, double variance) = Moments(draws => draws.Gamma(shape));

        Assert.InRange(average, shape - (5 * Math.Sqrt(shape / Draws)), shape + (5 * Math.Sqrt(shape / Draws)));
        Assert.InRange(variance / shape, 0.93, 1.07);
    }

    [Fact]
    public void Beta_has_the_share_of_successes_as_mean()
    {
        (double average, double variance) = Moments(draws => draws.Beta(3, 7));

        Assert.InRange(average, 0.297, 0.303);
        Assert.InRange(variance, 0.0183, 0.0199); // 0.3 times 0.7 over 11 is 0.0191
    }

    [Fact]
    public void Normal_has_mean_0_and_variance_1()
    {
        (double average, double variance) = Moments(draws => draws.Normal());

        Assert.InRange(average, -0.016, 0.016);
        Assert.InRange(variance, 0.977, 1.023);
    }

    [Fact]
    public void What_never_or_always_happens_is_certain()
    {
        DrawSequence draws = new(Luck.Of(1, 0));

        Assert.Equal((0.0, 1.0, 0), (draws.Beta(0, 5), draws.Beta(5, 0), draws.Poisson(0)));
    }

    private static (double Average, double Variance) Moments(Func<DrawSequence, double> draw)
    {
        DrawSequence draws = new(Luck.Of(42, 0));
        double[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => draw(draws))];
        double average = drawn.Average();
        return (average, drawn.Sum(value => (value - average) * (value - average)) / Draws);
    }
}
