using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Lets pupils leave a kind of provision although their placement still fits, at the price of a move.</summary>
[ChangeName("allow-moves")]
[Description("Lets pupils leave a kind of provision although their placement still fits, at the price of a move.")]
public sealed record AllowMoves(
    [property: Description("Kind of provision they may leave.")] ProvisionKind FromKind,
    [property: Description("First academic year in which they may.")] AcademicYear Starting) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
        [.. ChangeChecks.KindInUse(planningCase, FromKind, "from-kind"), .. ChangeChecks.PlannedYear(planningCase, Starting, "starting")];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Moves = [.. planningCase.Moves.Where(rule => rule.FromKind != FromKind), new MoveRule(FromKind, Starting)] };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
    [
        new(
            CaseKey.Moves(FromKind),
            planningCase.Moves.Where(rule => rule.FromKind == FromKind).Select(rule => $"{rule.Starting}").Order(StringComparer.Ordinal).FirstOrDefault("never")),
    ];
}
