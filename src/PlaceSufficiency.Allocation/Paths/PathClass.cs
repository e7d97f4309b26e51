using PlaceSufficiency.Allocation.Compiling;

namespace PlaceSufficiency.Allocation.Paths;

/// <summary>Stays that are alike in every rule and measure at hand, so that a plan may treat them as one.</summary>
/// <param name="Shape">One of the stays: its rules are the rules of all.</param>
/// <param name="Members">Indexes of the compiled stays.</param>
/// <param name="Pupils">Pupils of all members.</param>
internal sealed record PathClass(CompiledStay Shape, IReadOnlyList<int> Members, int Pupils);

/// <summary>What some pupils of a class do: a candidate, or -1 for nowhere, in each step.</summary>
/// <param name="Class">Index of the class.</param>
/// <param name="Choices">Candidate by step.</param>
internal sealed record PathColumn(int Class, short[] Choices)
{
    /// <summary>Equal text means equal column.</summary>
    public string Key { get; } = $"{Class}:{string.Join(',', Choices)}";
}
