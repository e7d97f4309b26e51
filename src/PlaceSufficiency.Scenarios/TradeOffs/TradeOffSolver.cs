using PlaceSufficiency.Allocation;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Scenarios.TradeOffs;

/// <summary>How a point of a curve came about.</summary>
public enum TradeOffStep
{
    /// <summary>A plan is being made for it.</summary>
    Placing,

    /// <summary>The plan of the looser point takes no more than the tighter limit, so nothing was solved.</summary>
    Stands,

    /// <summary>The plan of the tighter point is better than the one that was made for it.</summary>
    Adopted,
}

/// <summary>A point that came to nothing.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Reason">Why, one sentence.</param>
/// <param name="Findings">What the audit found, where that is why.</param>
public sealed record FailedPoint(decimal Limit, string Reason, IReadOnlyList<Finding> Findings);

/// <summary>
/// Solves a curve from its loosest point to its tightest. Every point is one audited plan; its looser neighbour's plan serves it where it can, and in the end it
/// takes over what its tighter neighbour found. Prices of a neighbour, as futures of a batch start from those of their central forecast, are no start here: four
/// limits on INMSS of a city, one pupil apart, took 160 s from them and 103 s without, since plans that they did not prove were made again.
/// </summary>
/// <param name="limit">What the curve is along.</param>
/// <param name="demand">The demand, which no limit changes.</param>
/// <param name="place">Makes the plan of a case; throws <see cref="NoSolutionException"/> where none is found.</param>
/// <param name="say">Is told how a point comes about: its limit, the step, and the limit of the point whose plan it has.</param>
/// <param name="cancellation">Stops it.</param>
public sealed class TradeOffSolver(
    TradeOffLimit limit, DemandPath demand, Func<PlanningCase, PlacementPlan> place, Action<decimal, TradeOffStep, decimal> say, CancellationToken cancellation)
{
    private readonly List<FailedPoint> _failed = [];

    /// <summary>Points that came to nothing.</summary>
    public IReadOnlyList<FailedPoint> Failed => _failed;

    /// <summary>Solves every point.</summary>
    /// <param name="cases">The case at each limit.</param>
    /// <returns>The points, the tightest first.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<TradeOffPoint> Solve(IReadOnlyDictionary<decimal, PlanningCase> cases)
    {
        List<Solved> solved = [];
        foreach ((decimal at, PlanningCase planningCase) in cases.OrderByDescending(one => one.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            if ((Standing(solved.LastOrDefault(), at, planningCase) ?? Made(at, planningCase)) is { } point)
            {
                solved.Add(point);
            }
        }

        solved.Reverse();
        for (int i = 1; i < solved.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            solved[i] = Adopting(solved[i], solved[i - 1]) ?? solved[i];
        }

        return [.. solved.Select(one => TradeOffPoint.Of(limit, one.At, one.PlanOf, one.Case, one.Plan, one.Audit))];
    }

    /// <summary>
    /// The looser point's plan where it keeps the tighter limit. No plan that the tighter limit allows is better than the best that the looser one allows, so
    /// there is nothing to solve; the audit checks the plan and its proof anew, at the tighter limit.
    /// </summary>
    private Solved? Standing(Solved? looser, decimal at, PlanningCase planningCase)
    {
        if (looser is null || limit.UsedBy(planningCase.WithOpenings(looser.Plan.Openings), looser.Audit.Figures) > at)
        {
            return null;
        }

        return Said(Audited(looser with { At = at, Case = planningCase }), TradeOffStep.Stands);
    }

    /// <summary>
    /// The tighter point's plan, which the looser limit allows, where it is better than what was found there: that happens where plans are not proven best. It
    /// keeps the looser point's own proof, since only that is of its limit, and states of it what the audit derives for this plan.
    /// </summary>
    private Solved? Adopting(Solved looser, Solved tighter)
    {
        (TierResult Own, TierResult Other)[] tiers = [.. looser.Plan.Tiers.Zip(tighter.Plan.Tiers)];
        (TierResult own, TierResult other) = tiers.FirstOrDefault(tier => tier.Own.Best != tier.Other.Best);
        if (own is null || other.Best > own.Best)
        {
            return null;
        }

        PlacementPlan plan = tighter.Plan with { Tiers = [.. tiers.Select(tier => tier.Own with { Value = tier.Other.Value, Reached = tier.Other.Reached })] };
        PlanAuditReport derived = PlanAudit.Check(looser.Case, demand, plan);
        plan = plan with { Tiers = [.. plan.Tiers.Zip(derived.Tiers, (stated, proven) => stated with { Bound = Math.Min(stated.Bound, proven.Bound) })] };
        return Said(Audited(looser with { PlanOf = tighter.PlanOf, Plan = plan }), TradeOffStep.Adopted);
    }

    private Solved? Said(Solved? point, TradeOffStep step)
    {
        if (point is not null)
        {
            say(point.At, step, point.PlanOf);
        }

        return point;
    }

    /// <summary>A plan at a point that it was not made for; null where it breaks a rule there, or its proof does not hold.</summary>
    private Solved? Audited(Solved wanted)
    {
        PlanAuditReport audit = PlanAudit.Check(wanted.Case, demand, wanted.Plan);
        return audit.Passed ? wanted with { Audit = audit } : null;
    }

    private Solved? Made(decimal at, PlanningCase planningCase)
    {
        say(at, TradeOffStep.Placing, at);
        try
        {
            PlacementPlan plan = place(planningCase);
            PlanAuditReport audit = PlanAudit.Check(planningCase, demand, plan);
            if (audit.Passed)
            {
                return new Solved(at, at, planningCase, plan, audit);
            }

            _failed.Add(new FailedPoint(at, "The plan failed its audit.", [.. audit.Findings.Where(finding => finding.Severity == Severity.Error)]));
        }
        catch (NoSolutionException exception)
        {
            _failed.Add(new FailedPoint(at, exception.Message, []));
        }

        return null;
    }

    /// <summary>A point and its plan.</summary>
    /// <param name="At">The limit.</param>
    /// <param name="PlanOf">Limit of the point that the plan was made for.</param>
    /// <param name="Case">The case at the point.</param>
    /// <param name="Plan">The plan.</param>
    /// <param name="Audit">What the audit derived for the point's case.</param>
    private sealed record Solved(decimal At, decimal PlanOf, PlanningCase Case, PlacementPlan Plan, PlanAuditReport Audit);
}
