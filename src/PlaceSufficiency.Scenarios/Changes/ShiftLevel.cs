using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Calls a share of the pupils of one level of provision to another, when their level is decided: on joining and at phase transfers.</summary>
[ChangeName("shift-level")]
[Description("Calls a share of pupils from one level of provision to another, when they join or transfer to another phase.")]
public sealed record ShiftLevel(
    [property: Description("Level that loses the share.")] ProvisionLevel From,
    [property: Description("Level that gains it.")] ProvisionLevel To,
    [property: Share, Description("Share of the level, 0 to 1 or 0% to 100%.")] decimal Share,
    [property: Description("First academic year in which it applies.")] AcademicYear Starting,
    [property: Description("Primary needs; left out, all.")] NeedSet? Needs = null,
    [property: Description("Phases; left out, all.")] ImmutableArray<Phase>? Phases = null,
    [property: Description("Sexes; left out, both.")] SexAdmitted? Sex = null) : ScenarioChange
{
    private LevelShift Shift => new(
        From, To, Share, Needs ?? NeedSet.All, [.. Phases ?? [.. Enum.GetValues<Phase>()]], Sex ?? SexAdmitted.Mixed, Starting);

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.IsShare(Share, "share"),
        .. From == To
            ? [Finding.Error("same-level", "The level that gains is the level that loses.", key: "to", value: Spelling.Of(To))]
            : Enumerable.Empty<Finding>(),
        .. ChangeChecks.NotEmpty(Needs?.IsEmpty, "needs"),
        .. ChangeChecks.NotEmpty(Phases?.IsEmpty, "phases"),
        .. ChangeChecks.PlannedYear(planningCase, Starting, "starting"),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Demand = planningCase.Demand with { LevelShifts = planningCase.Demand.LevelShifts.Add(Shift) } };

    /// <summary>One line for all needs and phases together.</summary>
    public override IReadOnlyList<KeyChange> Log(PlanningCase planningCase) =>
    [
        new(
            $"levels/{Shift.Needs}/{string.Join(';', Shift.Phases.Select(Spelling.Of))}/{Spelling.Of(Shift.Sex)}/{Starting} on",
            Spelling.Of(From), string.Create(null, $"{Share * 100:0.##}% to {Spelling.Of(To)}")),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        from need in Shift.Needs
        from phase in Shift.Phases
        from sex in Enum.GetValues<Sex>()
        where Shift.Sex == SexAdmitted.Mixed || Shift.Sex == (sex == Domain.Pupils.Sex.Female ? SexAdmitted.Girls : SexAdmitted.Boys)
        select new KeyedValue($"levels/{need}/{Spelling.Of(phase)}/{Spelling.Of(sex)}/{Spelling.Of(From)}", string.Empty);
}
