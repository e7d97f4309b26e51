namespace PlaceSufficiency.Forecasting.Randomness;

/// <summary>
/// Random numbers by name instead of by turn: a draw is a function of a key and a number, so nobody's luck depends on how many were
/// drawn before. Path k is the same whatever n is and whichever thread makes it, and in two scenarios with one seed a pupil whom
/// the change does not touch fares the same. A key is mixed with the finaliser of SplitMix64 (Steele, Lea and Flood, 2014) as
/// improved by Stafford (mix 13), whose outputs over a counter pass BigCrush.
/// </summary>
/// <param name="Key">Any 64 bits.</param>
internal readonly record struct Luck(ulong Key)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>The luck of path <paramref name="path"/> of a seed.</summary>
    internal static Luck Of(long seed, int path) => new Luck(Mix((ulong)seed + GoldenGamma)).For((ulong)path);

    /// <summary>The luck of one thing among those this luck is for.</summary>
    internal Luck For(ulong number) => new(Mix(Key ^ Mix((number + 1) * GoldenGamma)));

    /// <summary>The draw of a number: from 0 to below 1, evenly, in steps of 2^-53.</summary>
    internal double Draw(ulong number) => (Mix(Key + ((number + 1) * GoldenGamma)) >> 11) * (1.0 / (1UL << 53));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
