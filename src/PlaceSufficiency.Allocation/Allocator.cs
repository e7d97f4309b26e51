using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Openings;
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
        Action<AllocationProgress> report = progress is null ? _ => { } : progress.Report;
        return planningCase.Candidates.Any() ? Decided(compiled, report, cancellation) : Settled(compiled, report, cancellation);
    }

    /// <summary>A plan where nothing is left to open.</summary>
    private static PlacementPlan Settled(CompiledCase compiled, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        PlacementsAt placements = new(compiled, report, cancellation);
        List<WeighedMeasure> measures = [];
        foreach (WeighedMeasure measure in WeighedMeasure.Of(compiled, compiled.Case.Objective))
        {
            measures.Add(measure);
            placements.Minimise(measure, PathClasses.Of(compiled, measures.Any(one => one.DependsOnPrices)));
        }

        IReadOnlyList<TierProof> proofs = placements.Proofs;
        return new PlacementPlan(
            placements.Paths.ToPupilPaths(),
            [.. proofs.Select((proof, i) => new TierResult(proof.Tier.Tier, proof.Value, proof.Bound, Published(compiled, proof.Prices, proofs.Take(i).Select(held => held.Tier))))]);
    }

    /// <summary>A plan that opens candidates.</summary>
    private static PlacementPlan Decided(CompiledCase compiled, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        OpeningSpace space = new(compiled);
        SolvedOpenings solved = new(space, [.. WeighedMeasure.Of(compiled, compiled.Case.Objective)], cancellation);
        IReadOnlyList<OpeningProof> proofs = [];
        int[]? best = null;
        for (int stage = 0; stage < solved.Measures.Count; stage++)
        {
            OpeningStage minimised = new(space, solved, stage, proofs, report, cancellation);
            proofs = minimised.Minimise(best);
            best = minimised.Best;
        }

        IReadOnlyList<long> values = solved.ValuesAt(best!, solved.Measures.Count - 1);
        return new PlacementPlan(
            solved.PathsAt(best!).ToPupilPaths(),
            [.. proofs.Select((proof, i) => new TierResult(
                proof.Tier.Tier, values[i], proof.Bound, [.. proof.Cuts.Prices.Select(prices => Published(compiled, prices, proofs.Take(i).Select(held => held.Tier)))]))])
        {
            Openings = space.OpeningsOf(best!).ToImmutableSortedDictionary(),
        };
    }

    private static TierPrices Published(CompiledCase compiled, Prices prices, IEnumerable<TierMeasure> held)
    {
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

        return new TierPrices(
            places,
            prices.InmssLimit.Select((price, t) => (price, year: compiled.Years[t])).Where(pair => pair.price > 0).ToDictionary(pair => pair.year, pair => pair.price),
            held.Zip(prices.HeldTiers).ToDictionary(pair => pair.First.Tier, pair => pair.Second));
    }
}
