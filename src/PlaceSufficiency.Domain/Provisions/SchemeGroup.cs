namespace PlaceSufficiency.Domain.Provisions;

/// <summary>How many schemes of a group may open, committed ones included: "choose three of these schools".</summary>
/// <param name="Name">Name of the group, as schemes state it.</param>
/// <param name="AtLeast">Fewest that open, at least 0.</param>
/// <param name="AtMost">Most that open, at least <paramref name="AtLeast"/>; null for no limit.</param>
public sealed record SchemeGroup(string Name, int AtLeast, int? AtMost)
{
    /// <summary>Whether so many may open.</summary>
    public bool Admits(int schemes) => schemes >= AtLeast && !(schemes > AtMost);
}
