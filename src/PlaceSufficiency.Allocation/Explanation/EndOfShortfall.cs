using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Explanation;

/// <summary>Finds, for a shortfall, the smallest single change of each kind that ends it, and verifies every answer by re-solving.</summary>
public static class EndOfShortfall
{
    /// <summary>The changes, those that end the shortfall first, then in the order of their prices.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="audit">Its audit.</param>
    /// <param name="shortfall">The shortfall.</param>
    /// <param name="threads">How many changes are tried at once; the answer does not depend on it.</param>
    /// <param name="progress">Is told how often the case was solved so far; may be null.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<TriedChange> Of(
        PlanningCase planningCase, DemandPath demand, PlacementPlan plan, PlanAuditReport audit, Shortfall shortfall,
        int threads, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        PlanningCase decided = planningCase.WithOpenings(plan.Openings);
        TierPrices? prices = audit.Tiers.FirstOrDefault(tier => tier.Tier == ObjectiveTier.Unplaced)?.Prices;
        IReadOnlyList<ChangeFamily> families = ChangeCandidates.Of(decided, demand, audit.Figures, prices, shortfall);
        UnplacedCounts before = new(
            shortfall.Pupils,
            audit.Figures.Placements.Where(fact => fact.Year == shortfall.Year && fact.Provision is null).Sum(fact => fact.Pupils),
            audit.Figures.Placements.Where(fact => fact.Reason is not null).Sum(fact => fact.Pupils));
        int solves = 0;
        UnplacedCounts Solve(SingleChange change)
        {
            UnplacedCounts counts = UnplacedTrial.Of(change.AppliedTo(decided), demand, shortfall, cancellation);
            progress?.Report(Interlocked.Increment(ref solves));
            return counts;
        }

        TriedChange[] tried = new TriedChange[families.Count];
        Parallel.For(0, families.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i => tried[i] = Smallest(families[i], before, Solve));
        return [.. tried.OrderBy(one => !one.Ends).ThenByDescending(one => one.Worth).ThenBy(one => one.Left)];
    }

    /// <summary>Whether a shortfall is ended and not moved: nobody of it is unplaced, and others no more than before, in its year and over all years.</summary>
    private static bool Ends(UnplacedCounts after, UnplacedCounts before) =>
        after.OfShortfall == 0 && after.InYear <= before.InYear - before.OfShortfall && after.PupilYears <= before.PupilYears - before.OfShortfall;

    /// <summary>The smallest of a family that ends the shortfall, by bisection: the size before it was tried and does not.</summary>
    private static TriedChange Smallest(ChangeFamily family, UnplacedCounts before, Func<SingleChange, UnplacedCounts> solve)
    {
        int solves = 0;
        UnplacedCounts At(int size)
        {
            solves++;
            return solve(family.Sizes[size]);
        }

        // Most often it takes as many places as there are pupils, so that is where the search begins.
        int high = Math.Min(family.Sizes.Count, before.OfShortfall) - 1;
        int low = -1;
        UnplacedCounts found = At(high);
        if (!Ends(found, before) && high < family.Sizes.Count - 1)
        {
            (low, high) = (high, family.Sizes.Count - 1);
            found = At(high);
        }

        if (!Ends(found, before))
        {
            return new TriedChange(family.Price, family.Sizes[high], false, found.OfShortfall, before.PupilYears - found.PupilYears, solves);
        }

        bool first = true;
        while (high - low > 1)
        {
            // The size just below is the likeliest to settle it.
            int middle = first ? high - 1 : low + ((high - low) / 2);
            first = false;
            UnplacedCounts at = At(middle);
            if (Ends(at, before))
            {
                (high, found) = (middle, at);
            }
            else
            {
                low = middle;
            }
        }

        return new TriedChange(family.Price, family.Sizes[high], true, 0, before.PupilYears - found.PupilYears, solves);
    }
}
