using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Does without a capital scheme: neither its places nor its capital count.</summary>
[ChangeName("drop-scheme")]
[Description("Does without a capital scheme: neither its places nor its capital count.")]
public sealed record DropScheme([property: Description("The scheme.")] SchemeId Scheme) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) => [.. ChangeChecks.KnownScheme(planningCase, Scheme)];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Schemes = [.. planningCase.Schemes.Select(scheme => scheme.Id == Scheme ? scheme with { Opens = null, Candidate = null } : scheme)],
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => [CaseValue.SchemeOpens(planningCase, Scheme)];
}
