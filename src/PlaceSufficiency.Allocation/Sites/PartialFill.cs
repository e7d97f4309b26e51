namespace PlaceSufficiency.Allocation.Sites;

/// <summary>
/// The best use of one site's places at given prices of areas: pupils are taken in order of what each is worth there until the places are
/// full. (A knapsack of which the last item may be cut.)
/// </summary>
internal sealed class PartialFill(int areas)
{
    private readonly double[] _worth = new double[areas];
    private readonly double[] _pupils = new double[areas];

    /// <summary>Worth of the last pupil taken in the last call: those worth more are taken, those worth less are not.</summary>
    public double Threshold { get; private set; }

    /// <summary>What the site's places are worth in all.</summary>
    /// <param name="areaPrices">Price of one pupil by area.</param>
    /// <param name="sitePrices">Cost of one pupil by area.</param>
    /// <param name="pupils">Pupils by area.</param>
    /// <param name="places">Places.</param>
    public double Of(double[] areaPrices, double[] sitePrices, double[] pupils, double places)
    {
        int count = 0;
        double all = 0;
        double value = 0;
        for (int j = 0; j < areaPrices.Length; j++)
        {
            double worth = areaPrices[j] - sitePrices[j];
            if (worth > 0)
            {
                _worth[count] = worth;
                _pupils[count++] = pupils[j];
                all += pupils[j];
                value += worth * pupils[j];
            }
        }

        Threshold = 0;
        return all <= places ? value : Cut(count, places);
    }

    private double Cut(int count, double left)
    {
        double value = 0;
        (int from, int to) = (0, count);
        while (to - from > 1)
        {
            double pivot = Median(_worth[from], _worth[(from + to) / 2], _worth[to - 1]);
            int middle = Split(from, to, pivot, out double above, out double worthAbove);
            if (above > left)
            {
                to = middle;
                continue;
            }

            value += worthAbove;
            left -= above;
            int equalEnd = Equal(middle, to, pivot, out double equal);
            if (equal >= left)
            {
                Threshold = pivot;
                return value + (left * pivot);
            }

            value += equal * pivot;
            left -= equal;
            from = equalEnd;
        }

        if (to > from)
        {
            Threshold = _worth[from];
            value += Math.Min(left, _pupils[from]) * _worth[from];
        }

        return value;
    }

    /// <summary>Moves those worth more than the pivot to the front.</summary>
    private int Split(int from, int to, double pivot, out double pupils, out double worth)
    {
        int middle = from;
        (pupils, worth) = (0, 0);
        for (int k = from; k < to; k++)
        {
            if (_worth[k] > pivot)
            {
                pupils += _pupils[k];
                worth += _pupils[k] * _worth[k];
                Swap(k, middle++);
            }
        }

        return middle;
    }

    private int Equal(int from, int to, double pivot, out double pupils)
    {
        int end = from;
        pupils = 0;
        for (int k = from; k < to; k++)
        {
            if (_worth[k] == pivot)
            {
                pupils += _pupils[k];
                Swap(k, end++);
            }
        }

        return end;
    }

    private void Swap(int a, int b)
    {
        (_worth[a], _worth[b]) = (_worth[b], _worth[a]);
        (_pupils[a], _pupils[b]) = (_pupils[b], _pupils[a]);
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
