using System.Runtime.Intrinsics;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Minima softened at a temperature.</summary>
internal static class Softened
{
    /// <summary>The softened smaller of two costs, and the share of pupils that takes the first.</summary>
    public static (double Value, double ShareOfFirst) Minimum(double first, double second, double temperature, double inverse)
    {
        double difference = (first - second) * inverse;
        if (difference > 40 || double.IsPositiveInfinity(first))
        {
            return (second, 0);
        }

        if (difference < -40)
        {
            return (first, 1);
        }

        if (difference > 0)
        {
            double e = Math.Exp(-difference);
            return (second - (temperature * Math.Log(1 + e)), e / (1 + e));
        }
        else
        {
            double e = Math.Exp(difference);
            return (first - (temperature * Math.Log(1 + e)), 1 / (1 + e));
        }
    }

    /// <summary>What one place is worth at a price, in temperatures, and the share of it that is offered.</summary>
    public static (double Value, double Share) Offer(double price)
    {
        double e = Math.Exp(-Math.Abs(price));
        return price > 0 ? (price + Math.Log(1 + e), 1 / (1 + e)) : (Math.Log(1 + e), e / (1 + e));
    }

    /// <summary>Replaces costs by exp of how far they are above the best, in temperatures; beyond 40 that is nothing. Returns the sum.</summary>
    public static double Exponentials(Span<double> values, double best, double inverse)
    {
        double sum = 0;
        int c = 0;
        if (Vector256.IsHardwareAccelerated && values.Length >= 4)
        {
            Vector256<double> lowest = Vector256.Create(best);
            Vector256<double> scale = Vector256.Create(-inverse);
            Vector256<double> cut = Vector256.Create(-40.0);
            Vector256<double> sums = Vector256<double>.Zero;
            for (; c <= values.Length - 4; c += 4)
            {
                Vector256<double> x = (Vector256.LoadUnsafe(ref values[c]) - lowest) * scale;
                Vector256<double> keep = Vector256.GreaterThan(x, cut);
                if (keep == Vector256<double>.Zero)
                {
                    Vector256<double>.Zero.StoreUnsafe(ref values[c]);
                    continue;
                }

                Vector256<double> e = Vector256.ConditionalSelect(keep, Vector256.Exp(Vector256.Max(x, cut)), Vector256<double>.Zero);
                e.StoreUnsafe(ref values[c]);
                sums += e;
            }

            sum = Vector256.Sum(sums);
        }

        for (; c < values.Length; c++)
        {
            double x = (best - values[c]) * inverse;
            values[c] = x > -40 ? Math.Exp(x) : 0;
            sum += values[c];
        }

        return sum;
    }
}
