using PlaceSufficiency.Domain.Geography;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>Where people live: towns of very different size, and home areas clustered around them.</summary>
internal sealed class Country
{
    private const int West = 140_000;
    private const int South = 40_000;

    private readonly GridReference[] _towns;
    private readonly double[] _spread;
    private readonly WeightedDraw _townDraw;
    private readonly WeightedDraw _areaDraw;

    /// <summary>Lays the country out.</summary>
    /// <param name="random">Randomness.</param>
    /// <param name="rung">Size.</param>
    /// <param name="sites">Known positions at which towns are put; empty for made-up ones.</param>
    internal Country(Random random, Rung rung, IReadOnlyList<GridReference> sites)
    {
        int towns = Math.Max(6, (int)(rung.Cities * 5));
        _towns = [.. Enumerable.Range(0, towns).Select(_ => sites.Count > 0
            ? sites[random.Next(sites.Count)]
            : new GridReference(West + random.Next(rung.Extent), South + random.Next(rung.Extent)))];

        // Zipf's law, flattened: the tenth town has a fifth of the people of the first.
        double[] size = [.. Enumerable.Range(0, towns).Select(rank => Math.Pow(rank + 1, -0.7))];
        double mean = size.Average();
        double usual = Math.Min(2_500, rung.Extent / 9.0);
        _spread = [.. size.Select(one => usual * Math.Clamp(Math.Sqrt(one / mean), 0.5, 4))];
        _townDraw = new WeightedDraw(size);
        Areas = [.. Enumerable.Range(0, rung.Areas).Select(_ => Somewhere(random))];
        _areaDraw = new WeightedDraw(Areas.Select(_ => 0.4 + random.NextDouble()));
    }

    /// <summary>Centres of the home areas.</summary>
    internal GridReference[] Areas { get; }

    /// <summary>An area, likelier where more people live.</summary>
    internal int AreaOfSomebody(Random random) => _areaDraw.Next(random);

    /// <summary>A point where people live.</summary>
    internal GridReference Somewhere(Random random)
    {
        int town = _townDraw.Next(random);
        double distance = _spread[town] * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        double angle = 2 * Math.PI * random.NextDouble();
        return new GridReference(
            Math.Clamp(_towns[town].Easting + (int)(distance * Math.Cos(angle)), 1_000, 699_000),
            Math.Clamp(_towns[town].Northing + (int)(distance * Math.Sin(angle)), 1_000, 699_000));
    }

    /// <summary>A point a few hundred metres from the centre of an area where people live.</summary>
    internal GridReference NearAnArea(Random random)
    {
        GridReference centre = Areas[AreaOfSomebody(random)];
        return new GridReference(centre.Easting + random.Next(-400, 401), centre.Northing + random.Next(-400, 401));
    }
}
