namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>One thing a case states, as text.</summary>
/// <param name="Key">What it is: "places/great-oaks/2023/24".</param>
/// <param name="Value">What the case states for it.</param>
public sealed record KeyedValue(string Key, string Value);

/// <summary>One thing that a change, or a difference between two cases, gives another value.</summary>
/// <param name="Key">What it is: "places/great-oaks/2023/24".</param>
/// <param name="Old">Value before, or in the first case.</param>
/// <param name="New">Value after, or in the second case.</param>
public sealed record KeyChange(string Key, string Old, string New)
{
    /// <summary>"places/great-oaks/2023/24: 100 -> 120".</summary>
    public override string ToString() => $"{Key}: {Old} -> {New}";
}
