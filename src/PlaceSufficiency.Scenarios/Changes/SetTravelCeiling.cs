using System.ComponentModel;
using NodaTime;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Sets the longest journey allowed for a phase: nobody new is placed beyond it.</summary>
[ChangeName("set-travel-ceiling")]
[Description("Sets the longest journey allowed for a phase: nobody new is placed beyond it.")]
public sealed record SetTravelCeiling(
    [property: Description("The phase.")] Phase Phase,
    [property: Description("Longest one-way journey in minutes, above 0.")] int Minutes) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) => Minutes > 0
        ? []
        : [Finding.Error("travel-ceiling-not-positive", "The longest journey must be above 0 minutes.", key: "minutes", value: $"{Minutes}")];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Travel = planningCase.Travel with { Ceiling = planningCase.Travel.Ceiling.SetItem(Phase, Duration.FromMinutes(Minutes)) },
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
    [
        new(
            CaseKey.TravelCeiling(Phase),
            planningCase.Travel.Ceiling.TryGetValue(Phase, out Duration ceiling) ? CaseValue.Minutes(ceiling) : "not stated"),
    ];
}
