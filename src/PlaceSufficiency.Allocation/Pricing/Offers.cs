namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>One September in which a candidate may open.</summary>
/// <param name="Places">Resident places it adds at most, by planned year.</param>
/// <param name="Above">Pupils above places that it adds at most, by planned year.</param>
/// <param name="Pence">What it costs at least.</param>
/// <param name="Use">What it uses of each row of the offers.</param>
internal sealed record OfferOption(int[] Places, int[] Above, double Pence, double[] Use);

/// <summary>A candidate that is not decided on.</summary>
/// <param name="Provision">Index of its provision.</param>
/// <param name="Options">Septembers that are left to it.</param>
/// <param name="MayStayShut">Whether it may not open at all.</param>
/// <param name="Size">Place-years it adds at most, at least 1: how slowly it goes from shut to open as prices rise.</param>
internal sealed record Offer(int Provision, OfferOption[] Options, bool MayStayShut, double Size);

/// <summary>A limit on what candidates use together, in place-years' worth so that its price is of the size of a place's.</summary>
/// <param name="Left">What is left of it.</param>
internal sealed record OfferRow(double Left);

/// <summary>
/// Places that candidates may add. At prices of places each candidate opens in the September in which it is worth most, or not at all; what rows allow
/// has a price too. That is a bound on every choice; softened, a candidate opens by a share.
/// </summary>
/// <param name="Of">The candidates that are not decided on.</param>
/// <param name="Rows">Limits on what they use.</param>
/// <param name="DecidedPence">What the decided ones cost.</param>
internal sealed record Offers(IReadOnlyList<Offer> Of, IReadOnlyList<OfferRow> Rows, double DecidedPence)
{
    /// <summary>A row with nothing left is taken to have this while prices are looked for.</summary>
    private const double LeastLeft = 0.1;

    private HashSet<int>? _reached;

    /// <summary>Whether a candidate may add places at provision and year i.</summary>
    public bool Reach(int i) => (_reached ??= Reached()).Contains(i);

    /// <summary>What they are worth at most, less what the decided ones cost.</summary>
    /// <param name="prices">Prices, of at least 0.</param>
    /// <param name="rates">The measure.</param>
    /// <param name="firstRow">Where the prices of the rows begin.</param>
    public double Worth(double[] prices, Rates rates, int firstRow)
    {
        double worth = -rates.OpeningPenny * DecidedPence;
        for (int r = 0; r < Rows.Count; r++)
        {
            worth += prices[firstRow + r] * Rows[r].Left;
        }

        foreach (Offer offer in Of)
        {
            double most = offer.MayStayShut ? 0 : double.NegativeInfinity;
            foreach (OfferOption option in offer.Options)
            {
                most = Math.Max(most, Gain(offer, option, prices, rates, firstRow));
            }

            worth += most;
        }

        return worth;
    }

    /// <summary>What the places of a candidate are worth at most, whatever they cost.</summary>
    public double WorthOfPlaces(int offer, double[] prices, Rates rates)
    {
        double most = 0;
        foreach (OfferOption option in Of[offer].Options)
        {
            double worth = 0;
            for (int t = 0; t < option.Places.Length; t++)
            {
                int at = (Of[offer].Provision * option.Places.Length) + t;
                worth += (option.Places[t] * prices[at]) + (option.Above[t] * Math.Max(0, prices[at] - rates.OverNumber[at]));
            }

            most = Math.Max(most, worth);
        }

        return most;
    }

    /// <summary>What the worth falls by at least when a candidate has to open, and when it has to stay shut.</summary>
    public (double Opened, double Shut) Missed(int offer, double[] prices, Rates rates, int firstRow)
    {
        double open = Of[offer].Options.Select(option => Gain(Of[offer], option, prices, rates, firstRow)).DefaultIfEmpty(double.NegativeInfinity).Max();
        double best = Of[offer].MayStayShut ? Math.Max(0, open) : open;
        return (best - open, Of[offer].MayStayShut ? best : double.PositiveInfinity);
    }

    /// <summary>The share to which each option of each candidate opens at a temperature.</summary>
    public double[][] Shares(double[] prices, double temperature, Rates rates, int firstRow)
    {
        double[][] shares = [.. Of.Select(offer => new double[offer.Options.Length])];
        for (int i = 0; i < Of.Count; i++)
        {
            Soft(Of[i], prices, temperature, rates, firstRow, shares[i]);
        }

        return shares;
    }

