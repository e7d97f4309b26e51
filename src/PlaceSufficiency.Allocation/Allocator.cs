using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Openings;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Pricing;
using PlaceSufficiency.Allocation.Sites;
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
    /// <summary>Stays above which column generation would take many minutes.</summary>
    private const int MostStaysOfColumns = 20_000;

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
        if (SiteStructure.Of(planningCase, demand) is { } sites && SitePlan.Of(sites, cancellation) is { } plan)
        {
            return plan;
        }

        Action<AllocationProgress> report = progress is null ? _ => { } : progress.Report;
        if (planningCase.Candidates.Any())
        {
            RefuseFundingUnderLimits(planningCase);
            return Decided(new CompiledCase(planningCase, demand, cancellation), report, cancellation);
        }

        // Prices plan a country, and prove most cases; what they leave unproven in a case that is small enough is proven by column generation.
        // They are worked out from journeys and price items, so a case that states costs outright goes there at once.
        (PlacementPlan Plan, bool IsProven)? priced =
            PriceMethod.CanHold(planningCase) ? PriceMethod.Plan(planningCase, demand, report, cancellation) : null;
        return priced is { } found && (found.IsProven || demand.Stays.Count > MostStaysOfColumns)
            ? found.Plan
            : Settled(new CompiledCase(planningCase, demand, cancellation), report, cancellation);
    }

    /// <summary>A plan where nothing is left to open.</summary>
    private static PlacementPlan Settled(CompiledCase compiled, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        PlacementsAt placements = new(compiled, report, cancellation);
        List<WeighedMeasure> measures = [];
        foreach (WeighedMeasure measure in WeighedMeasure.Of(compiled, compiled.Case.Tiers))
        {
            measures.Add(measure);
            placements.Minimise(measure, PathClasses.Of(compiled, measures.Any(one => one.DependsOnPrices)));
        }

        IReadOnlyList<TierProof> proofs = placements.Proofs;
        long[] values = placements.ValuesOf(placements.Proofs.Select(proof => proof.Tier));
        return new PlacementPlan(
            placements.Paths.ToPupilPaths(),
            [.. proofs.Select((proof, i) => Result(proof.Tier, values[i], proof.Value, proof.Bound, [Published(compiled, proof.Prices, proofs.Take(i).Select(held => held.Tier))]))]);
    }

    /// <summary>Place funding of what candidates add would count under limits on spending, which prices cannot prove yet: such a case is refused, not answered wrongly.</summary>
    private static void RefuseFundingUnderLimits(PlanningCase planningCase)
    {
        CapitalScheme? funded = planningCase.Candidates.FirstOrDefault(scheme => planningCase.Provision(scheme.Provision) is var provision
            && planningCase.Prices.ScopeOf(Domain.Money.PriceItem.PlaceFunding, provision) is not null
            && (planningCase.Limits.IsStated(LimitKind.HighNeeds) || (planningCase.Limits.IsStated(LimitKind.InmssSpend) && provision.Kind == ProvisionKind.Inmss)));
        if (funded is not null)
        {
            throw new NoSolutionException(
                $"A limit on the high needs block or on INMSS spend cannot be kept while it is open whether {funded.Id} opens: its places would be funded under the limit. "
                + "Maybe commit the scheme, or price the limit off.");
        }
    }

    /// <summary>A plan that opens candidates.</summary>
    private static PlacementPlan Decided(CompiledCase compiled, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        OpeningSpace space = new(compiled);
        SolvedOpenings solved = new(space, [.. WeighedMeasure.Of(compiled, compiled.Case.Tiers)], cancellation);
        IReadOnlyList<OpeningProof> proofs = [];
        int[]? best = null;
        for (int stage = 0; stage < solved.Measures.Count; stage++)
        {
            OpeningStage minimised = new(space, solved, stage, proofs, report, cancellation);
            proofs = minimised.Minimise(best);
            best = minimised.Best;
        }

        IReadOnlyList<long> values = solved.FinalValuesAt(best!);
        return new PlacementPlan(
            solved.PathsAt(best!).ToPupilPaths(),
            [.. proofs.Select((proof, i) => Result(
                proof.Tier, values[i], proof.Value, proof.Bound, [.. proof.Cuts.Prices.Select(prices => Published(compiled, prices, proofs.Take(i).Select(held => held.Tier)))]))])
        {
            Openings = space.OpeningsOf(best!).ToImmutableSortedDictionary(),
        };
    }

    private static TierResult Result(TierMeasure tier, long value, long reached, double bound, IReadOnlyList<TierPrices> proof) =>
        new(tier.Tier, value, bound, proof) { Reached = reached == value ? null : reached };

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
            held.Zip(prices.HeldTiers).ToDictionary(pair => pair.First.Tier, pair => pair.Second))
        {
            Limits = prices.Limits.Zip(compiled.LimitRows).Where(pair => pair.First > 0).ToDictionary(pair => pair.Second.Key, pair => pair.First),
        };
    }
}
