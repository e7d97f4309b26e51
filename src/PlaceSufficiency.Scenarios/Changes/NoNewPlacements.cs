using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Places nobody new in a provision, or in a kind of provision, from a year on. Placements made before stand.</summary>
[ChangeName("no-new-placements")]
[Description("Places nobody new in a provision, or in a kind of provision, from a year on; placements made before stand.")]
public sealed record NoNewPlacements(
    [property: Description("First academic year in which nobody new is placed.")] AcademicYear From,
    [property: Description("The kind of provision; give this or the provision.")] ProvisionKind? Kind = null,
    [property: Description("The provision; give this or the kind.")] ProvisionId? Provision = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.ExactlyOne(Kind is not null, "kind", Provision is not null, "provision"),
        .. Kind is { } kind ? ChangeChecks.KindInUse(planningCase, kind, "kind") : [],
        .. Provision is { } provision ? ChangeChecks.KnownProvision(planningCase, provision) : [],
        .. ChangeChecks.PlannedYear(planningCase, From, "from"),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => Touched(planningCase)
        .Aggregate(planningCase, (changed, id) => changed.WithProvision(id, provision => provision with { NoNewPlacementsFrom = From }));

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => Touched(planningCase).Select(id =>
        CaseValue.OfProvision(planningCase, id, "no-new-placements-from", provision => CaseValue.Text(provision.NoNewPlacementsFrom, "never")));

    private IEnumerable<ProvisionId> Touched(PlanningCase planningCase) => Provision is { } one
        ? [one]
        : planningCase.Provisions.Where(provision => provision.Kind == Kind).Select(provision => provision.Id);
}
