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
public sealed class PriceList
{
    // Looked up millions of times in a plan and its audit.
    private readonly ItemPrices[] _items;

    /// <summary>Makes the list.</summary>
    /// <param name="prices">Every stated price.</param>
    public PriceList(ImmutableDictionary<(PriceItem Item, PriceScope Scope, FinancialYear Year), Pounds> prices)
    {
        Prices = prices;
        _items = [.. Enum.GetValues<PriceItem>().Select(item => new ItemPrices(prices.Where(price => price.Key.Item == item)))];
    }

    /// <summary>Every stated price.</summary>
    public ImmutableDictionary<(PriceItem Item, PriceScope Scope, FinancialYear Year), Pounds> Prices { get; }

    /// <summary>The narrowest scope that states the item for the provision, or null when none does (the price is then 0).</summary>
    public PriceScope? ScopeOf(PriceItem item, Provision provision) => _items[(int)item].Find(provision)?.Scope;

    /// <summary>The price of an item for a provision in a financial year; 0 when no scope states the item.</summary>
    /// <exception cref="KeyNotFoundException">The item is stated for the scope but not for that year.</exception>
    public Pounds this[PriceItem item, Provision provision, FinancialYear year] => _items[(int)item].Find(provision)?[year] ?? Pounds.Zero;

    /// <summary>The prices that an academic year is charged at, or null when no scope states the item for the provision.</summary>
    /// <exception cref="KeyNotFoundException">The item is stated for the scope but not for one of the financial years.</exception>
    public YearRate? RateOf(PriceItem item, Provision provision, AcademicYear year) => _items[(int)item].Find(provision) is { } stated
        ? new YearRate(stated[year.AutumnFinancialYear], stated[year.SummerFinancialYear])
        : null;

    /// <summary>
    /// What <paramref name="quantity"/> units cost over an academic year, by financial year: 7/12 at the price of the year that
    /// holds September to March, 5/12 at the next year's, each rounded to whole pence.
    /// </summary>
    public (Pounds Autumn, Pounds Summer) Over(PriceItem item, Provision provision, AcademicYear year, decimal quantity) =>
        RateOf(item, provision, year)?.Over(quantity) ?? (Pounds.Zero, Pounds.Zero);

    /// <summary>The prices of one item by scope.</summary>
    private sealed class ItemPrices
    {
        private readonly StatedPrices? _all;
        private readonly StatedPrices?[] _kinds = new StatedPrices?[Enum.GetValues<ProvisionKind>().Length];
        private readonly Dictionary<ProvisionId, StatedPrices> _provisions = [];

        internal ItemPrices(IEnumerable<KeyValuePair<(PriceItem Item, PriceScope Scope, FinancialYear Year), Pounds>> prices)
        {
            foreach (var scope in prices.GroupBy(price => price.Key.Scope))
            {
                StatedPrices stated = new(scope.Key, scope.ToDictionary(price => price.Key.Year, price => price.Value));
                if (scope.Key.Provision is { } provision)
                {
                    _provisions.Add(provision, stated);
                }
                else if (scope.Key.Kind is { } kind)
                {
                    _kinds[(int)kind] = stated;
                }
                else
                {
                    _all = stated;
                }
            }
        }

        internal StatedPrices? Find(Provision provision) =>
            _provisions.Count > 0 && _provisions.TryGetValue(provision.Id, out StatedPrices? own) ? own : _kinds[(int)provision.Kind] ?? _all;
    }

    /// <summary>The prices that one scope states for one item.</summary>
    private sealed class StatedPrices(PriceScope scope, Dictionary<FinancialYear, Pounds> prices)
    {
        private readonly int _first = prices.Keys.Min(year => year.StartYear);
        private readonly Pounds?[] _years = ByYear(prices);

        internal PriceScope Scope { get; } = scope;

        internal Pounds this[FinancialYear year] => (uint)(year.StartYear - _first) < (uint)_years.Length && _years[year.StartYear - _first] is { } price
            ? price
            : throw new KeyNotFoundException($"A price is stated for some years but not for {year}.");

        private static Pounds?[] ByYear(Dictionary<FinancialYear, Pounds> prices)
        {
            int first = prices.Keys.Min(year => year.StartYear);
            Pounds?[] years = new Pounds?[prices.Keys.Max(year => year.StartYear) - first + 1];
            foreach ((FinancialYear year, Pounds price) in prices)
            {
                years[year.StartYear - first] = price;
            }

            return years;
        }
    }
}
