using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Limits how many plans one mainstream setting has.</summary>
[ChangeName("even-out-mainstream")]
[Description("Limits how many of the authority's pupils one mainstream setting has: as a multiple of the mean over settings open that year, or a number.")]
public sealed record EvenOutMainstream(
    [property: Description("Most, as a multiple of the mean, above 0.")] decimal? TimesMean = null,
    [property: Description("Most pupils, at least 0.")] int? Most = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.ExactlyOne(TimesMean is not null, "times-mean", Most is not null, "most"),
        .. ChangeChecks.NotNegative(Most, "most"),
        .. TimesMean <= 0 ? [Finding.Error("out-of-range", "A multiple above 0 is wanted.", key: "times-mean", value: FormattableString.Invariant($"{TimesMean}"))] : Array.Empty<Finding>(),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Limits = planningCase.Limits with { Evenness = new EvennessLimit(TimesMean, Most) } };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => [new(CaseKey.Evenness, CaseValue.Evenness(planningCase.Limits.Evenness))];
}
