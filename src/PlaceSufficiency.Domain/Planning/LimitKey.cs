using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Planning;

/// <summary>What a limit on the plan is on.</summary>
public enum LimitKind
{
    /// <summary>Pupils in INMSS in an academic year.</summary>
    InmssPupils,

    /// <summary>Fees, top-ups and place funding of INMSS in an academic year, pence.</summary>
    InmssSpend,

    /// <summary>What planned years charge to the high needs block in a financial year, pence.</summary>
    HighNeeds,

    /// <summary>Fewest pupils at a provision in an academic year.</summary>
    ClassGroup,

    /// <summary>Pupils at a mainstream setting in an academic year, against the mean or a stated most.</summary>
    Evenness,

    /// <summary>Pupils of a year group at a provision that fills by year group.</summary>
    YearGroupPlaces,

    /// <summary>Moves from a kind of provision in an academic year, against those who were there the year before.</summary>
    ReviewedMoves,
}

/// <summary>Which limit: its kind, and the provision, year and year group that it is of, where it is of one.</summary>
/// <param name="Kind">Kind of limit.</param>
/// <param name="Provision">The provision.</param>
/// <param name="Year">The academic year.</param>
/// <param name="FinancialYear">The financial year.</param>
/// <param name="Group">The year group.</param>
/// <param name="From">The kind of provision that moves are from.</param>
public readonly record struct LimitKey(
    LimitKind Kind, ProvisionId? Provision = null, AcademicYear? Year = null, FinancialYear? FinancialYear = null, YearGroup? Group = null, ProvisionKind? From = null)
    : IComparable<LimitKey>
{
    /// <summary>Whether it is in pence; otherwise it is in pupils.</summary>
    public bool IsMoney => Kind is LimitKind.InmssSpend or LimitKind.HighNeeds;

    /// <inheritdoc/>
    public int CompareTo(LimitKey other) => Order.CompareTo(other.Order);

    /// <summary>"class-group hilltop 2022/23", for findings.</summary>
    public override string ToString() => string.Join(' ', new object?[] { Kind, Provision, From, Year, FinancialYear, Group is { } group ? $"year group {group}" : null }.Where(part => part is not null));

    private (LimitKind, string, int, int, int, int) Order =>
        (Kind, Provision?.Value ?? string.Empty, (int)(From ?? 0), Year?.StartYear ?? 0, FinancialYear?.StartYear ?? 0, Group?.Value ?? 0);
}
