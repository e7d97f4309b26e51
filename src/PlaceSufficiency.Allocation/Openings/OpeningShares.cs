using PlaceSufficiency.Allocation.Pricing;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>The shares to which candidates open at the prices of a case: where they say to split it, and which choice they point to.</summary>
/// <param name="space">The choices.</param>
/// <param name="boxes">Limits of cases.</param>
/// <param name="rates">The measure.</param>
internal sealed class OpeningShares(OpeningSpace space, BoxLimits boxes, Rates rates)
{
    /// <summary>Share above which a candidate that costs the tier nothing is opened in a choice.</summary>
    private const double LeastShare = 0.01;

    /// <summary>Share below which it is clear that a candidate does not open, and above one less which that it does.</summary>
    private const double Unclear = 0.01;

    /// <summary>
    /// Where a case is split: at the candidate of which it is least clear whether it opens, by what its places are worth; where that is clear for all, at the
    /// September least clear. Null where one choice is left.
    /// </summary>
    public (int Item, int Position)? SplitOf(OpeningNode node)
    {
        (int Item, int Position)? best = null;
        (bool, double) most = (false, -1);
        foreach ((int item, double[] share, double worth) in SharesOf(node))
        {
            double sum = 0;
            for (int position = node.Box.Low[item]; position < node.Box.High[item]; position++)
            {
                sum += position < share.Length ? share[position] : 0;
                bool whether = position == share.Length - 1;
                (bool, double) unclear = (whether && Math.Min(sum, 1 - sum) > Unclear, Math.Min(sum, 1 - sum) * worth);
                if (unclear.CompareTo(most) > 0)
                {
                    (most, best) = (unclear, (item, position));
                }
            }
        }

        return best;
    }

    /// <summary>Undecided items with the share of each option, by position, and what their places are worth.</summary>
    private IEnumerable<(int Item, double[] Share, double Worth)> SharesOf(OpeningNode node)
    {
        Limits limits = boxes.Of(node.Box)!;
        double[] last = node.Path!.Stages.OfType<double[]>().Last();
        double temperature = PricePath.TemperatureOf(node.Path.Top, node.Path.Stages.Count - 1);
        double[][] shares = limits.Offers!.Shares(last, temperature, rates, limits.FirstOfOffers);
        (int[] choice, long[] left) = boxes.DecidedIn(node.Box)!.Value;
        int next = 0;
        for (int i = 0; i < space.Items.Length; i++)
        {
            if (node.Box.IsDecided(i))
            {
                continue;
            }

            double[] share = new double[space.Items[i].Options.Length];
            foreach ((int option, double value) in boxes.OptionsLeft(node.Box, choice, left, i).Zip(shares[next]))
            {
                share[option] = value;
            }

            yield return (i, share, limits.Offers.WorthOfPlaces(next, node.Prices, rates));
            next++;
        }
    }

    /// <summary>A choice of the case: those first whose share is largest, as far as the rules allow, then what still fits and adds places at no cost.</summary>
    public int[]? ChoiceOf(OpeningNode node)
    {
        if (boxes.DecidedIn(node.Box) is not var (choice, left))
        {
            return null;
        }

        bool isFree = rates.OpeningPenny == 0;
        foreach ((int item, double[] share, _) in SharesOf(node).OrderByDescending(of => of.Share.Sum()).ThenBy(of => of.Item).ToArray())
        {
            double open = share.Sum();
            int shut = node.Box.High[item] == share.Length ? OpeningSpace.Closed : OpeningSpace.Undecided;
            bool mayOpen = open > (isFree ? LeastShare : 0.5) || shut == OpeningSpace.Undecided;
            int[] order = [.. Enumerable.Range(0, mayOpen ? share.Length : 0).Where(option => option >= node.Box.Low[item] && option <= node.Box.High[item]).OrderByDescending(option => share[option]).ThenBy(option => option)];
            if (!order.Any(option => boxes.Decide(choice, left, item, option)) && (shut == OpeningSpace.Undecided || !boxes.Decide(choice, left, item, OpeningSpace.Closed)))
            {
                return null;
            }
        }

        return choice;
    }
}
