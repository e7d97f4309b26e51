using System.Collections;

namespace PlaceSufficiency.Domain.Pupils;

/// <summary>A set of primary needs. <c>default</c> is empty.</summary>
public readonly record struct NeedSet : IEnumerable<PrimaryNeed>
{
    private readonly int _bits;

    private NeedSet(int bits) => _bits = bits;

    /// <summary>Every need.</summary>
    public static NeedSet All { get; } = Of(Enum.GetValues<PrimaryNeed>());

    /// <summary>Whether no need is in the set.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>How many needs are in the set.</summary>
    public int Count => int.PopCount(_bits);

    /// <summary>The set of those needs.</summary>
    public static NeedSet Of(params IEnumerable<PrimaryNeed> needs) => new(needs.Aggregate(0, (bits, need) => bits | (1 << (int)need)));

    /// <summary>Whether the need is in the set.</summary>
    public bool Contains(PrimaryNeed need) => (_bits & (1 << (int)need)) != 0;

    /// <summary>The needs, in code order.</summary>
    public IEnumerator<PrimaryNeed> GetEnumerator()
    {
        foreach (PrimaryNeed need in Enum.GetValues<PrimaryNeed>())
        {
            if (Contains(need))
            {
                yield return need;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The codes joined by ";", or "all".</summary>
    public override string ToString() => this == All ? "all" : string.Join(';', this);
}
