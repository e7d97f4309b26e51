using PlaceSufficiency.Allocation.Pricing;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>Places, and what undecided candidates may add to them, for any box of openings.</summary>
internal sealed class BoxLimits
{
    private readonly OpeningSpace _space;
    private readonly Limits _unopened;
    private readonly OfferOption[][] _options;
    private readonly double[] _size;
    private readonly double[] _unit;

    /// <summary>Works out what every option adds.</summary>
    /// <param name="space">The choices.</param>
    /// <param name="unopened">Limits when no candidate opens.</param>
    public BoxLimits(OpeningSpace space, Limits unopened)
    {
        (_space, _unopened) = (space, unopened);
        _size = [.. space.Items.Select(item => Math.Max(1.0, item.Places.Select(places => places.Sum()).DefaultIfEmpty().Max()))];
        double[][] most = [.. space.Rows.Select(row => row.Use.Select(use => (double)use.DefaultIfEmpty().Max()).ToArray())];
        _unit = [.. most.Select(use => Math.Max(1e-9, use.Sum()) / Math.Max(1, use.Zip(_size, (used, size) => used > 0 ? size : 0).Sum()))];
        _options = [.. space.Items.Select((item, i) => item.Options.Select((_, option) => OptionOf(i, option)).ToArray())];
    }

    /// <summary>What a year of a place costs at most when it opens, in pence.</summary>
    public double MostPenceOfPlaceYear => _options.SelectMany(options => options).Select(option => option.Pence / Math.Max(1, option.Places.Sum())).DefaultIfEmpty().Max();

    /// <summary>The limits of a box; null where the rules leave no choice in it.</summary>
    public Limits? Of(OpeningBox box)
    {
        if (DecidedIn(box) is not var (choice, left))
        {
            return null;
        }

        List<Offer> offers = [];
        for (int i = 0; i < choice.Length; i++)
        {
            if (choice[i] == OpeningSpace.Undecided)
            {
                Offer offer = new(_space.Items[i].Provision, [.. OptionsLeft(box, choice, left, i).Select(option => _options[i][option])], MayStayShut(box, choice, i), _size[i]);
                if (offer.Options.Length == 0 && !offer.MayStayShut)
                {
                    return null;
                }

                offers.Add(offer);
            }
        }

        (int[] places, int[] most, double pence) = Decided(choice);
        return new Limits(places, most, _unopened.Rows) { Offers = new Offers(offers, [.. left.Select((rest, r) => new OfferRow(Math.Min(rest / _unit[r], offers.Sum(offer => MostOf(offer, r)))))], pence) };
    }

    // More of a limit than all together can use is worth nothing.
    private static double MostOf(Offer offer, int row) => offer.Options.Select(option => option.Use[row]).DefaultIfEmpty().Max();

    /// <summary>The choice as far as a box decides it, and what that leaves of the rows; null where the rules do not allow it.</summary>
    public (int[] Choice, long[] Left)? DecidedIn(OpeningBox box)
    {
        int[] choice = [.. Enumerable.Repeat(OpeningSpace.Undecided, _space.Items.Length)];
        long[] left = [.. _space.Rows.Select(row => row.Limit)];
        for (int i = 0; i < choice.Length; i++)
        {
            if (box.IsDecided(i) && !Decide(choice, left, i, box.OptionOf(_space, i)))
            {
                return null;
            }
        }

        return (choice, left);
    }

    /// <summary>The options that the rules leave to an undecided item of a box, given what the box decides.</summary>
    public IEnumerable<int> OptionsLeft(OpeningBox box, int[] choice, long[] left, int item) =>
        Enumerable.Range(box.Low[item], Math.Max(0, Math.Min(box.High[item], _space.Items[item].Options.Length - 1) - box.Low[item] + 1)).Where(option => Fits(choice, left, item, option));

    private bool MayStayShut(OpeningBox box, int[] choice, int item) => box.High[item] == _space.Items[item].Options.Length && _space.Admits(choice, item, OpeningSpace.Closed);

    /// <summary>Whether an item may take an option, given those decided and what is left of the rows.</summary>
    private bool Fits(int[] choice, long[] left, int item, int option)
    {
        if (!_space.Admits(choice, item, option))
        {
            return false;
        }

        for (int r = 0; r < left.Length && option != OpeningSpace.Closed; r++)
        {
            if (_space.Rows[r].Use[item][option] > left[r])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Decides an item if it may take the option.</summary>
    public bool Decide(int[] choice, long[] left, int item, int option)
    {
        if (!Fits(choice, left, item, option))
        {
            return false;
        }

        choice[item] = option;
        for (int r = 0; r < left.Length && option != OpeningSpace.Closed; r++)
        {
            left[r] -= _space.Rows[r].Use[item][option];
        }

        return true;
    }

    private (int[] Places, int[] Most, double Pence) Decided(int[] choice)
    {
        int years = _space.Compiled.Years.Count;
        int[] places = [.. _unopened.Places];
        int[] most = [.. _unopened.Most];
        double pence = 0;
        for (int first = 0; first < choice.Length; first++)
        {
            if (_space.FirstOf(first) != first)
            {
                continue;
            }

            int[] items = [.. Enumerable.Range(first, choice.Length - first).TakeWhile(i => _space.FirstOf(i) == first).Where(i => choice[i] >= 0)];
            pence += items.Sum(i => (double)_space.Items[i].CapitalPence[choice[i]]);
            for (int t = 0; t < years; t++)
            {
                int added = items.Sum(i => _space.Items[i].Places[choice[i]][t]);
                if (added > 0)
                {
                    int at = (_space.Items[first].Provision * years) + t;
                    (places[at], most[at]) = (_space.Places[first][t].Residents(added), _space.Places[first][t].Most(added));
                    pence += _space.Places[first][t].FundingPence(added);
                }
            }
        }

        return (places, most, pence);
    }

    private OfferOption OptionOf(int item, int option)
    {
        OpeningItem of = _space.Items[item];
        int[] added = of.Places[option];
        return new OfferOption(
            [.. added.Select((places, t) => _space.Places[item][t].MostResidentsOf(places))],
            [.. added.Select((places, t) => places == 0 ? 0 : _space.Places[item][t].MostAboveOf(places))],
            of.CapitalPence[option] + added.Select((places, t) => (double)_space.Places[item][t].LeastFundingPenceOf(places)).Sum(),
            [.. _space.Rows.Select((row, r) => row.Use[item][option] / _unit[r])]);
    }
}