    /// <summary>The softened worth; takes what is offered off the gradient and adds to the curvature.</summary>
    public double Soften(double[] prices, double temperature, Rates rates, Limits limits, double[] gradient, Curvature? curvature, OfferCurvature? own)
    {
        int firstRow = limits.FirstOfOffers;
        int years = limits.Places.Length / rates.Provisions;
        double worth = -rates.OpeningPenny * DecidedPence;
        for (int r = 0; r < Rows.Count; r++)
        {
            double left = Math.Max(LeastLeft, Rows[r].Left);
            (double value, double share) = Softened.Offer(prices[firstRow + r] / temperature);
            worth += left * temperature * value;
            gradient[firstRow + r] = -left * share;
            own?.AddOfRows(r, r, left * share * (1 - share));
        }

        double[] mean = new double[years + Rows.Count];
        foreach (Offer offer in Of)
        {
            double[] shares = new double[offer.Options.Length];
            worth += Soft(offer, prices, temperature, rates, firstRow, shares);
            double[][] slopes = [.. offer.Options.Select(option => Slopes(offer, option, prices, temperature, rates))];
            Array.Clear(mean);
            for (int o = 0; o < shares.Length; o++)
            {
                for (int a = 0; a < mean.Length; a++)
                {
                    mean[a] += shares[o] * slopes[o][a];
                }
            }

            for (int a = 0; a < mean.Length; a++)
            {
                gradient[a < years ? (offer.Provision * years) + a : firstRow + a - years] -= mean[a];
            }

            if (curvature is not null)
            {
                Bend(offer, shares, slopes, mean, curvature, own!);
            }
        }

        return worth;
    }

    /// <summary>How an option's gain rises with the prices of the provision's places, by year, and with those of the rows.</summary>
    private double[] Slopes(Offer offer, OfferOption option, double[] prices, double temperature, Rates rates)
    {
        int years = option.Places.Length;
        double[] slopes = new double[years + Rows.Count];
        for (int t = 0; t < years; t++)
        {
            int at = (offer.Provision * years) + t;
            slopes[t] = option.Places[t] + (option.Above[t] == 0 ? 0 : option.Above[t] * Softened.Offer((prices[at] - rates.OverNumber[at]) / temperature).Share);
        }

        for (int r = 0; r < Rows.Count; r++)
        {
            slopes[years + r] = -option.Use[r];
        }

        return slopes;
    }

    /// <summary>The covariance of slopes over the shares, which is what the softened worth bends by.</summary>
    private void Bend(Offer offer, double[] shares, double[][] slopes, double[] mean, Curvature curvature, OfferCurvature own)
    {
        int years = mean.Length - Rows.Count;
        for (int a = 0; a < mean.Length; a++)
        {
            for (int b = a; b < mean.Length; b++)
            {
                double together = -mean[a] * mean[b];
                for (int o = 0; o < shares.Length; o++)
                {
                    together += shares[o] * slopes[o][a] * slopes[o][b];
                }

                together /= offer.Size;
                if (b < years)
                {
                    curvature.AddTo(offer.Provision, a, b, together);
                }
                else if (a < years)
                {
                    own.AddAcross((offer.Provision * years) + a, b - years, together);
                }
                else
                {
                    own.AddOfRows(a - years, b - years, together);
                }
            }
        }
    }

    private HashSet<int> Reached() =>
    [
        .. from offer in Of
           from option in offer.Options
           from t in Enumerable.Range(0, option.Places.Length)
           where option.Places[t] > 0
           select (offer.Provision * option.Places.Length) + t,
    ];

    private static double Soft(Offer offer, double[] prices, double temperature, Rates rates, int firstRow, double[] shares)
    {
        double own = temperature * offer.Size;
        double best = offer.MayStayShut ? 0 : double.NegativeInfinity;
        for (int o = 0; o < shares.Length; o++)
        {
            shares[o] = SoftGain(offer, offer.Options[o], prices, temperature, rates, firstRow);
            best = Math.Max(best, shares[o]);
        }

        double sum = offer.MayStayShut ? Math.Exp((0 - best) / own) : 0;
        for (int o = 0; o < shares.Length; o++)
        {
            sum += shares[o] = Math.Exp((shares[o] - best) / own);
        }

        for (int o = 0; o < shares.Length; o++)
        {
            shares[o] /= sum;
        }

        return best + (own * Math.Log(sum));
    }

    private static double SoftGain(Offer offer, OfferOption option, double[] prices, double temperature, Rates rates, int firstRow)
    {
        int years = option.Places.Length;
        double gain = -rates.OpeningPenny * option.Pence;
        for (int t = 0; t < years; t++)
        {
            if (option.Places[t] > 0)
            {
                int at = (offer.Provision * years) + t;
                gain += option.Places[t] * prices[at];
                gain += option.Above[t] == 0 ? 0 : option.Above[t] * temperature * Softened.Offer((prices[at] - rates.OverNumber[at]) / temperature).Value;
            }
        }

        return gain - OfRows(option, prices, firstRow);
    }

    private static double Gain(Offer offer, OfferOption option, double[] prices, Rates rates, int firstRow)
    {
        int years = option.Places.Length;
        double gain = -rates.OpeningPenny * option.Pence;
        for (int t = 0; t < years; t++)
        {
            int at = (offer.Provision * years) + t;
            gain += (option.Places[t] * prices[at]) + (option.Above[t] * Math.Max(0, prices[at] - rates.OverNumber[at]));
        }

        return gain - OfRows(option, prices, firstRow);
    }

    private static double OfRows(OfferOption option, double[] prices, int firstRow)
    {
        double cost = 0;
        for (int r = 0; r < option.Use.Length; r++)
        {
            cost += prices[firstRow + r] * option.Use[r];
        }

        return cost;
    }
}
