namespace PlaceSufficiency.Forecasting.Randomness;

/// <summary>Draws of one luck in turn, and quantities distributed otherwise than evenly.</summary>
internal sealed class DrawSequence(Luck luck)
{
    /// <summary>Largest mean that is counted down at once; exp(-30) is far above the smallest double.</summary>
    private const double LargestMean = 30;

    private ulong _next;

    /// <summary>From 0 to below 1, evenly.</summary>
    internal double Even() => luck.Draw(_next++);

    /// <summary>Normal with mean 0 and standard deviation 1, by Box and Muller.</summary>
    internal double Normal()
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - Even()));
        return radius * Math.Cos(2 * Math.PI * Even());
    }

    /// <summary>Gamma with that shape, above 0, and scale 1, by Marsaglia and Tsang (2000).</summary>
    internal double Gamma(double shape)
    {
        if (shape < 1)
        {
            double boosted = Gamma(shape + 1);
            return boosted * Math.Pow(1 - Even(), 1 / shape);
        }

        double d = shape - (1.0 / 3);
        double c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = Normal();
            double v = 1 + (c * normal);
            v = v * v * v;
            if (v > 0 && Math.Log(1 - Even()) < (0.5 * normal * normal) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>Beta of those counts of successes and failures; a count of 0 makes it certain.</summary>
    internal double Beta(double successes, double failures)
    {
        if (successes <= 0 || failures <= 0)
        {
            return successes <= 0 ? 0 : 1;
        }

        double gained = Gamma(successes);
        double sum = gained + Gamma(failures);
        return sum > 0 ? gained / sum : successes / (successes + failures);
    }

    /// <summary>Whole number with that mean, at least 0 (Poisson): exact, by inversion of parts of the mean of at most 30.</summary>
    internal int Poisson(double mean)
    {
        int drawn = 0;
        for (double left = mean; left > 0; left -= LargestMean)
        {
            drawn += Inverted(Math.Min(left, LargestMean));
        }

        return drawn;
    }

    private int Inverted(double mean)
    {
        double even = Even();
        double chance = Math.Exp(-mean);
        int drawn = 0;
        while (even >= chance && drawn < 1_000)
        {
            even -= chance;
            drawn++;
            chance *= mean / drawn;
        }

        return drawn;
    }
}
