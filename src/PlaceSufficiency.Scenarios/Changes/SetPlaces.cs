using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Sets the places of a provision, whatever earlier layers state. Schemes come on top.</summary>
[ChangeName("set-places")]
[Description("Sets the places of a provision; schemes come on top.")]
public sealed record SetPlaces(
    [property: Description("The provision.")] ProvisionId Provision,
    [property: Description("Places in each of the years, at least 0.")] int Places,
    [property: Description("First academic year with this many places.")] AcademicYear From,
    [property: Description("Last academic year with this many places; left out, they stay.")] AcademicYear? Until = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.KnownProvision(planningCase, Provision),
        .. ChangeChecks.PlannedSpan(planningCase, From, Until),
        .. ChangeChecks.NotNegative(Places, "places"),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Places = planningCase.Places.With(Provision, CaseKey.Span(planningCase, From, Until), (_, _) => Places),
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => CaseKey.Span(planningCase, From, Until)
        .Select(year => new KeyedValue(CaseKey.Places(Provision, year), $"{planningCase.Places[Provision, year]}"));
}
