using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Limits the pupils in independent and non-maintained special schools. Pupils who are there already may stay.</summary>
[ChangeName("cap-inmss")]
[Description("Limits the pupils in independent and non-maintained special schools; pupils who are there already may stay.")]
public sealed record CapInmss(
    [property: Description("Most pupils in each of the years, at least 0.")] int Pupils,
    [property: Description("First academic year with this limit.")] AcademicYear From,
    [property: Description("Last academic year with this limit; left out, it stays.")] AcademicYear? Until = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
        [.. ChangeChecks.NotNegative(Pupils, "pupils"), .. ChangeChecks.PlannedSpan(planningCase, From, Until)];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Limits = planningCase.Limits with
        {
            InmssPupils = planningCase.Limits.InmssPupils.SetItems(
                CaseKey.Span(planningCase, From, Until).Select(year => KeyValuePair.Create(year, Pupils))),
        },
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => CaseKey.Span(planningCase, From, Until).Select(year => new KeyedValue(
        CaseKey.InmssLimit(year),
        planningCase.Limits.InmssPupils.TryGetValue(year, out int limit) ? $"{limit}" : "no limit"));
}
