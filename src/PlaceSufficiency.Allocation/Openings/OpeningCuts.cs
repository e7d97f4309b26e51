using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>
/// What sets of prices prove of every choice of openings. The cheapest priced paths do not depend on openings, so each set proves
/// <c>constant - sum over provisions of what their places are worth + what opening costs</c>, and a choice is bound by the highest of all sets.
/// </summary>
internal sealed class OpeningCuts
{
    private readonly OpeningSpace _space;
    private readonly List<Cut> _cuts = [];

    /// <summary>No cuts yet.</summary>
    public OpeningCuts(OpeningSpace space)
    {
        _space = space;
    }

    /// <summary>How many cuts there are.</summary>
    public int Count => _cuts.Count;

    /// <summary>The prices of every cut, in the order added.</summary>
    public IReadOnlyList<Prices> Prices => [.. _cuts.Select(cut => cut.Prices)];

    /// <summary>The prices of a cut.</summary>
    public Prices PricesOf(int cut) => _cuts[cut].Prices;

    /// <summary>The prices of every cut, those first that prove most of a choice.</summary>
    public IReadOnlyList<Prices> PricesBestFirst(int[] choice) =>
        [.. Enumerable.Range(0, _cuts.Count).OrderByDescending(k => ValueAt(k, choice)).ThenBy(k => k).Select(PricesOf)];

    /// <summary>Adds what prices prove.</summary>
    /// <param name="prices">The prices.</param>
    /// <param name="paid">Every pupil on the cheapest priced path.</param>
    /// <param name="tier">What is minimised.</param>
    /// <param name="held">The tiers held.</param>
    /// <param name="heldValues">Their values, what opening costs included.</param>
    public void Add(Prices prices, double paid, TierMeasure tier, IReadOnlyList<TierMeasure> held, IReadOnlyList<long> heldValues)
    {
        double worth = DualBound.WorthOfLimits(_space.Compiled, tier, held, heldValues, prices);
        double penny = tier.OfOpeningPenny + held.Select((measure, i) => prices.HeldTiers[i] * measure.OfOpeningPenny).Sum();
        double[] above = [.. Enumerable.Range(0, _space.Items.Length * _space.Compiled.Years.Count).Select(_ => 0d)];
        int years = _space.Compiled.Years.Count;
        for (int i = 0; i < _space.Items.Length; i++)
        {
            int g = _space.Items[i].Provision;
            for (int t = 0; t < years; t++)
            {
                double over = tier.OfOverNumber(_space.Compiled, g, t) - prices.Places[g, t] + held.Select((measure, h) => prices.HeldTiers[h] * measure.OfOverNumber(_space.Compiled, g, t)).Sum();
                above[(i * years) + t] = Math.Max(0, -over);
            }
        }

        _cuts.Add(new Cut(prices, DualBound.Safely(paid, worth), penny, above, GainsOf(prices, penny, above)));
    }

    /// <summary>What each cut proves when nothing opens.</summary>
    public double Constant(int cut) => _cuts[cut].Constant;

    /// <summary>No less than what the item's option takes off a cut, whatever else opens.</summary>
    public double Gain(int cut, int item, int option) => _cuts[cut].Gains[item][option];

    /// <summary>What an item's option adds to a cut, given the places that items decided before it add to the same provision; below 0 when it is worth more than it costs.</summary>
    public double Change(int cut, int item, int option, int[] added)
    {
        Cut of = _cuts[cut];
        OpeningItem opening = _space.Items[item];
        double change = (of.Penny * opening.CapitalPence[option]) - WorthOfYearGroups(of.Prices, opening, option);
        for (int t = 0; t < added.Length; t++)
        {
            int places = opening.Places[option][t];
            if (places > 0)
            {
                PlacesAt at = _space.Places[item][t];
                (int before, int after) = (added[t], added[t] + places);
                change -= of.Prices.Places[opening.Provision, t] * (at.Residents(after) - at.Residents(before));
                change -= of.Above[(item * added.Length) + t] * (at.Most(after) - at.Most(before));
                change += of.Penny == 0 ? 0 : of.Penny * (at.FundingPence(after) - at.FundingPence(before));
            }
        }

        return change;
    }

    /// <summary>What the cuts together prove of a whole choice.</summary>
    public double ValueAt(int[] choice)
    {
        double value = double.NegativeInfinity;
        for (int k = 0; k < _cuts.Count; k++)
        {
            value = Math.Max(value, ValueAt(k, choice));
        }

        return value;
    }

    /// <summary>What one cut proves of a whole choice.</summary>
    public double ValueAt(int cut, int[] choice)
    {
        double value = _cuts[cut].Constant;
        int[] added = new int[_space.Compiled.Years.Count];
        for (int i = 0; i < _space.Items.Length; i++)
        {
            if (i > 0 && _space.Items[i].Provision != _space.Items[i - 1].Provision)
            {
                Array.Clear(added);
            }

            if (choice[i] >= 0)
            {
                value += Change(cut, i, choice[i], added);
                for (int t = 0; t < added.Length; t++)
                {
                    added[t] += _space.Items[i].Places[choice[i]][t];
                }
            }
        }

        return value;
    }

    /// <summary>The cut that proves most of a whole choice.</summary>
    public int BestAt(int[] choice) => Enumerable.Range(0, _cuts.Count).MaxBy(k => ValueAt(k, choice));

    private double[][] GainsOf(Prices prices, double penny, double[] above)
    {
        int years = _space.Compiled.Years.Count;
        return
        [
            .. _space.Items.Select((item, i) => item.Options.Select((_, option) =>
            {
                double gain = WorthOfYearGroups(prices, item, option) - (penny * item.CapitalPence[option]);
                for (int t = 0; t < years; t++)
                {
                    PlacesAt at = _space.Places[i][t];
                    int places = item.Places[option][t];
                    gain += (prices.Places[item.Provision, t] * at.MostResidentsOf(places)) + (above[(i * years) + t] * at.MostAboveOf(places));
                    gain -= penny == 0 ? 0 : penny * at.LeastFundingPenceOf(places);
                }

                return gain;
            }).ToArray()),
        ];
    }

    private double WorthOfYearGroups(Prices prices, OpeningItem item, int option)
    {
        double worth = 0;
        for (int r = 0; !item.IsCommitted && !item.Scheme.YearGroups.IsEmpty && r < prices.Limits.Length; r++)
        {
            LimitKey key = _space.Compiled.LimitRows[r].Key;
            worth += key is { Group: { } group, Year: { } year } && key.Provision == item.Scheme.Provision && prices.Limits[r] > 0
                ? prices.Limits[r] * item.Scheme.PlacesIn(year, item.Options[option], group)
                : 0;
        }

        return worth;
    }

    /// <summary>One set of prices and what it proves.</summary>
    /// <param name="Prices">The prices.</param>
    /// <param name="Constant">What it proves when nothing opens.</param>
    /// <param name="Penny">What a penny of opening costs counts for.</param>
    /// <param name="Above">What one more pupil above places takes off, by item and year.</param>
    /// <param name="Gains">No less than what an option takes off, by item and option.</param>
    private sealed record Cut(Prices Prices, double Constant, double Penny, double[] Above, double[][] Gains);
}
