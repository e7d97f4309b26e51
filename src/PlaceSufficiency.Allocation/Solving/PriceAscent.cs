using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Paths;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>
/// Raises the bound by moving prices along what is over- and under-used at them (subgradient with momentum; Polyak steps; places scaled by their number).
/// Cheap and never exact: a good place to start column generation from.
/// </summary>
internal sealed class PriceAscent(TierProblem problem, PathPricer pricer, CancellationToken cancellation)
{
    private const double Momentum = 0.7;
    private const int Patience = 6;

    private readonly CompiledCase _compiled = problem.Compiled;

    /// <summary>The prices of the best bound within a number of steps from the given prices.</summary>
    /// <param name="start">Prices to start from.</param>
    /// <param name="target">Value of a plan known: the bound cannot pass it.</param>
    /// <param name="steps">Steps.</param>
    public Prices Climb(Prices start, double target, int steps)
    {
        Prices prices = start;
        Prices best = start;
        double bound = double.NegativeInfinity;
        Prices? direction = null;
        double length = 1;
        int sinceBetter = 0;
        for (int step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            (double reached, Prices excess) = Evaluate(prices);
            if (reached > bound)
            {
                (bound, best, sinceBetter) = (reached, prices, 0);
            }
            else if (++sinceBetter >= Patience)
            {
                (length, sinceBetter, prices, direction) = (length / 2, 0, best, null);
                continue;
            }

            direction = direction is null ? excess : excess.Plus(direction, Momentum);
            double norm = SquaredNorm(excess);
            if (norm == 0)
            {
                break;
            }

            prices = Moved(prices, direction, (1 - Momentum) * length * Math.Max(target - reached, 0) / norm);
        }

        return best;
    }

    /// <summary>The bound at the prices, and how far each limit is exceeded (positive) or unused (negative).</summary>
    private (double Bound, Prices Excess) Evaluate(Prices prices)
    {
        pricer.SetPrices(prices);
        Prices excess = Prices.Zero(_compiled, problem.Held.Count);
        double bound = -DualBound.WorthOfLimits(_compiled, problem.Tier, problem.Held, problem.HeldValues, prices);
        for (int k = 0; k < problem.Classes.Count; k++)
        {
            PathPricer.PricedPath path = pricer.Cheapest(k, 1)[0];
            bound += path.Priced * problem.Classes[k].Pupils;
            Use(path.Column, problem.Classes[k], excess);
        }

        for (int g = 0; g < _compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < _compiled.Years.Count; t++)
            {
                double over = problem.Tier.OfOverNumber(_compiled, g, t) - prices.Places[g, t];
                for (int i = 0; i < problem.Held.Count; i++)
                {
                    over += prices.HeldTiers[i] * problem.Held[i].OfOverNumber(_compiled, g, t);
                }

                int taken = over < 0 ? _compiled.OverNumberMost[g, t] : 0;
                excess.Places[g, t] -= _compiled.ResidentPlaces[g, t] + taken;
                for (int i = 0; i < problem.Held.Count; i++)
                {
                    excess.HeldTiers[i] += taken * problem.Held[i].OfOverNumber(_compiled, g, t);
                }
            }
        }

        for (int r = 0; r < excess.Limits.Length; r++)
        {
            CompiledLimit limit = _compiled.LimitRows[r];
            double give = problem.Tier.OfGive(limit) - prices.Limits[r] + problem.Held.Select((held, i) => prices.HeldTiers[i] * held.OfGive(limit)).Sum();
            double given = give < 0 ? limit.MostGive : 0;
            excess.Limits[r] -= limit.Most + given;
            for (int i = 0; i < problem.Held.Count; i++)
            {
                excess.HeldTiers[i] += given * problem.Held[i].OfGive(limit);
            }
        }

        for (int t = 0; t < _compiled.Years.Count; t++)
        {
            excess.InmssLimit[t] = _compiled.InmssLimit[t] is { } limit ? excess.InmssLimit[t] - limit : 0;
        }

        for (int i = 0; i < problem.Held.Count; i++)
        {
            excess.HeldTiers[i] -= problem.HeldValues[i];
        }

        return (bound, excess);
    }

    private void Use(PathColumn column, PathClass of, Prices excess)
    {
        UseLimits(column, of, excess);
        for (int step = 0; step < of.Shape.Length; step++)
        {
            if (column.Choices[step] >= 0)
            {
                int g = of.Shape.Candidates[column.Choices[step]];
                excess.Places[g, of.Shape.FirstYear + step] += of.Pupils;
                excess.InmssLimit[of.Shape.FirstYear + step] += _compiled.IsInmss(g) ? of.Pupils : 0;
            }
        }

        for (int i = 0; i < problem.Held.Count; i++)
        {
            excess.HeldTiers[i] += of.Pupils * pricer.ValueOf(column, problem.Held[i]);
        }
    }

    private void UseLimits(PathColumn column, PathClass of, Prices excess)
    {
        for (int r = 0; r < excess.Limits.Length; r++)
        {
            excess.Limits[r] += of.Pupils * LimitUse.Of(_compiled.LimitRows[r], of.Shape, column);
        }
    }

    private double LimitScale(int r) => 1.0 / Math.Max(1, Math.Abs(_compiled.LimitRows[r].Most));

    private double Scale(int g, int t) => 1.0 / Math.Max(1, _compiled.ResidentPlaces[g, t]);

    private double HeldScale(int i) => 1.0 / Math.Max(1, problem.HeldValues[i]);

    private double SquaredNorm(Prices excess)
    {
        double norm = excess.Limits.Select((value, r) => value * value * LimitScale(r)).Sum() + excess.InmssLimit.Select((value, t) => value * value / Math.Max(1, _compiled.InmssLimit[t] ?? 1)).Sum();
        for (int i = 0; i < excess.HeldTiers.Length; i++)
        {
            norm += excess.HeldTiers[i] * excess.HeldTiers[i] * HeldScale(i);
        }

        for (int g = 0; g < _compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < _compiled.Years.Count; t++)
            {
                norm += excess.Places[g, t] * excess.Places[g, t] * Scale(g, t);
            }
        }

        return norm;
    }

    private Prices Moved(Prices prices, Prices direction, double step)
    {
        double[,] places = new double[_compiled.Provisions.Count, _compiled.Years.Count];
        for (int g = 0; g < _compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < _compiled.Years.Count; t++)
            {
                places[g, t] = Math.Max(0, prices.Places[g, t] + (step * Scale(g, t) * direction.Places[g, t]));
            }
        }

        return new Prices(
            places,
            [.. prices.InmssLimit.Select((price, t) => Math.Max(0, price + (step * direction.InmssLimit[t] / Math.Max(1, _compiled.InmssLimit[t] ?? 1))))],
            [.. prices.HeldTiers.Select((price, i) => Math.Max(0, price + (step * HeldScale(i) * direction.HeldTiers[i])))])
        {
            Limits = [.. prices.Limits.Select((price, r) => Math.Max(0, price + (step * LimitScale(r) * direction.Limits[r])))],
        };
    }
}
