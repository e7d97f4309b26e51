using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Minima softened at a temperature.</summary>
internal static class Softened
{
    /// <summary>Temperatures by which a cost is above another one beyond which nobody pays it.</summary>
    private const double Negligible = 40;

    /// <summary>The same where many may have a cost like the first.</summary>
    public const double Nothing = 50;

    /// <summary>
    /// The softened smaller of a cost that many have and of another one, and the share of pupils that takes the first: <paramref name="times"/> is how many have
    /// it, those who have a larger cost counted as so much less than one.
    /// </summary>
    public static (double Value, double ShareOfFirst) Minimum(double first, double times, double second, double temperature, double inverse)
    {
        double difference = (first - second) * inverse;
        if (difference > Nothing)
        {
            return (second, 0);
        }

        if (difference < -Negligible)
        {
            return (first - (temperature * Log(times)), 1);
        }

        if (difference > 0)
        {
            double e = times * Math.Exp(-difference);
            return (second - (temperature * Math.Log(1 + e)), e / (1 + e));
        }

        double all = times + Math.Exp(difference);
        return (first - (temperature * Math.Log(all)), times / all);
    }

    /// <summary>Natural logarithm of a number that is often 1.</summary>
    public static double Log(double x) => x == 1 ? 0 : Math.Log(x);

    /// <summary>The softened smaller of each of four pairs of costs, of which the first ones are finite, and the share of pupils that takes the first.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (Vector256<double> Value, Vector256<double> ShareOfFirst) Minimum(Vector256<double> first, Vector256<double> second, double temperature)
    {
        Vector256<double> difference = (first - second) / temperature;
        Vector256<double> apart = -Vector256.Abs(difference);
        Vector256<double> close = Vector256.GreaterThan(apart, Vector256.Create(-Negligible));
        Vector256<double> firstWins = Vector256.LessThanOrEqual(difference, Vector256<double>.Zero);
        Vector256<double> value = Vector256.ConditionalSelect(firstWins, first, second);
        if (close == Vector256<double>.Zero)
        {
            return (value, firstWins & Vector256<double>.One);
        }

        Vector256<double> e = Exponential(Vector256.MaxNative(apart, Vector256.Create(-Negligible))) & close;
        Vector256<double> sum = Vector256<double>.One + e;
        return (value - (temperature * Vector256.Log(sum)), Vector256.ConditionalSelect(firstWins, Vector256<double>.One, e) / sum);
    }

    /// <summary>What one place is worth at a price, in temperatures, and the share of it that is offered.</summary>
    public static (double Value, double Share) Offer(double price)
    {
        double e = Math.Exp(-Math.Abs(price));
        return price > 0 ? (price + Math.Log(1 + e), 1 / (1 + e)) : (Math.Log(1 + e), e / (1 + e));
    }

    /// <summary>Replaces costs, a whole number of vectors, by exp of how far they are above the best, in temperatures; beyond 40 that is nothing. Returns the sum.</summary>
    public static double Exponentials(Span<double> values, double best, double inverse)
    {
        Vector256<double> lowest = Vector256.Create(best);
        Vector256<double> scale = Vector256.Create(-inverse);
        Vector256<double> cut = Vector256.Create(-Negligible);
        Vector256<double> sums = Vector256<double>.Zero;
        for (int c = 0; c < values.Length; c += Vector256<double>.Count)
        {
            Vector256<double> x = (Vector256.LoadUnsafe(ref values[c]) - lowest) * scale;
            Vector256<double> keep = Vector256.GreaterThan(x, cut);
            Vector256<double> e = Vector256<double>.Zero;
            if (keep != Vector256<double>.Zero)
            {
                e = Exponential(Vector256.MaxNative(x, cut)) & keep;
                sums += e;
            }

            e.StoreUnsafe(ref values[c]);
        }

        return Vector256.Sum(sums);
    }

    /// <summary>exp(x) for x from -600 to 0, to a hundred-billionth: 2^n times a Taylor series about 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exponential(Vector256<double> x)
    {
        const double log2 = 0.693147180559945309417232;

        // Added to a number, it leaves the nearest whole number in the last bits.
        const double whole = 6755399441055744;
        Vector256<double> rounded = (x * (1 / log2)) + Vector256.Create(whole);
        Vector256<double> r = Vector256.FusedMultiplyAdd(rounded - Vector256.Create(whole), Vector256.Create(-log2), x);
        Vector256<double> r2 = r * r;
        Vector256<double> square = Vector256.FusedMultiplyAdd(r, Vector256.Create(1 / 6.0), Vector256.Create(0.5));
        Vector256<double> low = Vector256.FusedMultiplyAdd(square, r2, Vector256<double>.One + r);
        Vector256<double> middle = Vector256.FusedMultiplyAdd(r, Vector256.Create(1 / 120.0), Vector256.Create(1 / 24.0));
        Vector256<double> high = Vector256.FusedMultiplyAdd(r, Vector256.Create(1 / 5040.0), Vector256.Create(1 / 720.0));
        Vector256<double> top = Vector256.FusedMultiplyAdd(r, Vector256.Create(1 / 362880.0), Vector256.Create(1 / 40320.0));
        Vector256<double> r4 = r2 * r2;
        high = Vector256.FusedMultiplyAdd(top, r2, high);
        middle = Vector256.FusedMultiplyAdd(high, r2, middle);
        Vector256<double> series = Vector256.FusedMultiplyAdd(middle, r4, low);
        return (series.AsInt64() + (rounded.AsInt64() << 52)).AsDouble();
    }
}
