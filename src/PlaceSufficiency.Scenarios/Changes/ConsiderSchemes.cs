using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Leaves it to the plan whether and when schemes open.</summary>
[ChangeName("consider-schemes")]
[Description("Leaves it to the plan whether and when schemes open: they become candidates.")]
public sealed record ConsiderSchemes(
    [property: Description("The schemes.")] ImmutableArray<SchemeId> Schemes,
    [property: Description("First academic year in whose September they may open; left out, the first planned year.")] AcademicYear? Earliest = null,
    [property: Description("Last academic year in whose September they may open; left out, the last planned year.")] AcademicYear? Latest = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.NotEmpty(Schemes.IsEmpty, "schemes"),
        .. Schemes.SelectMany(scheme => ChangeChecks.KnownScheme(planningCase, scheme)),
        .. Earliest is { } from ? ChangeChecks.PlannedYear(planningCase, from, "earliest") : [],
        .. Latest is { } until ? ChangeChecks.PlannedYear(planningCase, until, "latest") : [],
        .. Latest < Earliest
            ? [Finding.Error("latest-before-earliest", $"They may open from {Earliest}, so not at the latest before.", key: "latest", value: $"{Latest}")]
            : Enumerable.Empty<Finding>(),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Schemes = [.. planningCase.Schemes.Select(scheme => Schemes.Contains(scheme.Id)
            ? scheme with { Opens = null, Candidate = new OpeningWindow(Earliest ?? planningCase.Horizon.PlannedYears[0], Latest ?? planningCase.Horizon.LastYear) }
            : scheme)],
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => Schemes.Select(scheme => CaseValue.SchemeOpens(planningCase, scheme));
}
