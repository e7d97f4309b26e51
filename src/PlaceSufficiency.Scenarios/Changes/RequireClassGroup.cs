using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>States the fewest pupils with whom a provision runs.</summary>
[ChangeName("require-class-group")]
[Description("States the fewest of the authority's pupils at a provision in each planned year in which it is open.")]
public sealed record RequireClassGroup(
    [property: Description("The provision.")] ProvisionId Provision,
    [property: Description("Fewest pupils, at least 1.")] int Pupils) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.KnownProvision(planningCase, Provision),
        .. Pupils < 1 ? [Finding.Error("out-of-range", "A class group has at least one pupil.", key: "pupils", value: $"{Pupils}")] : Array.Empty<Finding>(),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Limits = planningCase.Limits with { ClassGroups = planningCase.Limits.ClassGroups.SetItem(Provision, Pupils) } };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        [new(CaseKey.ClassGroup(Provision), planningCase.Limits.ClassGroups.TryGetValue(Provision, out int pupils) ? $"{pupils}" : "any number")];
}
