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
