using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Opens a capital scheme in a September of the plan, or moves it there.</summary>
[ChangeName("open-scheme")]
[Description("Opens a capital scheme, or moves its opening.")]
public sealed record OpenScheme(
    [property: Description("The scheme.")] SchemeId Scheme,
    [property: Description("Academic year in whose September it opens.")] AcademicYear Opens) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.KnownScheme(planningCase, Scheme),
        .. ChangeChecks.PlannedYear(planningCase, Opens, "opens", "scheme-opens-outside-horizon"),
        .. planningCase.Schemes.Where(scheme => scheme.Id == Scheme).SelectMany(scheme => Places(planningCase, scheme)),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Schemes = [.. planningCase.Schemes.Select(scheme => scheme.Id == Scheme ? scheme with { Opens = Opens, Candidate = null } : scheme)],
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => [CaseValue.SchemeOpens(planningCase, Scheme)];

    private IEnumerable<Finding> Places(PlanningCase planningCase, CapitalScheme scheme)
    {
        if (scheme.Years.All(step => step.Places is null or <= 0))
        {
            yield return Finding.Error("scheme-without-places", "The scheme adds no places in any year.", key: "scheme", value: Scheme.Value);
        }
        else if (planningCase.HasProvision(scheme.Provision) && !planningCase.Provision(scheme.Provision).IsOpenIn(Opens))
        {
            yield return Finding.Warning(
                "scheme-of-closed-provision", $"{scheme.Provision} is not open in {Opens}, so the scheme's places are of no use then.",
                key: "opens", value: $"{Opens}");
        }
    }
}
