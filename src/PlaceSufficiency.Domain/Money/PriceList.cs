using System.Collections.Frozen;
using System.Collections.Immutable;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Money;

/// <summary>What a price applies to: one provision, else one kind of provision, else all. The narrowest that is stated wins.</summary>
/// <param name="Provision">The provision, or null.</param>
/// <param name="Kind">The kind, or null; null with a null provision means all.</param>
public readonly record struct PriceScope(ProvisionId? Provision, ProvisionKind? Kind)
{
    /// <summary>Applies to everything.</summary>
    public static readonly PriceScope All = new(null, null);

    /// <summary>Applies to one kind.</summary>
    public static PriceScope Of(ProvisionKind kind) => new(null, kind);

    /// <summary>Applies to one provision.</summary>
    public static PriceScope Of(ProvisionId provision) => new(provision, null);
}

/// <summary>Prices by item, scope and financial year, in the prices of the year that the case states.</summary>
/// <param name="prices">Every stated price.</param>
public sealed class PriceList(ImmutableDictionary<(PriceItem Item, PriceScope Scope, FinancialYear Year), Pounds> prices)
{
    // Looked up millions of times in a plan and its audit.
    private readonly FrozenDictionary<(PriceItem Item, PriceScope Scope, FinancialYear Year), Pounds> _prices = prices.ToFrozenDictionary();
    private readonly FrozenSet<(PriceItem, PriceScope)> _stated = prices.Keys.Select(key => (key.Item, key.Scope)).ToFrozenSet();

    /// <summary>Every stated price.</summary>
    public ImmutableDictionary<(PriceItem Item, PriceScope Scope, FinancialYear Year), Pounds> Prices { get; } = prices;

    /// <summary>The narrowest scope that states the item for the provision, or null when none does (the price is then 0).</summary>
    public PriceScope? ScopeOf(PriceItem item, Provision provision)
    {
        foreach (PriceScope scope in (ReadOnlySpan<PriceScope>)[PriceScope.Of(provision.Id), PriceScope.Of(provision.Kind), PriceScope.All])
        {
            if (_stated.Contains((item, scope)))
            {
                return scope;
            }
        }

        return null;
    }

    /// <summary>The price of an item for a provision in a financial year; 0 when no scope states the item.</summary>
    /// <exception cref="KeyNotFoundException">The item is stated for the scope but not for that year.</exception>
    public Pounds this[PriceItem item, Provision provision, FinancialYear year] =>
        ScopeOf(item, provision) is { } scope ? _prices[(item, scope, year)] : Pounds.Zero;

    /// <summary>
    /// What <paramref name="quantity"/> units cost over an academic year, by financial year: 7/12 at the price of the year that
    /// holds September to March, 5/12 at the next year's, each rounded to whole pence.
    /// </summary>
    public (Pounds Autumn, Pounds Summer) Over(PriceItem item, Provision provision, AcademicYear year, decimal quantity)
    {
        Pounds autumn = this[item, provision, year.AutumnFinancialYear] * quantity;
        Pounds summer = this[item, provision, year.SummerFinancialYear] * quantity;
        return (Months(autumn, 7), Months(summer, 5));
    }

    // Multiplied before it is divided: 7/12 itself cannot be written exactly, and half a penny must be.
    private static Pounds Months(Pounds ofYear, int months) => new Pounds(ofYear.Value * months / 12).ToPence();
}
