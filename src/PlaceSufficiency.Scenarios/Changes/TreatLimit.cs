using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>States what a kind of limit does.</summary>
[ChangeName("treat-limit")]
[Description("States what a kind of limit does: hard, priced or off.")]
public sealed record TreatLimit(
    [property: Description("The kind of limit.")] LimitKind Limit,
    [property: Description("hard, priced or off.")] LimitMode Mode,
    [property: Description("Pounds for each pupil-year, or for each pound, by which a priced limit gives.")] Pounds? Price = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase)
    {
        List<Finding> findings = [.. ChangeChecks.NotNegative(Price?.Value, "price")];
        if (Limit is LimitKind.YearGroupPlaces or LimitKind.ReviewedMoves)
        {
            findings.Add(Finding.Error("limit-always-hard", "Places of year groups and shares of reviews always hold.", key: "limit", value: Spelling.Of(Limit)));
        }

        if ((Mode == LimitMode.Priced) != (Price is not null) || (new LimitKey(Limit).IsMoney && Price is { } price && price.Pence % 100 != 0))
        {
            findings.Add(Finding.Error("limit-price", "A priced limit states a price, in whole pounds for each pound, and no other does.", key: "price", value: $"{Price}"));
        }

        return findings;
    }

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Limits = planningCase.Limits with { Treatments = planningCase.Limits.Treatments.SetItem(Limit, new LimitTreatment(Mode, Price ?? Pounds.Zero)) } };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        [new(CaseKey.Treatment(Limit), CaseValue.Treatment(planningCase.Limits.TreatmentOf(Limit)))];
}
