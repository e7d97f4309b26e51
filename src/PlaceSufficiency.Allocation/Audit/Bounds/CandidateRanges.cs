using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>Septembers left to each candidate, by position among its own in order; the position after them is not to open.</summary>
/// <param name="Left">First and last position left.</param>
internal sealed record CandidateRanges(IReadOnlyDictionary<SchemeId, (int First, int Last)> Left)
{
    /// <summary>The same with another range for one.</summary>
    internal CandidateRanges With(SchemeId scheme, int first, int last) => new(new Dictionary<SchemeId, (int First, int Last)>(Left) { [scheme] = (first, last) });

    /// <summary>Positions that each candidate may take: those of its range that the rules leave it once candidates with one position left are decided.</summary>
    internal bool[][] MayTake(CapitalScheme[] candidates, AcademicYear[][] options, OpeningRules rules)
    {
        bool[][] mayTake = [.. candidates.Select((scheme, i) => Enumerable.Range(0, options[i].Length + 1).Select(position => position >= Left[scheme.Id].First && position <= Left[scheme.Id].Last).ToArray())];
        Dictionary<SchemeId, AcademicYear> open = [];
        HashSet<SchemeId> undecided = [];
        for (int i = 0; i < candidates.Length; i++)
        {
            if (mayTake[i].Count(may => may) != 1)
            {
                undecided.Add(candidates[i].Id);
            }
            else if (Array.IndexOf(mayTake[i], true) is var only && only < options[i].Length)
            {
                open[candidates[i].Id] = options[i][only];
            }
        }

        foreach (int i in Enumerable.Range(0, candidates.Length).Where(i => undecided.Contains(candidates[i].Id)))
        {
            HashSet<SchemeId> others = [.. undecided];
            others.Remove(candidates[i].Id);
            for (int position = 0; position < mayTake[i].Length; position++)
            {
                Dictionary<SchemeId, AcademicYear> with = new(open);
                if (position < options[i].Length)
                {
                    with[candidates[i].Id] = options[i][position];
                }

                mayTake[i][position] &= !rules.BrokenBy(with, others).Any();
            }
        }

        return mayTake;
    }
}
