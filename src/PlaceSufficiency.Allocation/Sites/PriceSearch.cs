namespace PlaceSufficiency.Allocation.Sites;

/// <summary>
/// Looks for prices of areas with a high bound: steps along what is placed too little or too often, in proportion to how far the best plan known is
/// above the bound, and shorter whenever the bound stands still.
/// </summary>
internal sealed class PriceSearch
{
    private const double Memory = 0.7;
    private const double Shortening = 0.7;
    private const double Shortest = 1e-3;
    private const double Averaging = 0.1;

    private readonly SiteProblem _problem;
    private readonly double[] _direction;

    /// <summary>Prepares to search any number of times.</summary>
    public PriceSearch(SiteProblem problem)
    {
        _problem = problem;
        Relaxation = new SiteRelaxation(problem);
        _direction = new double[problem.AreaCount];
        Best = new double[problem.AreaCount];
        OpenShare = new double[problem.SiteCount];
    }

    /// <summary>The relaxation at the prices last tried.</summary>
    public SiteRelaxation Relaxation { get; }

    /// <summary>Prices of the best bound.</summary>
    public double[] Best { get; private set; }

    /// <summary>How often each site was chosen lately, from 0 to 1.</summary>
    public double[] OpenShare { get; }

    /// <summary>Searches from some prices.</summary>
    /// <param name="start">The prices.</param>
    /// <param name="states">What is decided about sites.</param>
    /// <param name="fewestOpen">Sites needed at least.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="patience">Steps without a better bound before they are shortened.</param>
    /// <param name="visit">Is told each bound; answers the value aimed at, or null to stop.</param>
    /// <returns>The best bound.</returns>
    public double Climb(
        double[] start, SiteState[] states, int fewestOpen, int steps, int patience, Func<double, double?> visit)
    {
        double[] prices = [.. start];
        Best = [.. start];
        Array.Clear(_direction);
        double best = double.NegativeInfinity;
        double length = 1;
        int still = 0;
        for (int step = 0; step < steps && length > Shortest; step++)
        {
            double bound = Relaxation.Bound(prices, states, fewestOpen);
            bool better = bound > best;
            if (better)
            {
                still = bound > best + (1e-5 * Math.Abs(bound)) ? 0 : still + 1;
                best = bound;
                prices.CopyTo(Best, 0);
            }
            else
            {
                still++;
            }

            if (visit(bound) is not { } target)
            {
                break;
            }

            if (still >= patience)
            {
                (still, length) = (0, length * Shortening);
                Best.CopyTo(prices, 0);
                Array.Clear(_direction);
                Relaxation.Bound(prices, states, fewestOpen);
            }

            Remember(step == 0);
            if (!Step(prices, length * Math.Max(target - bound, 1e-7 * Math.Abs(target))))
            {
                break;
            }
        }

        return best;
    }

    private void Remember(bool first)
    {
        for (int i = 0; i < OpenShare.Length; i++)
        {
            double chosen = Relaxation.Chosen[i] ? 1 : 0;
            OpenShare[i] = first ? chosen : OpenShare[i] + (Averaging * (chosen - OpenShare[i]));
        }
    }

    private bool Step(double[] prices, double aim)
    {
        Relaxation.Place(prices);
        double square = 0;
        for (int j = 0; j < prices.Length; j++)
        {
            _direction[j] = 1 - Relaxation.Placed[j] + (Memory * _direction[j]);
            square += _direction[j] * _direction[j];
        }

        for (int j = 0; square > 0 && j < prices.Length; j++)
        {
            prices[j] += aim / square * _direction[j] / _problem.Weights[j];
        }

        return square > 0;
    }
}
