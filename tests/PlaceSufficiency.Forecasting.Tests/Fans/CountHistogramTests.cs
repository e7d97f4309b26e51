using FsCheck.Xunit;
using PlaceSufficiency.Forecasting.Fans;

namespace PlaceSufficiency.Forecasting.Tests.Fans;

public class CountHistogramTests
{
    [Theory, InlineData(0, 10), InlineData(0.25, 12.5), InlineData(0.5, 15), InlineData(0.9, 83), InlineData(1, 100)]
    public void Quantiles_lie_between_neighbours_in_proportion(double share, double expected) =>
        Assert.Equal(expected, Of([100, 10, 15]).Quantile(share), 9);

    [Property]
    public void It_knows_what_a_sorted_list_knows(int seed)
    {
        Random random = new(seed);
        int[] numbers = [.. Enumerable.Range(0, 1 + random.Next(300)).Select(_ => random.Next(1 + random.Next(5_000)))];
        CountHistogram histogram = Of(numbers.Take(numbers.Length / 2));
        histogram.Add(Of(numbers.Skip(numbers.Length / 2)));
        int[] sorted = [.. numbers.Order()];

        Assert.Equal(numbers.Average(), histogram.Mean, 9);
        Assert.All(sorted.Index(), each => Assert.Equal(each.Item, histogram.Quantile(sorted.Length == 1 ? 0 : (double)each.Index / (sorted.Length - 1)), 6));
    }

    [Fact]
    public void A_histogram_has_the_quantiles_mean_and_score_of_its_numbers()
    {
        Random random = new(3);
        for (int trial = 0; trial < 50; trial++)
        {
            int[] numbers = [.. Enumerable.Range(0, 1 + random.Next(60)).Select(_ => random.Next(-50, 400))];
            CountHistogram histogram = new();
            foreach (int number in numbers)
            {
                histogram.Add(number);
            }

            int truth = random.Next(-80, 450);
            int[] sorted = [.. numbers.Order()];
            double n = numbers.Length;
            double expected = numbers.Average(number => Math.Abs((double)number - truth))
                - (numbers.Sum(a => numbers.Sum(b => Math.Abs((double)a - b))) / (2 * n * n));

            Assert.Equal(numbers.Average(), histogram.Fan().Mean, 1e-9);
            Assert.All([0.025, 0.1, 0.5, 0.9, 0.975], share => Assert.Equal(sorted[(int)Math.Ceiling(share * n) - 1], histogram.Reached(share)));
            Assert.Equal(expected, histogram.Score(truth), 1e-9);
        }
    }

    private static CountHistogram Of(IEnumerable<int> numbers)
    {
        CountHistogram histogram = new();
        foreach (int number in numbers)
        {
            histogram.Add(number);
        }

        return histogram;
    }
}
