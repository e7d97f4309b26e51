using PlaceSufficiency.Domain.Forecasts;

namespace PlaceSufficiency.Forecasting.Fans;

/// <summary>
/// How often each whole number came up. Means, quantiles and scores are exact, adding up in any order gives the same, and memory grows
/// with how far the numbers lie apart, never with how many there were.
/// </summary>
internal sealed class CountHistogram
{
    private int[] _times = [];
    private int _lowest;
    private long _sum;

    /// <summary>Numbers seen.</summary>
    internal long Count { get; private set; }

    /// <summary>Mean of the numbers seen.</summary>
    internal double Mean => (double)_sum / Count;

    /// <summary>Adds a number, once or several times.</summary>
    internal void Add(int number, int times = 1)
    {
        if (_times.Length == 0)
        {
            (_times, _lowest) = (new int[16], number - 8);
        }

        if (number < _lowest || number >= _lowest + _times.Length)
        {
            Grow(number);
        }

        _times[number - _lowest] += times;
        Count += times;
        _sum += (long)number * times;
    }

    /// <summary>Adds everything that another saw.</summary>
    internal void Add(CountHistogram other)
    {
        for (int i = 0; i < other._times.Length; i++)
        {
            if (other._times[i] > 0)
            {
                Add(other._lowest + i, other._times[i]);
            }
        }
    }

    /// <summary>The fan of the numbers.</summary>
    internal CountFan Fan() => new(Mean, Reached(0.025), Reached(0.10), Reached(0.25), Reached(0.50), Reached(0.75), Reached(0.90), Reached(0.975));

    /// <summary>
    /// The quantile of a share of the numbers, between neighbours in proportion (Hyndman and Fan's definition 7, that of spreadsheets).
    /// </summary>
    internal double Quantile(double share)
    {
        double place = share * (Count - 1);
        long below = (long)Math.Floor(place);
        double low = At(below);
        return place > below ? low + ((place - below) * (At(below + 1) - low)) : low;
    }

    /// <summary>The smallest whole number that at least a share of the numbers stay at or below.</summary>
    internal int Reached(double share) => At(Math.Clamp((long)Math.Ceiling((share * Count) - 1e-9) - 1, 0, Count - 1));

    /// <summary>
    /// Continuous ranked probability score against what happened, in the unit of the numbers: the integral of the squared distance
    /// between their distribution and the step at the truth. Of a single number it is the absolute error.
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
            double distance = ((double)below / Count) - (number >= truth ? 1 : 0);
            score += distance * distance;
        }

        return score;
    }

    /// <summary>The number in that place when all stand in order, 0 being the smallest.</summary>
    private int At(long place)
    {
        for (int i = 0; i < _times.Length; i++)
        {
            place -= _times[i];
            if (place < 0)
            {
                return _lowest + i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(place));
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
