using System.Collections;

namespace PlaceSufficiency.Domain.Provisions;

/// <summary>
/// How specialist a place the plan calls for, least first. A pupil may be placed at a more specialist level at a price;
/// placing below it is unmet need and never done.
/// </summary>
public enum ProvisionLevel
{
    /// <summary>An ordinary school or college class with support.</summary>
    Mainstream,

    /// <summary>Mainstream with enhanced, commissioned support but no base.</summary>
    MainstreamPlus,

    /// <summary>A resourced provision or SEN unit (a support or specialist base).</summary>
    Resourced,

    /// <summary>A special school or specialist college.</summary>
    Special,

    /// <summary>Beyond what a maintained special school usually offers.</summary>
    HighlySpecialised,
}

/// <summary>A set of levels of provision. <c>default</c> is empty.</summary>
public readonly record struct LevelSet : IEnumerable<ProvisionLevel>
{
    private readonly int _bits;

    private LevelSet(int bits) => _bits = bits;

    /// <summary>Every level.</summary>
    public static LevelSet All { get; } = Of(Enum.GetValues<ProvisionLevel>());

    /// <summary>Whether no level is in the set.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>The most specialist level in the set.</summary>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    public ProvisionLevel MostSpecialist => IsEmpty ? throw new InvalidOperationException("No level is in the set.") : (ProvisionLevel)int.Log2(_bits);

    /// <summary>The set of those levels.</summary>
    public static LevelSet Of(params IEnumerable<ProvisionLevel> levels) => new(levels.Aggregate(0, (bits, level) => bits | (1 << (int)level)));

    /// <summary>Whether the level is in the set.</summary>
    public bool Contains(ProvisionLevel level) => (_bits & (1 << (int)level)) != 0;

    /// <summary>The levels, least specialist first.</summary>
    public IEnumerator<ProvisionLevel> GetEnumerator()
    {
        foreach (ProvisionLevel level in Enum.GetValues<ProvisionLevel>())
        {
            if (Contains(level))
            {
                yield return level;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names joined by ";".</summary>
    public override string ToString() => string.Join(';', this);
}
