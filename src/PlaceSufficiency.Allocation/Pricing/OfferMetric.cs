namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Newton steps of the prices of offers' rows together with those of places: what a budget's price does to all places at once is taken out of the
/// curvature of rows (a Schur complement), and the places follow.
/// </summary>
internal sealed class OfferMetric(Limits limits)
{
    private const double Ridge = 0.001;

    /// <summary>Longest step, in temperatures, that a row's own excess asks for.</summary>
    private const double Reach = 2;

    private readonly int _rows = limits.Offers!.Rows.Count;
    private readonly double[][] _followed = [.. limits.Offers!.Rows.Select(_ => new double[limits.Prices])];
    private readonly double[] _root = new double[limits.Offers!.Rows.Count * limits.Offers.Rows.Count];
    private readonly double[][] _across = [.. limits.Offers!.Rows.Select(_ => new double[limits.Places.Length])];

    /// <summary>Takes the curvature on.</summary>
    /// <param name="evaluation">Where it was worked out.</param>
    /// <param name="solvePlaces">Replaces excess of places by a change of their prices.</param>
    public void Set(PriceEvaluation evaluation, Action<double[]> solvePlaces)
    {
        int places = limits.Places.Length;
        for (int r = 0; r < _rows; r++)
        {
            Array.Copy(evaluation.OfferCurvature.Across, r * places, _across[r], 0, places);
            Array.Clear(_followed[r]);
            _across[r].CopyTo(_followed[r], 0);
            solvePlaces(_followed[r]);
        }

        for (int a = 0; a < _rows; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double own = evaluation.OfferCurvature.OfRows[(a * _rows) + b];
                double left = own - SmoothAscent.Dot(_across[a], _followed[b]);
                left += a == b ? (own * Ridge) + Ridge + (Math.Abs(evaluation.Gradient[limits.FirstOfOffers + a]) / Reach) : 0;
                for (int c = 0; c < b; c++)
                {
                    left -= _root[(a * _rows) + c] * _root[(b * _rows) + c];
                }

                _root[(a * _rows) + b] = a == b ? Math.Sqrt(Math.Max(left, Ridge * (1 + own))) : left / _root[(b * _rows) + b];
            }
        }
    }

    /// <summary>Moves the rows, given the places moved alone, and the places with them.</summary>
    public void Apply(double[] moved)
    {
        Span<double> rows = moved.AsSpan(limits.FirstOfOffers, _rows);
        for (int a = 0; a < _rows; a++)
        {
            rows[a] -= SmoothAscent.Dot(_across[a], moved);
        }

        for (int a = 0; a < _rows; a++)
        {
            for (int b = 0; b < a; b++)
            {
                rows[a] -= _root[(a * _rows) + b] * rows[b];
            }

            rows[a] /= _root[(a * _rows) + a];
        }

        for (int a = _rows - 1; a >= 0; a--)
        {
            for (int b = a + 1; b < _rows; b++)
            {
                rows[a] -= _root[(b * _rows) + a] * rows[b];
            }

            rows[a] /= _root[(a * _rows) + a];
        }

        for (int r = 0; r < _rows; r++)
        {
            for (int i = 0; i < limits.Places.Length; i++)
            {
                moved[i] -= _followed[r][i] * rows[r];
            }
        }
    }
}
