using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Explanation;

/// <summary>Checks what one more place is worth, as the prices say, by solving again.</summary>
public static class PlaceChecks
{
    /// <summary>Checks the places that are dearest, one a provision, by solving the case again with one more.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="most">How many are checked.</param>
    /// <param name="threads">How many at once; the answer does not depend on it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<PlaceWorth> Of(
        PlanningCase planningCase, DemandPath demand, PlacementPlan plan, int most, int threads, CancellationToken cancellation = default)
    {
        if (plan.Tiers.FirstOrDefault(tier => tier.Tier == ObjectiveTier.Unplaced) is not { } unplaced)
        {
            return [];
        }

        PlanningCase decided = planningCase.WithOpenings(plan.Openings) with { Objective = [ObjectiveTier.Unplaced], Tolerances = ImmutableSortedDictionary<ObjectiveTier, TierTolerance>.Empty };
        ((ProvisionId Provision, AcademicYear Year) At, double Price)[] sample =
        [
            .. unplaced.Prices.Places.Where(price => price.Value > 0).OrderByDescending(price => price.Value).ThenBy(price => price.Key.Provision).ThenBy(price => price.Key.Year)
                .DistinctBy(price => price.Key.Provision).Take(most).Select(price => (price.Key, price.Value)),
        ];
        PlaceWorth[] checkedPlaces = new PlaceWorth[sample.Length];
        Parallel.For(0, sample.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
        {
            ((ProvisionId provision, AcademicYear year), double price) = sample[i];
            PlanningCase more = decided with { Places = decided.Places.With(provision, [year], (_, places) => places + 1) };
            TierResult found = Allocator.Allocate(more, demand, cancellation: cancellation).Tiers.First(tier => tier.Tier == ObjectiveTier.Unplaced);
            checkedPlaces[i] = new PlaceWorth(provision, year, price, unplaced.Value - found.Value, Math.Max(0, unplaced.Value - unplaced.Bound));
        });
        return checkedPlaces;
    }
}
