namespace PlaceSufficiency.Forecasting.Randomness;

/// <summary>How many of a number do something that each does with the same chance.</summary>
internal static class BinomialDraws
{
    private const double SmallMean = 10;

    /// <summary>
    /// Binomial, exact: by counting up the distribution where the mean is small, else by the transformed rejection of Hörmann (1993),
    /// algorithm BTRS.
    /// </summary>
    /// <param name="draws">Where the luck comes from.</param>
    /// <param name="number">How many there are, at least 0.</param>
    /// <param name="chance">The chance of each, 0 to 1.</param>
    internal static int Binomial(this DrawSequence draws, int number, double chance)
    {
        if (number <= 0 || chance <= 0)
        {
            return 0;
        }

        if (chance >= 1)
        {
            return number;
        }

        return chance > 0.5
            ? number - Draw(draws, number, 1 - chance)
            : Draw(draws, number, chance);
    }

    private static int Draw(DrawSequence draws, int number, double chance) =>
        number * chance < SmallMean ? Counted(draws, number, chance) : Rejected(draws, number, chance);

    private static int Counted(DrawSequence draws, int number, double chance)
    {
        double odds = chance / (1 - chance);
        double probability = Math.Exp(number * Math.Log(1 - chance));
        double even = draws.Even();
        int drawn = 0;
        while (even >= probability && drawn < number)
        {
            even -= probability;
            probability *= odds * (number - drawn) / (drawn + 1);
            drawn++;
        }

        return drawn;
    }

    private static int Rejected(DrawSequence draws, int number, double chance)
    {
        double odds = chance / (1 - chance);
        double spread = Math.Sqrt(number * chance * (1 - chance));
        double b = 1.15 + (2.53 * spread);
        double a = -0.0873 + (0.0248 * b) + (0.01 * chance);
        double centre = (number * chance) + 0.5;
        double accepted = 0.92 - (4.2 / b);
        double alpha = (2.83 + (5.1 / b)) * spread;
        double mode = Math.Floor((number + 1) * chance);
        while (true)
        {
            double u = draws.Even() - 0.5;
            double v = draws.Even();
            double us = 0.5 - Math.Abs(u);
            double k = Math.Floor((((2 * a / us) + b) * u) + centre);
            if (us >= 0.07 && v <= accepted)
            {
                return (int)k;
            }

            if (k < 0 || k > number)
            {
                continue;
            }

            double bound = ((mode + 0.5) * Math.Log((mode + 1) / (odds * (number - mode + 1))))
                + ((number + 1.0) * Math.Log((number - mode + 1) / (number - k + 1)))
                + ((k + 0.5) * Math.Log(odds * (number - k + 1) / (k + 1)))
                + Tail(mode) + Tail(number - mode) - Tail(k) - Tail(number - k);
            if (Math.Log(v * alpha / ((a / (us * us)) + b)) <= bound)
            {
                return (int)k;
            }
        }
    }

    /// <summary>What Stirling's formula lacks to log k!.</summary>
    private static double Tail(double k) => k switch
    {
        0 => 0.0810614667953272,
        1 => 0.0413406959554092,
        2 => 0.0276779256849983,
        3 => 0.0207906721037650,
        4 => 0.0166446911898211,
        5 => 0.0138761288230707,
        6 => 0.0118967099458917,
        7 => 0.0104112652619720,
        8 => 0.00925546218271273,
        9 => 0.00833056343336287,
        _ => ((1.0 / 12) - (((1.0 / 360) - (1.0 / 1260 / ((k + 1) * (k + 1)))) / ((k + 1) * (k + 1)))) / (k + 1),
    };
}
