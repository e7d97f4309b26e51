using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Exact;
using PlaceSufficiency.Allocation.Foresight;
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

    /// <summary>Stays above which column generation for one choice of openings after the other proves little in a minute.</summary>
    private const int MostStaysOfChoices = 1_000;

    /// <summary>Allocates all years of the horizon in one plan.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="progress">Told where it stands; may be null.</param>
    /// <param name="gap">Share of each tier that may be left between plan and bound, 0 to 1; 0 for as little as the methods come to. One of many futures is planned much quicker
    /// at 0.005; a case so small that it costs nothing is proven all the same.</param>
    /// <param name="cancellation">Stops it; a time limit is a token that cancels itself. The answer never depends on the machine's speed.</param>
    /// <returns>The plan, with the value and proof of each tier.</returns>
    /// <exception cref="NoSolutionException">No plan was found within the limits.</exception>
    public static PlacementPlan Allocate(
        PlanningCase planningCase,
        DemandPath demand,
        IProgress<AllocationProgress>? progress = null,
        double gap = 0,
        CancellationToken cancellation = default)
    {
        Action<AllocationProgress> report = progress is null ? _ => { } : progress.Report;
        return planningCase.Solver is SolverChoice.Mip or SolverChoice.CpSat
            ? Exactly(planningCase, demand, cancellation)
            : ByPrices(planningCase, demand, gap, report, cancellation);
    }

    private static PlacementPlan ByPrices(
        PlanningCase planningCase, DemandPath demand, double gap, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        if (planningCase.Solver == SolverChoice.Auto && SiteStructure.Of(planningCase, demand) is { } sites && SitePlan.Of(sites, cancellation) is { } plan)
        {
            return plan;
        }

        if (planningCase.Candidates.Any())
        {
            RefuseFundingUnderLimits(planningCase);
            return Opened(new CompiledCase(planningCase, demand, cancellation), report, cancellation);
        }

        // Prices plan a country, and prove most cases; what they leave unproven in a case that is small enough is proven by column generation.
        // They are worked out from journeys and price items, so a case that states costs outright goes there at once.
        bool canHold = PriceMethod.CanHold(planningCase);
        if (planningCase.Solver == SolverChoice.Prices && !canHold)
        {
            throw new NoSolutionException("Prices alone cannot hold everything that the case asks for: choose solver auto or columns.");
        }

        bool elseColumns = planningCase.Solver != SolverChoice.Prices && demand.Stays.Count <= MostStaysOfColumns;
        return (canHold && planningCase.Solver != SolverChoice.Columns ? PriceMethod.Plan(planningCase, demand, gap, elseColumns, report, cancellation) : null)
            ?? (planningCase.Solver == SolverChoice.Prices
                ? throw new NoSolutionException("Prices alone found no plan that keeps every limit: choose solver auto.")
                : Settled(new CompiledCase(planningCase, demand, cancellation), report, cancellation));
    }

    /// <summary>A plan of a solver that is none of ours. It says what is best, and the prices of the ordinary plan prove how good that is.</summary>
    private static PlacementPlan Exactly(PlanningCase planningCase, DemandPath demand, CancellationToken cancellation)
    {
        (IReadOnlyList<PupilPath> paths, ImmutableSortedDictionary<SchemeId, AcademicYear> openings, IReadOnlyList<long> reached) = ExactPlan.Of(planningCase, demand, cancellation);
        PlacementPlan priced = ByPrices(planningCase with { Solver = SolverChoice.Auto }, demand, 0, _ => { }, cancellation);
        PlacementPlan exact = priced with
        {
            Paths = paths,
            Openings = openings,
            Tiers = [.. priced.Tiers.Zip(reached, (tier, best) => tier with { Reached = best })],
        };
        return StatedPlan.Of(planningCase, demand, exact).Plan;
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

    /// <summary>
    /// A plan that opens candidates: by trees of prices where these can hold the case, and where they leave a small case unproven, or cannot hold it, by
    /// column generation for one choice after the other. The better of two is taken, tier by tier, and of two as good the one better proven.
    /// </summary>
    private static PlacementPlan Opened(CompiledCase undecided, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        PlacementPlan? priced = PriceMethod.CanHold(undecided.Case) && undecided.Case.Solver != SolverChoice.Columns ? PricedOpenings.Plan(undecided, report, cancellation) : null;
        if (priced is not null && (PricedOpenings.IsProven(priced) || undecided.Case.Solver == SolverChoice.Prices || undecided.Stays.Count > MostStaysOfChoices))
        {
            return priced;
        }

        PlacementPlan decided = Decided(undecided, report, cancellation);
        if (priced is null)
        {
            return decided;
        }

        int difference = priced.Tiers.Select(tier => tier.Value).ToArray().AsSpan().SequenceCompareTo(decided.Tiers.Select(tier => tier.Value).ToArray());
        return difference < 0 || (difference == 0 && priced.Tiers.Select(tier => tier.Gap).ToArray().AsSpan().SequenceCompareTo(decided.Tiers.Select(tier => tier.Gap).ToArray()) <= 0) ? priced : decided;
    }

    /// <summary>A plan that opens candidates, choice after choice.</summary>
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
