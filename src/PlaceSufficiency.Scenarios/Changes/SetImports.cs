using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Sets how many places of a provision other authorities' pupils take.</summary>
[ChangeName("set-imports")]
[Description("Sets how many places of a provision other authorities' pupils take.")]
public sealed record SetImports(
    [property: Description("The provision.")] ProvisionId Provision,
    [property: Description("Other authorities' pupils in each of the years, at least 0.")] int Pupils,
    [property: Description("First academic year with this many.")] AcademicYear From,
    [property: Description("Last academic year with this many; left out, they stay.")] AcademicYear? Until = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.KnownProvision(planningCase, Provision),
        .. ChangeChecks.PlannedSpan(planningCase, From, Until),
        .. ChangeChecks.NotNegative(Pupils, "pupils"),
        .. MoreThanPlaces(planningCase),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Imports = planningCase.Imports.With(Provision, CaseKey.Span(planningCase, From, Until), (_, _) => Pupils),
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => CaseKey.Span(planningCase, From, Until)
        .Select(year => new KeyedValue(CaseKey.Imports(Provision, year), $"{planningCase.Imports[Provision, year]}"));

    private IEnumerable<Finding> MoreThanPlaces(PlanningCase planningCase)
    {
        if (!planningCase.HasProvision(Provision))
        {
            yield break;
        }

        Provision provision = planningCase.Provision(Provision);
        foreach (AcademicYear year in CaseKey.Span(planningCase, From, Until).Where(year => Pupils > planningCase.PlacesIn(provision, year)).Take(1))
        {
            yield return Finding.Warning(
                "imports-exceed-places", $"{Provision} has {planningCase.PlacesIn(provision, year)} places in {year}, so none is left for residents.",
                key: "pupils", value: $"{Pupils}");
        }
    }
}
