namespace PlaceSufficiency.Forecasting.Fans;

/// <summary>
/// How often each whole number came up. Quantiles and means are exact, adding up in any order gives the same, and memory grows with
/// the range of the numbers, never with how many there were.
/// </summary>
internal sealed class CountHistogram
{
    private int[] _times = new int[64];
    private int _first = -1;

    /// <summary>Numbers seen.</summary>
    internal long Count { get; private set; }

    /// <summary>Mean of the numbers seen.</summary>
    internal double Mean
    {
        get
        {
            long sum = 0;
            for (int i = 0; i < _times.Length; i++)
            {
                sum += (long)_times[i] * (_first + i);
            }

            return (double)sum / Count;
        }
    }

    /// <summary>Adds a number, at least 0.</summary>
    internal void Add(int number, int times = 1)
    {
        MakeRoom(number);
        _times[number - _first] += times;
        Count += times;
    }

    /// <summary>Adds everything that another saw.</summary>
    internal void Add(CountHistogram other)
    {
        for (int i = 0; i < other._times.Length; i++)
        {
            if (other._times[i] > 0)
            {
                Add(other._first + i, other._times[i]);
            }
        }
    }

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

    /// <summary>The number in that place when all stand in order, 0 being the smallest.</summary>
    private int At(long place)
    {
        for (int i = 0; i < _times.Length; i++)
        {
            place -= _times[i];
            if (place < 0)
            {
                return _first + i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(place));
    }

    private void MakeRoom(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        if (_first < 0)
        {
            _first = Math.Max(0, number - (_times.Length / 2));
        }

        int last = _first + _times.Length - 1;
        if (number >= _first && number <= last)
        {
            return;
        }

        int first = number < _first ? Math.Max(0, number - _times.Length) : _first;
        int[] wider = new int[Math.Max(last, number > last ? number + _times.Length : last) - first + 1];
        _times.CopyTo(wider, _first - first);
        (_times, _first) = (wider, first);
    }
}
