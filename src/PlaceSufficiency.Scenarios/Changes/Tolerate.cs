using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Lets a tier become worse than its best while later tiers are minimised.</summary>
[ChangeName("tolerate")]
[Description("Lets a tier become worse than the best value reached while later tiers are minimised: by a share of it, a number of units, or both.")]
public sealed record Tolerate(
    [property: Description("The tier.")] ObjectiveTier Tier,
    [property: Description("Share of the best value, rounded down to whole units.")][property: Share] decimal? Share = null,
    [property: Description("Units of the tier: pupil-years, moves, minutes, or pounds.")] int? Units = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.IsShare(Share ?? 0, "share"),
        .. ChangeChecks.NotNegative(Units, "units"),
        .. planningCase.Objective.Contains(Tier)
            ? Array.Empty<Finding>()
            : [Finding.Error("tier-not-minimised", "The objective does not name this tier, so there is nothing to hold.", key: "tier", value: Spelling.Of(Tier))],
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Tolerances = planningCase.Tolerances.SetItem(Tier, TierTolerance.Of(Tier, Share ?? 0, Units ?? 0)) };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        [new(CaseKey.Tolerance(Tier), planningCase.Tolerances.TryGetValue(Tier, out TierTolerance? known) ? CaseValue.Tolerance(known) : "none")];
}
