using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>States what a pupil-year without a place counts for where the plan calls for a level.</summary>
[ChangeName("weigh-unplaced")]
[Description("States what a pupil-year without a place counts for in the unplaced tier where the plan calls for a level.")]
public sealed record WeighUnplaced(
    [property: Description("Level called for.")] ProvisionLevel Level,
    [property: Description("What each pupil-year counts for, a whole number from 1 to 1000.")] int Weight) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) => Weight is < 1 or > 1000
        ? [Finding.Error("out-of-range", "A weight is from 1 to 1000.", key: "weight", value: $"{Weight}")]
        : [];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { UnplacedWeights = planningCase.UnplacedWeights.SetItem(Level, Weight) };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        [new(CaseKey.UnplacedWeight(Level), $"{planningCase.UnplacedWeight(Level)}")];
}
