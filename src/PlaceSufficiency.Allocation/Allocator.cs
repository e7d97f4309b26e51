using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Solving;
using PlaceSufficiency.Allocation.Tiers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation;

/// <summary>Places every pupil of every planned year, or leaves them explicitly unplaced, minimising the case's tiers one after the other.</summary>
public static class Allocator
{
    /// <summary>Allocates all years of the horizon in one plan.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="progress">Told where it stands; may be null.</param>
    /// <param name="cancellation">Stops it; a time limit is a token that cancels itself. The answer never depends on the machine's speed.</param>
    /// <returns>The plan, with the value and proof of each tier.</returns>
    /// <exception cref="NoSolutionException">No plan was found within the limits.</exception>
    public static PlacementPlan Allocate(
        PlanningCase planningCase,
        DemandPath demand,
        IProgress<AllocationProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        CompiledCase compiled = new(planningCase, demand, cancellation);
        List<TierProof> proofs = [];
        Prices? face = null;
        StayPaths paths = StayPaths.Standing(compiled);
        foreach (WeighedMeasure measure in WeighedMeasure.Of(compiled, planningCase.Objective))
        {
            bool withPrices = measure.DependsOnPrices || proofs.Any(proof => proof.Tier.DependsOnPrices);
            List<PathClass> classes = PathClasses.Of(compiled, withPrices);
            TierProblem problem = new(compiled, classes, measure, [.. proofs.Select(proof => proof.Tier)], [.. proofs.Select(proof => proof.Value)]);
            TierSolver solver = new(problem, progress is null ? _ => { } : progress.Report, cancellation);
            TierSolution solution = solver.Solve(paths.Over(classes), FacePrices.Of(compiled, measure, proofs.Count, face));
            paths = StayPaths.Of(compiled, classes, solution.Chosen);
            proofs.AddRange(TierProofs.Of(compiled, classes, measure, proofs, solution));
            face = FacePrices.Joined(compiled, face, proofs);
        }

        return new PlacementPlan(paths.ToPupilPaths(), [.. proofs.Select((proof, i) => Published(compiled, proof, proofs[..i]))]);
    }

    private static TierResult Published(CompiledCase compiled, TierProof proof, IEnumerable<TierProof> held)
    {
        Prices prices = proof.Prices;
        Dictionary<(ProvisionId, AcademicYear), double> places = [];
        for (int g = 0; g < compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < compiled.Years.Count; t++)
            {
                if (prices.Places[g, t] > 0)
                {
                    places.Add((compiled.Provisions[g].Id, compiled.Years[t]), prices.Places[g, t]);
                }
            }
        }

        TierPrices published = new(
            places,
            prices.InmssLimit.Select((price, t) => (price, year: compiled.Years[t])).Where(pair => pair.price > 0).ToDictionary(pair => pair.year, pair => pair.price),
            held.Zip(prices.HeldTiers).ToDictionary(pair => pair.First.Tier.Tier, pair => pair.Second));
        return new TierResult(proof.Tier.Tier, proof.Value, proof.Bound, published);
    }
}
