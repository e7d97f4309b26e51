namespace PlaceSufficiency.Domain.Geography;

/// <summary>Identifies a home area within a case, an LSOA code for example. Ordinal, case-sensitive.</summary>
public readonly record struct PlanningAreaId(string Value) : IComparable<PlanningAreaId>
{
    /// <inheritdoc/>
    public int CompareTo(PlanningAreaId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A home area: LSOA, ward or the user's own zone.</summary>
/// <param name="Id">Identifier within the case.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Centroid">Where journeys from it start.</param>
/// <param name="Population">Residents by single year of age: index 0 to 25, each at least 0.</param>
public sealed record PlanningArea(PlanningAreaId Id, string Name, GridReference Centroid, IReadOnlyList<int> Population);
