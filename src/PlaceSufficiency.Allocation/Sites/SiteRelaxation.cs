using System.Runtime.Intrinsics;

namespace PlaceSufficiency.Allocation.Sites;

/// <summary>
/// The lower bound that prices of areas prove: at a price for each pupil of an area, wherever the pupil goes, a site is worth what its places
/// can earn, and the cheapest sites are chosen. It is the Lagrangian of "every pupil is placed once":
/// <c>sum of pupils * price + min over sites allowed of sum (opening - best partial fill)</c>.
/// </summary>
internal sealed class SiteRelaxation
{
    private readonly SiteProblem _problem;
    private readonly PartialFill _fill;
    private readonly SiteChoice _choice;
    private readonly double[] _thresholds;

    /// <summary>Prepares to price any number of times.</summary>
    public SiteRelaxation(SiteProblem problem)
    {
        _problem = problem;
        _fill = new PartialFill(problem.AreaCount);
        _choice = new SiteChoice(problem);
        _thresholds = new double[problem.SiteCount];
        Costs = new double[problem.SiteCount];
        Placed = new double[problem.AreaCount];
    }

    /// <summary>Opening cost less what the site is worth, at the prices last asked of; not defined for closed sites.</summary>
    public double[] Costs { get; }

    /// <summary>The sites chosen at those prices.</summary>
    public bool[] Chosen => _choice.Chosen;

    /// <summary>Share of each area's pupils that the chosen sites take; any number of at least 0.</summary>
    public double[] Placed { get; }

    /// <summary>The bound, in pence; infinite when the decisions leave no choice.</summary>
    /// <param name="prices">Price of one pupil by area.</param>
    /// <param name="states">What is decided about sites.</param>
    /// <param name="fewestOpen">Sites needed at least to have places for all; more than there are when no choice has enough.</param>
    public double Bound(double[] prices, SiteState[] states, int fewestOpen)
    {
        if (fewestOpen > _problem.SiteCount)
        {
            return double.PositiveInfinity;
        }

        for (int i = 0; i < Costs.Length; i++)
        {
            if (states[i] != SiteState.Closed)
            {
                Costs[i] = _problem.OpeningPence[i] - Worth(i, prices);
            }
        }

        _choice.Choose(Costs, states, fewestOpen);
        double paid = 0;
        for (int j = 0; j < prices.Length; j++)
        {
            paid += _problem.Weights[j] * prices[j];
        }

        return paid + _choice.Cost;
    }

    /// <summary>How much the bound rises when a free site is decided the other way than it was chosen.</summary>
    public double RiseOfOtherwise(int site) => _choice.CostOfOtherwise(site, Costs);

    /// <summary>Works out <see cref="Placed"/> for the sites chosen.</summary>
    public void Place(double[] prices)
    {
        Array.Clear(Placed);
        for (int i = 0; i < Costs.Length; i++)
        {
            if (Chosen[i])
            {
                Place(i, prices, _thresholds[i]);
            }
        }
    }

    private void Place(int site, double[] prices, double threshold)
    {
        double[] row = _problem.Prices[site];
        double left = _problem.Places[site];
        for (int j = 0; j < prices.Length; j++)
        {
            if (prices[j] - row[j] > threshold)
            {
                Placed[j]++;
                left -= _problem.Weights[j];
            }
        }

        for (int j = 0; threshold > 0 && left > 0 && j < prices.Length; j++)
        {
            if (prices[j] - row[j] == threshold)
            {
                double share = Math.Min(left, _problem.Weights[j]);
                Placed[j] += share / _problem.Weights[j];
                left -= share;
            }
        }
    }

    private double Worth(int site, double[] prices)
    {
        double[] row = _problem.Prices[site];
        if (!_problem.TakesAll(site))
        {
            double worth = _fill.Of(prices, row, _problem.Weights, _problem.Places[site]);
            _thresholds[site] = _fill.Threshold;
            return worth;
        }

        // Four lanes on every processor, so that sums are the same everywhere.
        Vector256<double> sum = Vector256<double>.Zero;
        int j = 0;
        for (; j <= row.Length - Vector256<double>.Count; j += Vector256<double>.Count)
        {
            Vector256<double> worth = Vector256.Max(Lanes(prices, j) - Lanes(row, j), Vector256<double>.Zero);
            sum += worth * Lanes(_problem.Weights, j);
        }

        double value = sum.GetElement(0) + sum.GetElement(1) + sum.GetElement(2) + sum.GetElement(3);
        for (; j < row.Length; j++)
        {
            value += Math.Max(0, prices[j] - row[j]) * _problem.Weights[j];
        }

        return value;
    }

    private static Vector256<double> Lanes(double[] values, int from) => Vector256.LoadUnsafe(ref values[0], (nuint)from);
}
