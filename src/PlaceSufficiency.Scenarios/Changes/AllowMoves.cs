using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Lets pupils leave a kind of provision although their placement still fits, at the price of a move.</summary>
[ChangeName("allow-moves")]
[Description("Lets pupils leave a kind of provision although their placement still fits, at the price of a move; of those who were there the year before, all or a stated share a year.")]
public sealed record AllowMoves(
    [property: Description("Kind of provision they may leave.")] ProvisionKind FromKind,
    [property: Description("First academic year in which they may.")] AcademicYear Starting,
    [property: Description("Most that move in a year, as a share of those who were there the year before: the reviews that end in a move. Left out, any number.")]
    [property: Share] decimal? Share = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.KindInUse(planningCase, FromKind, "from-kind"),
        .. ChangeChecks.PlannedYear(planningCase, Starting, "starting"),
        .. ChangeChecks.IsShare(Share ?? 0, "share"),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Moves = [.. planningCase.Moves.Where(rule => rule.FromKind != FromKind), new MoveRule(FromKind, Starting) { Share = Share }] };

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        [new(CaseKey.Moves(FromKind), CaseValue.Moves(planningCase.Moves.Where(rule => rule.FromKind == FromKind).MinBy(rule => rule.Starting)))];
}
