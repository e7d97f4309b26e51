using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Exact;

/// <summary>
/// Plans by a solver that is none of ours: the whole case as one model in whole numbers, tier after tier, each to its proven optimum. A cross-check for
/// cases small enough. README.md of this room tells what is compared.
/// </summary>
internal static class ExactPlan
{
    /// <summary>Variables above which a solver is not asked: minutes of mixed-integer programming.</summary>
    private const int MostOfMip = 60_000;

    /// <summary>The same for CP-SAT.</summary>
    private const int MostOfCpSat = 20_000;

    /// <summary>Paths and openings of the best plan, and the best value of each tier.</summary>
    /// <param name="planningCase">The case; its solver is <see cref="SolverChoice.Mip"/> or <see cref="SolverChoice.CpSat"/>.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="cancellation">Stops it: at once in CP-SAT, between tiers in mixed-integer programming.</param>
    /// <exception cref="NoSolutionException">The case is too large, or no optimum was proven.</exception>
    public static (IReadOnlyList<PupilPath> Paths, ImmutableSortedDictionary<SchemeId, AcademicYear> Openings, IReadOnlyList<long> Reached) Of(
        PlanningCase planningCase, DemandPath demand, CancellationToken cancellation)
    {
        if (planningCase.Limits.HasRows || planningCase.Moves.Any(rule => rule.Share is not null) || planningCase.Provisions.Any(planningCase.FillsByYearGroup))
        {
            throw new NoSolutionException(
                "The exact solvers know places, pupils above them, schemes, capital and the hard limit on pupils in INMSS; the case asks for more (limits on spending, class groups or evenness, filling by year group, or reviews of a share). Choose solver auto.");
        }

        CompiledCase compiled = new(planningCase, demand, cancellation);
        List<PathClass> classes = PathClasses.Of(compiled, withPrices: planningCase.Objective.Any(tier => TierMeasure.Of(tier).DependsOnPrices));
        Refuse(planningCase.Solver, classes);
        ExactCase exact = new(compiled, classes);
        long[] values = [];
        List<long> reached = [];
        List<(ExactSum Sum, long Most, double Scale)> held = [];
        foreach (ObjectiveTier tier in planningCase.Objective)
        {
            cancellation.ThrowIfCancellationRequested();
            ExactSum minimised = exact.Measure(TierMeasure.Of(tier));
            double scale = TierMeasure.Of(tier).DependsOnPrices ? 100 : 1;
            values = planningCase.Solver == SolverChoice.CpSat
                ? CpSatSolver.Minimise(exact.Model, minimised, [.. held.Select(sum => (sum.Sum, sum.Most))], cancellation)
                : MipSolver.Minimise(exact.Model, minimised, scale, held);
            long best = minimised.Constant + minimised.Terms.Sum(term => term.Value * values[term.Key]);
            reached.Add(best);
            held.Add((minimised, planningCase.HeldAt(tier, best), scale));
        }

        return (exact.Paths(values).ToPupilPaths(), exact.Openings(values).ToImmutableSortedDictionary(), reached);
    }

    /// <summary>Refuses, before a model is made, a case that is too large.</summary>
    private static void Refuse(SolverChoice solver, List<PathClass> classes)
    {
        long variables = classes.Sum(of => of.Shape.Length * (2L + (2L * of.Shape.Candidates.Length)));
        int most = solver == SolverChoice.CpSat ? MostOfCpSat : MostOfMip;
        if (variables > most)
        {
            throw new NoSolutionException(
                $"The case is too large for solver {(solver == SolverChoice.CpSat ? "cp-sat" : "mip")}: about {variables:#,##0} whole numbers to find, and {most:#,##0} is the most that is tried. Choose solver auto.");
        }
    }
}
