using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Adds places to a provision, or takes places away, on top of what earlier layers state. Schemes come on top.</summary>
[ChangeName("add-places")]
[Description("Adds places to a provision, or takes places away when negative.")]
public sealed record AddPlaces(
    [property: Description("The provision.")] ProvisionId Provision,
    [property: Description("Places added in each of the years; negative takes places away.")] int Places,
    [property: Description("First academic year with the added places.")] AcademicYear From,
    [property: Description("Last academic year with the added places; left out, they stay.")] AcademicYear? Until = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.KnownProvision(planningCase, Provision),
        .. ChangeChecks.PlannedSpan(planningCase, From, Until),
        .. Negative(planningCase),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Places = planningCase.Places.With(Provision, CaseKey.Span(planningCase, From, Until), (_, places) => places + Places),
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => CaseKey.Span(planningCase, From, Until)
        .Select(year => new KeyedValue(CaseKey.Places(Provision, year), $"{planningCase.Places[Provision, year]}"));

    private IEnumerable<Finding> Negative(PlanningCase planningCase)
    {
        AcademicYear[] shortOf = [.. CaseKey.Span(planningCase, From, Until).Where(year => planningCase.Places[Provision, year] + Places < 0)];
        if (shortOf.Length > 0 && planningCase.HasProvision(Provision))
        {
            int before = planningCase.Places[Provision, shortOf[0]];
            yield return Finding.Error(
                "negative-places", $"{Provision} has {before} places in {shortOf[0]} (schemes apart), which would become {before + Places}.",
                key: "places", value: $"{Places}");
        }
    }
}
