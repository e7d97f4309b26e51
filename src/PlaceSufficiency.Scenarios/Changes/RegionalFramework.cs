using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Changes the fees of independent and non-maintained special schools by a share: what a framework agreed with other authorities achieves.</summary>
[ChangeName("regional-framework")]
[Description("Changes the fees of independent and non-maintained special schools by a share from a financial year on: of all, or of those designated for one of some needs.")]
public sealed record RegionalFramework(
    [property: Share, Description("Change of fees as a share above -1: -5% for five percent less.")] decimal Change,
    [property: Description("First financial year with the changed fees.")] FinancialYear From,
    [property: Description("Needs: schools designated for at least one of them; left out, all schools.")] NeedSet? Needs = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. Change <= -1 ? [Finding.Error("out-of-range", "Fees cannot fall by all of them or more.", key: "change", value: FormattableString.Invariant($"{Change}"))] : Array.Empty<Finding>(),
        .. ChangeChecks.NotEmpty(Needs?.IsEmpty, "needs"),
        .. planningCase.Horizon.FinancialYears.Contains(From)
            ? Array.Empty<Finding>()
            : [Finding.Error("year-outside-horizon", $"The financial year must be one that the plan touches, {planningCase.Horizon.FinancialYears[0]} to {planningCase.Horizon.FinancialYears[^1]}.", key: "from", value: $"{From}")],
        .. Schools(planningCase).Any()
            ? Array.Empty<Finding>()
            : [Finding.Error("nothing-to-change", "No independent or non-maintained special school of the case with a fee is designated for these needs.", key: "needs", value: $"{Needs}")],
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Prices = new PriceList(planningCase.Prices.Prices.SetItems(
            from school in Schools(planningCase)
            from year in planningCase.Horizon.FinancialYears
            let fee = planningCase.Prices[PriceItem.Fee, school, year]
            select KeyValuePair.Create((PriceItem.Fee, PriceScope.Of(school.Id), year), year < From ? fee : new Pounds(fee.Value * (1 + Change)).ToPence()))),
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        from school in Schools(planningCase)
        from year in planningCase.Horizon.FinancialYears
        where year >= From
        select new KeyedValue(CaseKey.Price(PriceItem.Fee, PriceScope.Of(school.Id), year), $"{planningCase.Prices[PriceItem.Fee, school, year]}");

    private IEnumerable<Provision> Schools(PlanningCase planningCase) => planningCase.Provisions.Where(provision =>
        provision.Kind == ProvisionKind.Inmss && planningCase.Prices.ScopeOf(PriceItem.Fee, provision) is not null
        && (Needs is not { } needs || Enum.GetValues<PrimaryNeed>().Any(need => needs.Contains(need) && provision.Designation.Needs.Contains(need))));
}
