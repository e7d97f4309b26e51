using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Openings;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>Plans by choice of openings, each solved once and as far as it was asked for.</summary>
internal sealed class SolvedOpenings
{
    private readonly OpeningSpace _space;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<bool, List<PathClass>> _classes = [];
    private readonly Dictionary<string, (PlacementsAt Placements, List<TierSolution> Solutions)> _known = [];

    /// <summary>Nothing solved yet.</summary>
    public SolvedOpenings(OpeningSpace space, IReadOnlyList<WeighedMeasure> measures, CancellationToken cancellation) =>
        (_space, Measures, _cancellation) = (space, measures, cancellation);

    /// <summary>What is minimised, stage after stage.</summary>
    public IReadOnlyList<WeighedMeasure> Measures { get; }

    /// <summary>Pupils alike in everything that a stage and those before it measure.</summary>
    public List<PathClass> ClassesOf(int stage)
    {
        bool withPrices = Measures.Take(stage + 1).Any(measure => measure.DependsOnPrices);
        if (!_classes.TryGetValue(withPrices, out List<PathClass>? classes))
        {
            _classes.Add(withPrices, classes = PathClasses.Of(_space.Compiled, withPrices));
        }

        return classes;
    }

    /// <summary>The best plan of a choice on a stage, its value with what openings cost; null when the choice cannot hold the earlier tiers.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="heldValues">Values of the tiers of earlier stages, with what openings cost.</param>
    public (Prices Prices, double Value)? At(int[] choice, int stage, IReadOnlyList<long> heldValues)
    {
        (PlacementsAt placements, List<TierSolution> solutions) = Known(choice);
        double opening = OpeningPence(choice);
        while (solutions.Count <= stage)
        {
            if (placements.Proofs.Zip(heldValues).Any(pair => pair.First.Value + (pair.First.Tier.OfOpeningPenny * opening) > pair.Second + 0.5))
            {
                return null;
            }

            solutions.Add(placements.Minimise(
                Measures[solutions.Count],
                ClassesOf(solutions.Count),
                [.. placements.Proofs.Zip(heldValues, (proof, held) => held - (long)Math.Round(proof.Tier.OfOpeningPenny * opening))]));
        }

        return (solutions[stage].Prices, solutions[stage].Value + (Measures[stage].OfOpeningPenny * opening));
    }

    /// <summary>Values of all tiers up to a stage, with what openings cost.</summary>
    public IReadOnlyList<long> ValuesAt(int[] choice, int stage)
    {
        int tiers = Measures.Take(stage + 1).Sum(measure => measure.Parts.Count);
        return [.. Known(choice).Placements.Proofs.Take(tiers).Select(proof => proof.Value + (long)Math.Round(proof.Tier.OfOpeningPenny * OpeningPence(choice)))];
    }

    /// <summary>What the plan of a choice that was solved to the end comes to on each tier, with what openings cost.</summary>
    public IReadOnlyList<long> FinalValuesAt(int[] choice)
    {
        PlacementsAt placements = Known(choice).Placements;
        TierMeasure[] tiers = [.. placements.Proofs.Select(proof => proof.Tier)];
        return [.. placements.ValuesOf(tiers).Zip(tiers, (value, tier) => value + (long)Math.Round(tier.OfOpeningPenny * OpeningPence(choice)))];
    }

    /// <summary>What a choice reached on each tier as far as it was solved, without what openings cost.</summary>
    public IReadOnlyList<TierProof> ProofsAt(int[] choice) => Known(choice).Placements.Proofs;

    /// <summary>The plan of a choice that was solved.</summary>
    public StayPaths PathsAt(int[] choice) => Known(choice).Placements.Paths;

    private long OpeningPence(int[] choice) => OpeningPrices.Of(_space.Compiled.Case, _space.OpeningsOf(choice)).Pence;

    private (PlacementsAt Placements, List<TierSolution> Solutions) Known(int[] choice)
    {
        string key = OpeningSearch.Key(choice);
        if (!_known.TryGetValue(key, out (PlacementsAt, List<TierSolution>) known))
        {
            CompiledCase at = _space.Compiled.With(_space.Compiled.Case.WithOpenings(_space.OpeningsOf(choice)));
            _known.Add(key, known = (new PlacementsAt(at, _ => { }, _cancellation), []));
        }

        return known;
    }
}
