using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Sets the plans that the forecast must reach in each planned year, by growth or year by year.</summary>
[ChangeName("set-totals")]
[Description("Sets the plans that the forecast must reach in each planned year: give growth or stated.")]
public sealed record SetTotals(
    [property: Description("Growth at yearly rates from the plans of the base year.")] TotalsGrowth? Growth = null,
    [property: Description("Plans by academic year.")] ImmutableSortedDictionary<AcademicYear, int>? Stated = null) : ScenarioChange
{
    private TotalsRule Rule => new(Growth, Stated);

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) => Rule.Check(planningCase);

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Demand = planningCase.Demand with { StatedTotals = Rule.Totals } };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => planningCase.Horizon.PlannedYears.Select(year => new KeyedValue(
        CaseKey.Totals(year),
        planningCase.Demand.StatedTotals.TryGetValue(year, out int plans) ? $"{plans}" : "not stated"));
}
