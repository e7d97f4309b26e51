using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Openings;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>
/// One measure minimised over openings and placements together. Cuts say of every choice of openings what it comes to at least; the choice of which
/// they say least is solved, or refuted by a further cut, until no choice is left that could be better. README.md of Openings tells why.
/// </summary>
internal sealed class OpeningStage
{
    /// <summary>A cost this close to its bound is not improved further, as a share: the 0.05% that is promised.</summary>
    private const double CostGap = 0.0005;

    private const int MostRounds = 400;
    private const int MostNodes = 20_000;
    private const int NodesOnceFound = 50;
    private const int RefutingSteps = 40;

    private readonly OpeningSpace _space;
    private readonly WeighedMeasure _measure;
    private readonly List<PathClass> _classes;
    private readonly IReadOnlyList<OpeningProof> _held;
    private readonly SolvedOpenings _solved;
    private readonly int _stage;
    private readonly OpeningCuts _cuts;
    private readonly PathPricer _pricer;
    private readonly Action<AllocationProgress> _report;
    private readonly CancellationToken _cancellation;

    /// <summary>Prepares a stage.</summary>
    public OpeningStage(
        OpeningSpace space, SolvedOpenings solved, int stage, IReadOnlyList<OpeningProof> held, Action<AllocationProgress> report, CancellationToken cancellation)
    {
        (_space, _solved, _stage, _held, _report, _cancellation) = (space, solved, stage, held, report, cancellation);
        (_measure, _classes) = (solved.Measures[stage], solved.ClassesOf(stage));
        _cuts = new OpeningCuts(space);
        _pricer = new PathPricer(space.Compiled, _classes, _measure, HeldTiers);
    }

    /// <summary>The best choice found.</summary>
    public int[] Best { get; private set; } = [];

    /// <summary>What it comes to, openings included.</summary>
    public double Value { get; private set; } = double.PositiveInfinity;

    private TierMeasure[] HeldTiers => [.. _held.Select(proof => proof.Tier)];

    private long[] HeldValues => [.. _held.Select(proof => proof.Held)];

    private IEnumerable<OpeningFilter> Filters => _held.Select(proof => proof.Filter);

    /// <summary>Values at and above which a choice is of no use.</summary>
    private double Threshold => _measure.DependsOnPrices ? Value * (1 - CostGap) : Value - 0.99;

    /// <summary>Minimises, starting from a choice known to hold the earlier tiers; null for the first stage.</summary>
    /// <exception cref="NoSolutionException">The rules allow no choice, or no plan was found.</exception>
    public IReadOnlyList<OpeningProof> Minimise(int[]? start)
    {
        HashSet<string> settled = [];
        AddCut(Prices.Zero(_space.Compiled, _held.Count));
        int[] first = start ?? Find(double.MaxValue / 1e9, settled).Choice ?? throw new NoSolutionException("The rules on schemes allow no choice of openings: committed schemes, groups and exclusions contradict each other.");
        Solve(first, settled);
        for (int round = 1; round < MostRounds; round++)
        {
            FoundOpenings found = Find(Threshold, settled);
            _report(new AllocationProgress(_measure.Tier, round, Value, found.Bound));
            if (found.Choice is not { } choice)
            {
                break;
            }

            if (!IsRefuted(choice))
            {
                Solve(choice, settled);
            }
        }

        return Proofs();
    }

    private FoundOpenings Find(double threshold, IReadOnlySet<string> settled) =>
        new OpeningSearch(_space, _cuts, Filters, _cancellation).Find(threshold, settled, MostNodes, NodesOnceFound);

    /// <summary>Whether prices near those known already prove that the choice is of no use.</summary>
    private bool IsRefuted(int[] choice)
    {
        PlanningCase decided = _space.Compiled.Case.WithOpenings(_space.OpeningsOf(choice));
        long opening = OpeningPrices.Of(_space.Compiled.Case, _space.OpeningsOf(choice)).Pence;
        long[] net = [.. _held.Select(proof => proof.Held - (long)Math.Round(proof.Tier.OfOpeningPenny * opening))];
        TierProblem problem = new(_space.Compiled.With(decided), _classes, _measure, HeldTiers, net);
        Prices near = _cuts.PricesOf(_cuts.BestAt(choice));
        AddCut(new PriceAscent(problem, _pricer, _cancellation).Climb(near, Threshold - (_measure.OfOpeningPenny * opening) + Math.Abs(0.01 * Value), RefutingSteps));
        return _cuts.ValueAt(choice) >= Threshold;
    }

    private void Solve(int[] choice, HashSet<string> settled)
    {
        settled.Add(OpeningSearch.Key(choice));
        if (_solved.At(choice, _stage, HeldValues) is not { } solution)
        {
            // The choice cannot hold the earlier tiers: their prices there keep it, and choices like it, out of this and later stages.
            IReadOnlyList<TierProof> reached = _solved.ProofsAt(choice);
            for (int i = 0; i < Math.Min(reached.Count, _held.Count); i++)
            {
                _held[i].Add(reached[i].Prices);
            }

            return;
        }

        AddCut(solution.Prices);
        if (solution.Value < Value)
        {
            (Value, Best) = (solution.Value, choice);
        }
    }

    private void AddCut(Prices prices) => _cuts.Add(prices, _pricer.PaidAt(prices), _measure, HeldTiers, HeldValues);

    /// <summary>Takes the measure apart: each part with its own cuts, while the parts before it are held.</summary>
    private List<OpeningProof> Proofs()
    {
        List<OpeningProof> proofs = [.. _held];
        IReadOnlyList<long> values = _solved.ValuesAt(Best, _stage);
        for (int i = 0; i < _measure.Parts.Count; i++)
        {
            TierMeasure part = _measure.Parts[i];
            long value = values[proofs.Count];
            OpeningProof proof = new(_space, _classes, part, value, proofs);
            foreach (Prices prices in _cuts.PricesBestFirst(Best))
            {
                Prices scaled = prices.Times(1 / _measure.Weights[i]);
                proof.Add(scaled with { HeldTiers = [.. scaled.HeldTiers, .. _measure.Weights.Take(i).Select(weight => weight / _measure.Weights[i])] });
            }

            // Without any price a tier is proven not to be below 0, whatever opens.
            proof.Add(Prices.Zero(_space.Compiled, proofs.Count));
            double threshold = part.DependsOnPrices ? value * (1 - CostGap) : value - 0.99;
            proof.Bound = new OpeningSearch(_space, proof.Cuts, proofs.Select(earlier => earlier.Filter), _cancellation).Find(threshold, new HashSet<string>(), MostNodes, MostNodes).Bound;
            proofs.Add(proof);
        }

        return proofs;
    }
}
