using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Says how many of some schemes may open: "three of these schools".</summary>
[ChangeName("limit-schemes")]
[Description("Says how many of some schemes may open, committed ones included: 'three of these schools'.")]
public sealed record LimitSchemes(
    [property: Description("Name of the group; a group that the case has already is replaced.")] string Group,
    [property: Description("The schemes of the group.")] ImmutableArray<SchemeId> Schemes,
    [property: Description("Most that open; left out, any number.")] int? AtMost = null,
    [property: Description("Fewest that open; left out, none need.")] int? AtLeast = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.NotEmpty(Schemes.IsEmpty, "schemes"),
        .. Schemes.SelectMany(scheme => ChangeChecks.KnownScheme(planningCase, scheme)),
        .. ChangeChecks.NotNegative(AtMost, "at-most"),
        .. ChangeChecks.NotNegative(AtLeast, "at-least"),
        .. AtLeast > (AtMost ?? Schemes.Length) || AtLeast > Schemes.Length
            ? [Finding.Error("group-size", "So many cannot open.", key: "at-least", value: $"{AtLeast}")]
            : Enumerable.Empty<Finding>(),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        SchemeGroups = [.. planningCase.SchemeGroups.Where(group => group.Name != Group).Append(new SchemeGroup(Group, AtLeast ?? 0, AtMost)).OrderBy(group => group.Name, StringComparer.Ordinal)],
        Schemes = [.. planningCase.Schemes.Select(scheme => scheme with
        {
            Groups = [.. scheme.Groups.Where(group => group != Group).Concat(Schemes.Contains(scheme.Id) ? [Group] : []).Order(StringComparer.Ordinal)],
        })],
    };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => [CaseValue.SchemeGroup(planningCase, Group)];
}
