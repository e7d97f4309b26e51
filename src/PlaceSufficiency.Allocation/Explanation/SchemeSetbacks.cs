using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Explanation;

/// <summary>What is lost when schemes are dropped, delayed or shrunk.</summary>
public static class SchemeSetbacks
{
    /// <summary>Every scheme that opens in a planned year, dropped, delayed by a year and shrunk by a share, each re-solved.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="plan">The plan; candidates that it opens are looked at like any others.</param>
    /// <param name="shrinkage">Share by which a scheme shrinks, above 0 and below 1; places that are left are rounded down.</param>
    /// <param name="threads">How many are re-solved at once; the answer does not depend on it.</param>
    /// <param name="progress">Is told how many are done; may be null.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<SchemeLoss> Of(
        PlanningCase planningCase, DemandPath demand, PlacementPlan plan, decimal shrinkage, int threads, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        PlanningCase decided = planningCase.WithOpenings(plan.Openings);
        (CapitalScheme Scheme, SchemeSetback Setback)[] asked =
        [
            .. from scheme in decided.Schemes
               where scheme.Opens is { } opens && decided.Horizon.IsPlanned(opens)
               from setback in Enum.GetValues<SchemeSetback>()
               select (scheme, setback),
        ];
        SchemeLoss[] losses = new SchemeLoss[asked.Length];
        int done = 0;
        Parallel.For(0, asked.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
        {
            (CapitalScheme scheme, SchemeSetback setback) = asked[i];
            CapitalScheme changed = Changed(scheme, setback, shrinkage);
            PlacementPlan without = Allocator.Allocate(
                decided with { Schemes = [.. decided.Schemes.Select(each => each.Id == scheme.Id ? changed : each)] }, demand, cancellation: cancellation);
            losses[i] = Between(scheme, setback, changed, OwnTiers(planningCase, plan), without.Tiers);
            progress?.Report(Interlocked.Increment(ref done));
        });
        return losses;
    }

    private static CapitalScheme Changed(CapitalScheme scheme, SchemeSetback setback, decimal shrinkage) => setback switch
    {
        SchemeSetback.Dropped => scheme with { Opens = null },
        SchemeSetback.Delayed => scheme with { Opens = scheme.Opens!.Value.Next },
        _ => scheme with
        {
            Years = [.. scheme.Years.Select(year => year with
            {
                Places = year.Places is { } places ? (int)decimal.Floor(places * (1 - shrinkage)) : null,
                Capital = (year.Capital * (1 - shrinkage)).ToPence(),
            })],
        },
    };

    /// <summary>The plan's tiers without what opening candidates costs, which re-solving with openings decided leaves out.</summary>
    private static List<TierResult> OwnTiers(PlanningCase planningCase, PlacementPlan plan)
    {
        long opening = plan.Openings.Count == 0 ? 0 : OpeningPrices.Of(planningCase, plan.Openings).Pence;
        return [.. plan.Tiers.Select(tier => tier.Tier == ObjectiveTier.Cost ? tier with { Value = tier.Value - opening, Bound = tier.Bound - opening } : tier)];
    }

    private static SchemeLoss Between(CapitalScheme scheme, SchemeSetback setback, CapitalScheme changed, List<TierResult> with, IReadOnlyList<TierResult> without)
    {
        Pounds saved = setback switch
        {
            SchemeSetback.Dropped => scheme.TotalCapital,
            SchemeSetback.Delayed => Pounds.Zero,
            _ => scheme.TotalCapital - changed.TotalCapital,
        };
        return new SchemeLoss(
            scheme.Id,
            setback,
            [.. with.Zip(without, (a, b) => (a.Tier, b.Value - a.Value))],
            [.. with.Zip(without, (a, b) => Math.Max(0, Math.Max(a.Value - a.Bound, b.Value - b.Bound)))],
            saved);
    }
}
