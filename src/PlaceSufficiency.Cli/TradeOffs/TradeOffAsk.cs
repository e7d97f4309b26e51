using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.TradeOffs;

namespace PlaceSufficiency.Cli.TradeOffs;

/// <summary>A curve that is asked for.</summary>
/// <param name="Along">Key of the limit: "capital.total".</param>
/// <param name="Range">Its values.</param>
/// <param name="Against">The aim.</param>
/// <param name="Solver">What finds the plans; null for what the case says.</param>
/// <param name="Limit">Longest time for each point; null for as long as it needs.</param>
internal sealed record TradeOffAsk(string Along, TradeOffRange Range, ObjectiveTier Against, SolverChoice? Solver, TimeSpan? Limit)
{
    /// <summary>The aims that a curve can be against: all that a scenario can state.</summary>
    internal static readonly ObjectiveTier[] Aims = [.. Enum.GetValues<ObjectiveTier>().Except([ObjectiveTier.LimitPupils, ObjectiveTier.LimitSpend])];

    /// <summary>The case at a point. An aim that the case does not have comes right before cost: no pupil goes without a place for its sake, and money follows.</summary>
    internal PlanningCase Aimed(PlanningCase planningCase) => planningCase with
    {
        Solver = Solver ?? planningCase.Solver,
        Objective = planningCase.Objective.Contains(Against) ? planningCase.Objective
            : planningCase.Objective.IndexOf(ObjectiveTier.Cost) is var cost and >= 0 ? planningCase.Objective.Insert(cost, Against)
            : planningCase.Objective.Add(Against),
    };

    /// <summary>Everything that is wrong with the ask itself; the limit it names is null where it is none.</summary>
    internal TradeOffLimit? Check(List<Finding> findings)
    {
        TradeOffLimit? limit = null;
        try
        {
            limit = TradeOffLimit.Of(Along);
        }
        catch (FindingsException exception)
        {
            findings.AddRange(exception.Findings);
        }

        findings.AddRange(Range.Check(limit?.IsMoney ?? true));
        return limit;
    }

    /// <summary>The aim of that spelling.</summary>
    internal static ObjectiveTier AimOf(string text) => Aims.First(aim => Spelling.Of(aim) == text);
}
