using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Limits what independent and non-maintained special schools cost in an academic year.</summary>
[ChangeName("limit-inmss-spend")]
[Description("Limits fees, top-ups and place funding of independent and non-maintained special schools by academic year; where it cannot hold, by how little it gives is found first.")]
public sealed record LimitInmssSpend(
    [property: Description("Most in each of the years, at least 0.")] Pounds Pounds,
    [property: Description("First academic year with this limit.")] AcademicYear From,
    [property: Description("Last academic year with this limit; left out, it stays.")] AcademicYear? Until = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
        [.. ChangeChecks.NotNegative(Pounds.Value, "pounds"), .. ChangeChecks.PlannedSpan(planningCase, From, Until)];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Limits = planningCase.Limits with
        {
            InmssSpend = planningCase.Limits.InmssSpend.SetItems(CaseKey.Span(planningCase, From, Until).Select(year => KeyValuePair.Create(year, Pounds))),
        },
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => CaseKey.Span(planningCase, From, Until).Select(year => new KeyedValue(
        CaseKey.InmssSpend(year), planningCase.Limits.InmssSpend.TryGetValue(year, out Pounds limit) ? $"{limit}" : "no limit"));
}
