namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>How large a generated case is.</summary>
/// <param name="Name">Name in tables and on the command line.</param>
/// <param name="Pupils">Pupils holding a plan in the base year.</param>
/// <param name="Provisions">Provisions of every kind, those that only a scheme opens included.</param>
/// <param name="Areas">Home areas.</param>
/// <param name="Extent">Side of the square that holds it, in metres.</param>
public sealed record Rung(string Name, int Pupils, int Provisions, int Areas, int Extent)
{
    /// <summary>A city: an authority of its own.</summary>
    public static Rung City { get; } = new("city", 3_400, 100, 148, 14_000);

    /// <summary>A county of towns.</summary>
    public static Rung County { get; } = new("county", 15_000, 600, 400, 70_000);

    /// <summary>One of nine regions of England.</summary>
    public static Rung Region { get; } = new("region", 110_000, 3_000, 2_000, 160_000);

    /// <summary>England; areas are about as many as its middle-layer super output areas.</summary>
    public static Rung England { get; } = new("england", 640_000, 20_000, 7_000, 480_000);

    /// <summary>Every rung, smallest first.</summary>
    public static IReadOnlyList<Rung> All { get; } = [City, County, Region, England];

    /// <summary>How many cities it amounts to: schemes are counted by the city.</summary>
    public double Cities => (double)Pupils / City.Pupils;

    /// <summary>The rung of that name, or a city-like one of so many pupils.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static Rung Parse(string text) =>
        All.FirstOrDefault(rung => string.Equals(rung.Name, text, StringComparison.OrdinalIgnoreCase))
        ?? (int.TryParse(text, out int pupils) && pupils >= 100
            ? new Rung(text, pupils, Math.Max(40, pupils / 34), Math.Max(12, pupils / 23), (int)(Math.Sqrt(pupils / 3400.0) * 14_000))
            : throw new FormatException($"'{text}' is not a rung: {string.Join(", ", All.Select(rung => rung.Name))} or a number of pupils of at least 100."));
}
