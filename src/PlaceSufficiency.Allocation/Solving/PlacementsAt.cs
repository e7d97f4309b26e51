using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>
/// The best placements once it is settled which schemes open: measure after measure, each with the plan and prices that the ones before left. What
/// openings cost is not in any value here.
/// </summary>
internal sealed class PlacementsAt(CompiledCase compiled, Action<AllocationProgress> report, CancellationToken cancellation)
{
    private readonly List<TierProof> _proofs = [];
    private Prices? _face;

    /// <summary>The case, with its places settled.</summary>
    public CompiledCase Compiled { get; } = compiled;

    /// <summary>The plan.</summary>
    public StayPaths Paths { get; private set; } = StayPaths.Standing(compiled);

    /// <summary>What was reached on each tier, and prices that prove it.</summary>
    public IReadOnlyList<TierProof> Proofs => _proofs;

    /// <summary>What the plan at hand comes to on tiers.</summary>
    public long[] ValuesOf(IEnumerable<TierMeasure> tiers)
    {
        List<PathClass> classes = PathClasses.Of(Compiled, withPrices: true);
        IReadOnlyList<ChosenPath> chosen = Paths.Over(classes);
        return [.. tiers.Select(tier => PlanValue.Of(Compiled, new PathPricer(Compiled, classes, tier, []), classes, tier, chosen))];
    }

    /// <summary>Minimises the next measure while the tiers before it are held.</summary>
    /// <param name="measure">What is minimised.</param>
    /// <param name="classes">Pupils alike in everything that it and the tiers before it measure.</param>
    /// <param name="held">Values at which the tiers before it are held; null for what was reached here and is tolerated.</param>
    /// <exception cref="NoSolutionException">No plan was found.</exception>
    public TierSolution Minimise(WeighedMeasure measure, IReadOnlyList<PathClass> classes, IReadOnlyList<long>? held = null)
    {
        for (int i = 0; held is not null && i < _proofs.Count; i++)
        {
            _proofs[i] = _proofs[i] with { Held = held[i] };
        }

        TierProblem problem = new(Compiled, classes, measure, [.. _proofs.Select(proof => proof.Tier)], [.. _proofs.Select(proof => proof.Held)]);
        TierSolver solver = new(problem, report, cancellation);
        TierSolution solution = solver.Solve(Paths.Over(classes), FacePrices.Of(Compiled, measure, _proofs.Count, _face));
        Paths = StayPaths.Of(Compiled, classes, solution.Chosen);
        _proofs.AddRange(TierProofs.Of(Compiled, classes, measure, [.. _proofs], solution));
        _face = FacePrices.Joined(Compiled, _face, _proofs);
        return solution;
    }
}
