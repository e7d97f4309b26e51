namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Raises the softened bound at one temperature: limited-memory quasi-Newton steps, in the metric of
/// <see cref="CompetitionMetric"/>.
/// </summary>
/// <param name="evaluation">The softened bound.</param>
/// <param name="metric">The metric.</param>
/// <param name="refresh">Steps between two looks at the curvature.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class SmoothAscent(PriceEvaluation evaluation, CompetitionMetric metric, int refresh, CancellationToken cancellation)
{
    /// <summary>Steps between two looks at the curvature.</summary>
    public const int Refresh = 8;

    /// <summary>The same while candidates may open: shares bend more sharply than use does.</summary>
    public const int RefreshOfOffers = 4;

    private const int Memory = 12;

    /// <summary>Longest change of a price in one step, in temperatures: further away the softened bound looks different.</summary>
    private const double LongestStep = 30;

    /// <summary>
    /// Prices beyond which each is cut to <see cref="LongestOfMany"/> on its own: among thousands there are always some that little depends on and that could go far,
    /// and shortening the step for their sake keeps all others where they are.
    /// </summary>
    private const int Many = 5000;

    private const double LongestOfMany = 10;
    private const double Backtrack = 0.4;
    private const int MostBacktracks = 12;

    private readonly List<(double[] Step, double[] Change, double Inverse)> _memory = [];

    /// <summary>Moves the prices up; returns whether the last step was short of the tolerance, that is, the top is reached.</summary>
    /// <param name="prices">Prices; changed.</param>
    /// <param name="temperature">Temperature.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="tolerance">Gain of one step that is too small to go on for.</param>
    public bool Climb(double[] prices, double temperature, int steps, double tolerance)
    {
        _memory.Clear();
        double value = evaluation.Soften(prices, temperature, true);
        double[] gradient = [.. evaluation.Gradient];
        metric.Set(evaluation);
        bool isFresh = false;
        for (int step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            bool look = step % refresh == refresh - 1;
            double[] direction = Direction(gradient, temperature);
            (double[]? moved, double reached) = Search(prices, direction, gradient, value, temperature, look);
            if (moved is null)
            {
                if (_memory.Count == 0)
                {
                    return false;
                }

                _memory.Clear();
                continue;
            }

            Remember(prices, moved, gradient);
            if (look)
            {
                metric.Set(evaluation);
            }

            double gain = reached - value;
            moved.CopyTo(prices, 0);
            value = reached;
            evaluation.Gradient.CopyTo(gradient, 0);
            if (gain < tolerance && isFresh)
            {
                return true;
            }

            // A small gain may be the fault of a stale metric or a short step: only one that comes right after a new look at the curvature ends the climb.
            isFresh = gain < tolerance;
            if (isFresh)
            {
                _memory.Clear();
                value = evaluation.Soften(prices, temperature, true);
                metric.Set(evaluation);
            }
        }

        return false;
    }

    private (double[]? Moved, double Reached) Search(
        double[] prices, double[] direction, double[] gradient, double value, double temperature, bool withCurvature)
    {
        if (prices.Length > Many)
        {
            double most = LongestOfMany * temperature;
            for (int i = 0; i < direction.Length; i++)
            {
                direction[i] = Math.Clamp(direction[i], -most, most);
            }
        }

        double slope = Dot(direction, gradient);
        if (!(slope > 0))
        {
            return (null, value);
        }

        double longest = direction.Max(Math.Abs);
        double length = Math.Min(1, LongestStep * temperature / longest);
        for (int attempt = 0; attempt < MostBacktracks; attempt++, length *= Backtrack)
        {
            double[] moved = new double[prices.Length];
            for (int i = 0; i < prices.Length; i++)
            {
                moved[i] = prices[i] + (length * direction[i]);
            }

            double reached = evaluation.Soften(moved, temperature, withCurvature);
            if (reached >= value + (1e-4 * length * slope))
            {
                return (moved, reached);
            }
        }

        return (null, value);
    }

    private double[] Direction(double[] gradient, double temperature)
    {
        double[] q = [.. gradient];
        double[] alpha = new double[_memory.Count];
        for (int p = _memory.Count - 1; p >= 0; p--)
        {
            alpha[p] = _memory[p].Inverse * Dot(_memory[p].Step, q);
            Plus(q, _memory[p].Change, -alpha[p]);
        }

        metric.Apply(q, temperature);
        for (int p = 0; p < _memory.Count; p++)
        {
            double beta = _memory[p].Inverse * Dot(_memory[p].Change, q);
            Plus(q, _memory[p].Step, alpha[p] - beta);
        }

        return q;
    }

    private void Remember(double[] prices, double[] moved, double[] gradient)
    {
        double[] step = new double[prices.Length];
        double[] change = new double[prices.Length];
        for (int i = 0; i < prices.Length; i++)
        {
            step[i] = moved[i] - prices[i];
            change[i] = gradient[i] - evaluation.Gradient[i];
        }

        double product = Dot(step, change);
        if (product > 1e-12 * Dot(change, change))
        {
            _memory.Add((step, change, 1 / product));
            if (_memory.Count > Memory)
            {
                _memory.RemoveAt(0);
            }
        }
    }

    /// <summary>The sum of products, as far as the first goes.</summary>
    public static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void Plus(double[] a, double[] b, double times)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += times * b[i];
        }
    }
}
