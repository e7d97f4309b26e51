using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Limits the capital of all schemes that open, committed ones included.</summary>
[ChangeName("limit-capital")]
[Description("Limits the capital of all schemes that open, committed ones included: of a financial year, or in all.")]
public sealed record LimitCapital(
    [property: Description("Most capital, at least 0.")] Pounds Pounds,
    [property: Description("The financial year; left out, all years together.")] FinancialYear? Year = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) => [.. ChangeChecks.NotNegative(Pounds.Value, "pounds")];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Limits = Year is { } year
            ? planningCase.Limits with { Capital = planningCase.Limits.Capital.SetItem(year, Pounds) }
            : planningCase.Limits with { CapitalTotal = Pounds },
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
    [
        Year is { } year
            ? new(CaseKey.CapitalLimit($"{year}"), planningCase.Limits.Capital.TryGetValue(year, out Pounds limit) ? $"{limit}" : "no limit")
            : new(CaseKey.CapitalLimit("total"), planningCase.Limits.CapitalTotal?.ToString() ?? "no limit"),
    ];
}
