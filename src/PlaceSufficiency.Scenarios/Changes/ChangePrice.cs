using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>
/// Multiplies or sets a price. Where only a wider scope states the item, the narrower one first takes over the wider one's prices, so that
/// years outside the change keep what they had.
/// </summary>
[ChangeName("change-price")]
[Description("Multiplies or sets a price: give factor or pounds.")]
public sealed record ChangePrice(
    [property: Description("What the price is for.")] PriceItem Item,
    [property: Description("'all', a kind of provision, or the id of a provision.")] string AppliesTo,
    [property: Description("First financial year with the changed price.")] FinancialYear From,
    [property: Description("Last financial year with the changed price; left out, it stays.")] FinancialYear? Until = null,
    [property: Description("Factor on the price, at least 0; give this or pounds.")] decimal? Factor = null,
    [property: Description("The price in pounds, at least 0; give this or factor.")] Pounds? Pounds = null) : ScenarioChange
{
    private PriceScope Scope => AppliesTo == "all"
        ? PriceScope.All
        : Spelling.Kind(AppliesTo) is { } kind ? PriceScope.Of(kind) : PriceScope.Of(new ProvisionId(AppliesTo));

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.ExactlyOne(Factor is not null, "factor", Pounds is not null, "pounds"),
        .. ChangeChecks.NotNegative(Factor, "factor"),
        .. ChangeChecks.NotNegative(Pounds?.Value, "pounds"),
        .. Year(planningCase, From, "from"),
        .. Until is { } until ? Year(planningCase, until, "until").Concat(ChangeChecks.InOrder(From, until, until < From)) : [],
        .. KnownScope(planningCase) ? OfScope(planningCase) : UnknownScope(planningCase),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase)
    {
        PriceScope? source = Source(planningCase);
        IEnumerable<KeyValuePair<(PriceItem, PriceScope, FinancialYear), Pounds>> prices = planningCase.Horizon.FinancialYears
            .Select(year => (Year: year, Old: Stated(planningCase, source, year)))
            .Select(price => KeyValuePair.Create((Item, Scope, price.Year), Touches(price.Year) ? Pounds ?? (price.Old!.Value * Factor!.Value) : price.Old!.Value));
        return planningCase with { Prices = new PriceList(planningCase.Prices.Prices.SetItems(prices)) };
    }

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => planningCase.Horizon.FinancialYears.Where(Touches).Select(year =>
        new KeyedValue(CaseKey.Price(Item, Scope, year), Stated(planningCase, Source(planningCase), year)?.ToString() ?? "not stated"));

    private static IEnumerable<Finding> Year(PlanningCase planningCase, FinancialYear year, string key)
    {
        IReadOnlyList<FinancialYear> years = planningCase.Horizon.FinancialYears;
        if (!years.Contains(year))
        {
            yield return Finding.Error(
                "year-outside-horizon", $"The financial year must be one that the plan touches, {years[0]} to {years[^1]}.", key: key, value: $"{year}");
        }
    }

    private bool Touches(FinancialYear year) => year >= From && !(year > Until);

    private bool KnownScope(PlanningCase planningCase) => Scope.Provision is not { } provision || planningCase.HasProvision(provision);

    private IEnumerable<Finding> UnknownScope(PlanningCase planningCase)
    {
        IEnumerable<string> known =
            ["all", .. Enum.GetValues<ProvisionKind>().Select(Spelling.Of), .. planningCase.Provisions.Select(provision => provision.Id.Value)];
        yield return Finding.Error(
            "unknown-price-scope", "This is neither 'all' nor a kind of provision nor the id of a provision of the case.", key: "applies-to", value: AppliesTo,
            maybe: NearMiss.Sentence(AppliesTo, known));
    }

    private IEnumerable<Finding> OfScope(PlanningCase planningCase)
    {
        PriceScope? source = Source(planningCase);
        IEnumerable<FinancialYear> needed = planningCase.Horizon.FinancialYears.Where(year => Factor is not null || !Touches(year));
        if (needed.Any(year => Stated(planningCase, source, year) is null))
        {
            yield return Finding.Error(
                "price-not-stated", $"The case does not state {Spelling.Of(Item)} for {AppliesTo}, so there is nothing to change.",
                key: "item", value: Spelling.Of(Item),
                maybe: Factor is null ? "set it for every financial year of the plan." : null);
        }
    }

    private PriceScope? Source(PlanningCase planningCase)
    {
        ProvisionKind? kind = Scope.Provision is { } id && planningCase.HasProvision(id) ? planningCase.Provision(id).Kind : null;
        PriceScope?[] scopes = [Scope, kind is { } known ? PriceScope.Of(known) : null, PriceScope.All];
        return scopes.FirstOrDefault(scope => scope is { } stated && planningCase.Prices.Prices.Keys.Any(key => key.Item == Item && key.Scope == stated));
    }

    private Pounds? Stated(PlanningCase planningCase, PriceScope? source, FinancialYear year) =>
        source is { } scope && planningCase.Prices.Prices.TryGetValue((Item, scope, year), out Pounds price) ? price : null;
}
