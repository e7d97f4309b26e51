using System.Globalization;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Provisions;

/// <summary>Identifies a provider within a case. Ordinal, case-sensitive. <c>default</c> is no provider.</summary>
public readonly record struct ProviderId(string Value) : IComparable<ProviderId>
{
    /// <inheritdoc/>
    public int CompareTo(ProviderId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Identifies a provision within a case. Ordinal, case-sensitive. <c>default</c> is no provision.</summary>
public readonly record struct ProvisionId(string Value) : IComparable<ProvisionId>
{
    /// <inheritdoc/>
    public int CompareTo(ProvisionId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A school or college.</summary>
/// <param name="Id">Identifier within the case.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Urn">Unique reference number, where it has one.</param>
/// <param name="Authority">Name of the providing authority.</param>
/// <param name="Location">Where it is, on the National Grid.</param>
public sealed record Provider(ProviderId Id, string Name, string? Urn, string Authority, Geography.GridReference Location);

/// <summary>One commissioned unit of a provider, with its own kind, designation and places.</summary>
/// <param name="Id">Identifier within the case.</param>
/// <param name="Provider">The school or college it belongs to.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind">Kind of provision.</param>
/// <param name="Designation">Who it is for.</param>
/// <param name="OverNumberCeiling">Pupils above places that may be taken, as a share of places (0.05 is 5%); rounded down to whole pupils.</param>
/// <param name="Opens">First year it exists; null when it exists from before the horizon.</param>
/// <param name="Closes">First year in which it no longer exists; null when it stays.</param>
/// <param name="NoNewPlacementsFrom">First year in which nobody new is placed; placements made before stand. Null when it admits throughout.</param>
public sealed record Provision(
    ProvisionId Id,
    ProviderId Provider,
    string Name,
    ProvisionKind Kind,
    Designation Designation,
    decimal OverNumberCeiling,
    AcademicYear? Opens,
    AcademicYear? Closes,
    AcademicYear? NoNewPlacementsFrom)
{
    /// <summary>Whether the provision exists in that year.</summary>
    public bool IsOpenIn(AcademicYear year) => !(year < Opens) && !(year >= Closes);

    /// <summary>Whether someone who is not there yet may be placed in that year.</summary>
    public bool AdmitsNewIn(AcademicYear year) => IsOpenIn(year) && !(year >= NoNewPlacementsFrom);

    /// <summary>Pupils above places that may be taken where there are that many places.</summary>
    public int OverNumberAllowed(int places) => (int)decimal.Floor(OverNumberCeiling * places);

    /// <summary>Id and name, for messages.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} ({Name})");
}
