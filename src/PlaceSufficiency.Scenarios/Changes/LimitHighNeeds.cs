using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Limits what planned years charge to the high needs block of a financial year.</summary>
[ChangeName("limit-high-needs")]
[Description("Limits what planned years charge to the high needs block of a financial year: place funding, top-ups and fees. The first and last hold part of an academic year only.")]
public sealed record LimitHighNeeds(
    [property: Description("The financial year.")] FinancialYear Year,
    [property: Description("Most, at least 0.")] Pounds Pounds) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.NotNegative(Pounds.Value, "pounds"),
        .. planningCase.Horizon.FinancialYears.Contains(Year)
            ? Array.Empty<Finding>()
            : [Finding.Error("year-outside-horizon", $"The financial year must be one that the plan touches, {planningCase.Horizon.FinancialYears[0]} to {planningCase.Horizon.FinancialYears[^1]}.", key: "year", value: $"{Year}")],
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Limits = planningCase.Limits with { HighNeeds = planningCase.Limits.HighNeeds.SetItem(Year, Pounds) } };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        [new(CaseKey.HighNeeds(Year), planningCase.Limits.HighNeeds.TryGetValue(Year, out Pounds limit) ? $"{limit}" : "no limit")];
}
