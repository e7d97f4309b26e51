using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Closes a provision: whoever is there then is placed anew.</summary>
[ChangeName("close-provision")]
[Description("Closes a provision; pupils who are there then are placed anew.")]
public sealed record CloseProvision(
    [property: Description("The provision.")] ProvisionId Provision,
    [property: Description("First academic year in which it no longer exists.")] AcademicYear From) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.KnownProvision(planningCase, Provision),
        .. ChangeChecks.PlannedYear(planningCase, From, "from"),
        .. planningCase.Provisions.Where(provision => provision.Id == Provision && From <= provision.Opens)
            .Select(provision => Finding.Error("closes-before-opening", $"{Provision} opens in {provision.Opens}.", key: "from", value: $"{From}")),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase.WithProvision(Provision, provision => provision with { Closes = From });

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        [CaseValue.OfProvision(planningCase, Provision, "closes", provision => CaseValue.Text(provision.Closes, "never"))];
}
