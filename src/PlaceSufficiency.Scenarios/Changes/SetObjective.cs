using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>States what the plan minimises, first things first.</summary>
[ChangeName("set-objective")]
[Description("States what the plan minimises, first things first; unplaced comes first.")]
public sealed record SetObjective(
    [property: Description("The tiers in order, each at most once, unplaced first.")] ImmutableArray<ObjectiveTier> Tiers) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase)
    {
        List<Finding> findings = [];
        if (Tiers is not [ObjectiveTier.Unplaced, ..])
        {
            findings.Add(Finding.Error("unplaced-first", "The first tier must be unplaced: no price may buy an unplaced pupil.", key: "tiers"));
        }

        findings.AddRange(Tiers.Where(tier => tier is ObjectiveTier.LimitPupils or ObjectiveTier.LimitSpend)
            .Select(tier => Finding.Error("tier-of-limits", "What hard limits give by is minimised first by itself; the objective does not name it.", key: "tiers", value: Spelling.Of(tier))));
        findings.AddRange(Tiers.CountBy(tier => tier).Where(count => count.Value > 1)
            .Select(count => Finding.Error("duplicate-tier", "The tier stands twice.", key: "tiers", value: Spelling.Of(count.Key))));
        findings.AddRange(planningCase.Tolerances.Keys.Except(Tiers)
            .Select(tier => Finding.Error("tier-not-minimised", "The case tolerates this tier to become worse, but it is no longer minimised.", key: "tiers", value: Spelling.Of(tier))));
        return findings;
    }

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with { Objective = Tiers };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        [new(CaseKey.Objective, string.Join(", ", planningCase.Objective.Select(Spelling.Of)))];
}
