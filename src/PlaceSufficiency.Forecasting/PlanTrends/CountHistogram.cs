using PlaceSufficiency.Domain.Forecasts;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// How often each whole number came up over the paths. It gives exact means, quantiles and scores, and its size depends on how far the
/// numbers lie apart, not on how many there were.
/// </summary>
internal sealed class CountHistogram
{
    private int[] _times = [];
    private int _lowest;
    private int _paths;
    private long _sum;

    /// <summary>Adds a path's number.</summary>
    internal void Add(int number)
    {
        if (_times.Length == 0)
        {
            (_times, _lowest) = (new int[16], number - 8);
        }

        if (number < _lowest || number >= _lowest + _times.Length)
        {
            Grow(number);
        }

        _times[number - _lowest]++;
        _paths++;
        _sum += number;
    }

    /// <summary>The fan of the numbers.</summary>
    internal CountFan Fan() => new(
        (double)_sum / _paths, Quantile(0.025), Quantile(0.10), Quantile(0.25), Quantile(0.50), Quantile(0.75), Quantile(0.90), Quantile(0.975));

    /// <summary>The lowest number that at least that share of the paths do not exceed.</summary>
    internal int Quantile(double share)
    {
        double wanted = share * _paths;
        long below = 0;
        for (int i = 0; i < _times.Length; i++)
        {
            below += _times[i];
            if (below > 0 && below >= wanted)
            {
                return _lowest + i;
            }
        }

        throw new InvalidOperationException("There are no paths.");
    }

    /// <summary>
    /// Continuous ranked probability score against what happened, in the unit of the numbers: the integral of the squared distance
    /// between the distribution of the paths and the step at the truth. Of a single number it is the absolute error.
    /// </summary>
    internal double Score(int truth)
    {
        double score = 0;
        long below = 0;
        int from = Math.Min(_lowest, truth);
        int to = Math.Max(_lowest + _times.Length, truth);
        for (int number = from; number < to; number++)
        {
            int i = number - _lowest;
            below += i >= 0 && i < _times.Length ? _times[i] : 0;
            double distance = ((double)below / _paths) - (number >= truth ? 1 : 0);
            score += distance * distance;
        }

        return score;
    }

    private void Grow(int number)
    {
        int lowest = Math.Min(_lowest, number);
        int highest = Math.Max(_lowest + _times.Length - 1, number);
        int room = (highest - lowest + 1) / 4;
        int[] grown = new int[highest - lowest + 1 + (2 * room)];
        _times.CopyTo(grown, _lowest - lowest + room);
        (_times, _lowest) = (grown, lowest - room);
    }
}
